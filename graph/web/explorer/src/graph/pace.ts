/** Keeps the drawing moving on machines without a graphics card: where it stutters, lines rest while the view moves. */

import type Sigma from "sigma";

const SLOW = 36; // milliseconds a picture: under 28 a second
const PATIENCE = 4; // slow pictures in a row
const PAUSE = 400; // milliseconds: longer than that nobody was moving it

const HEAVY = 600; // relations that a processor cannot draw thirty times a second

export function keepPace(sigma: Sigma): void {
  let last = 0;
  let slow = 0;
  const soft = drawnBySoftware(sigma);
  sigma.on("afterRender", () => {
    const now = performance.now();
    const took = now - last;
    last = now;
    if (soft) return setOnce(sigma, sigma.getGraph().size > HEAVY);
    const mouse = sigma.getMouseCaptor();
    const moving = mouse.isMoving || mouse.draggedEvents > 0 || sigma.getCamera().isAnimated();
    if (!moving || took > PAUSE) return;
    slow = took > SLOW ? slow + 1 : 0;
    if (slow >= PATIENCE) setOnce(sigma, true);
  });
}

function setOnce(sigma: Sigma, rest: boolean): void {
  if (sigma.getSetting("hideEdgesOnMove") !== rest) sigma.setSetting("hideEdgesOnMove", rest);
}

/** Say whether WebGL runs on the processor: its name tells. */
function drawnBySoftware(sigma: Sigma): boolean {
  const canvas = sigma.getCanvases()["edges"];
  const gl = canvas?.getContext("webgl2") ?? canvas?.getContext("webgl");
  const named = gl?.getExtension("WEBGL_debug_renderer_info");
  const name = gl ? String(gl.getParameter(named ? named.UNMASKED_RENDERER_WEBGL : gl.RENDERER)) : "";
  return /swiftshader|llvmpipe|software|basic render/i.test(name);
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
