/** Keeps the drawing moving on machines without a graphics card: where it stutters, lines rest while the view moves. */

import type Sigma from "sigma";

const SLOW = 36; // milliseconds a picture: under 28 a second
const PATIENCE = 4; // slow pictures in a row
const PAUSE = 400; // milliseconds: longer than that nobody was moving it

export function keepPace(sigma: Sigma): void {
  let last = 0;
  let slow = 0;
  sigma.on("afterRender", () => {
    const now = performance.now();
    const took = now - last;
    last = now;
    const mouse = sigma.getMouseCaptor();
    const moving = mouse.isMoving || mouse.draggedEvents > 0 || sigma.getCamera().isAnimated();
    if (!moving || took > PAUSE) return;
    slow = took > SLOW ? slow + 1 : 0;
    if (slow >= PATIENCE) sigma.setSetting("hideEdgesOnMove", true);
  });
}

interface Pick { getNodeAtPosition(at: unknown): string | null; getEdgeAtPoint(x: number, y: number): string | null }

/** While something is dragged nobody asks what is under the pointer; asking waits for the picture each time. */
export function sparePicking(sigma: Sigma): void {
  const picked = sigma as unknown as Pick;
  const [node, edge] = [picked.getNodeAtPosition.bind(sigma), picked.getEdgeAtPoint.bind(sigma)];
  const dragging = (): boolean => sigma.getMouseCaptor().isMouseDown && sigma.getMouseCaptor().draggedEvents > 1;
  picked.getNodeAtPosition = (at) => (dragging() ? null : node(at));
  picked.getEdgeAtPoint = (x, y) => (dragging() ? null : edge(x, y));
}
