/** Labels on the canvas: with a rim of the ground's colour, so that they are read over lines. */

import type { Settings } from "sigma/settings";
import type { NodeDisplayData, PartialButFor } from "sigma/types";
import { ink } from "../base/theme";

type Drawn = PartialButFor<NodeDisplayData, "x" | "y" | "size" | "label" | "color">;
const MOST = 22;

export function drawLabel(context: CanvasRenderingContext2D, data: Drawn, settings: Settings): void {
  if (!data.label) return;
  const size = settings.labelSize + Math.min(data.size / 5, 4);
  write(context, clipped(data.label), data.x + data.size + 4, data.y + size * 0.36, `${data.highlighted ? 650 : 500} ${size}px ${settings.labelFont}`);
}

export function drawHover(context: CanvasRenderingContext2D, data: Drawn, settings: Settings): void {
  context.beginPath();
  context.arc(data.x, data.y, data.size + 3, 0, Math.PI * 2);
  context.lineWidth = 2;
  context.strokeStyle = ink("ink");
  context.stroke();
  drawLabel(context, { ...data, highlighted: true }, settings);
}

function write(context: CanvasRenderingContext2D, text: string, x: number, y: number, font: string): void {
  context.font = font;
  context.lineJoin = "round";
  context.lineWidth = 3.5;
  context.strokeStyle = ink("halo");
  context.strokeText(text, x, y);
  context.fillStyle = ink("ink");
  context.fillText(text, x, y);
}

const clipped = (text: string): string => ([...text].length > MOST ? `${[...text].slice(0, MOST - 1).join("")}…` : text);
