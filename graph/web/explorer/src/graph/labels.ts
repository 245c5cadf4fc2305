/** Labels on the canvas: with a rim of the ground's colour to be read over lines, and none over another. */

import type { Settings } from "sigma/settings";
import type { NodeDisplayData, PartialButFor } from "sigma/types";
import { ink } from "../base/theme";

type Drawn = PartialButFor<NodeDisplayData, "x" | "y" | "size" | "label" | "color">;
interface Box { left: number; right: number; top: number; bottom: number }
const MOST = 22;
const RIM = 4;
const STAMPS = 800;

/** Waits until all labels of a picture are known, then writes the greatest first and leaves out what finds no room. */
export class Labels {
  private waiting: { context: CanvasRenderingContext2D; data: Drawn; settings: Settings }[] = [];
  private readonly stamps = new Map<string, HTMLCanvasElement>();
  private readonly widths = new Map<string, number>();

  readonly collect = (context: CanvasRenderingContext2D, data: Drawn, settings: Settings): void => {
    if (data.label) this.waiting.push({ context, data, settings });
  };

  write(): void {
    const taken: Box[] = [];
    this.waiting.sort((a, b) => Number(b.data.highlighted ?? false) - Number(a.data.highlighted ?? false) || b.data.size - a.data.size);
    for (const { context, data, settings } of this.waiting) {
      const box = this.boxOf(context, data, settings);
      if (!data.highlighted && taken.some((other) => meet(box, other))) continue;
      taken.push(box);
      this.stamp(context, data, settings, box);
    }
    this.waiting = [];
  }

  /** Put a label down that was written once: writing text with a rim anew for every picture is slow. */
  private stamp(context: CanvasRenderingContext2D, data: Drawn, settings: Settings, box: Box): void {
    const [width, height] = [box.right - box.left + 2 * RIM, box.bottom - box.top + 2 * RIM];
    const key = `${fontOf(data, settings)} ${ink("ink")} ${data.label}`;
    let stamp = this.stamps.get(key);
    if (!stamp) {
      if (this.stamps.size > STAMPS) this.stamps.clear();
      stamp = document.createElement("canvas");
      [stamp.width, stamp.height] = [Math.ceil(width * devicePixelRatio), Math.ceil(height * devicePixelRatio)];
      const pen = stamp.getContext("2d");
      if (!pen) return;
      pen.scale(devicePixelRatio, devicePixelRatio);
      writeLabel(pen, { ...data, x: RIM - 2 - data.size, y: height / 2 }, settings);
      this.stamps.set(key, stamp);
    }
    context.drawImage(stamp, Math.round(box.left) - RIM, Math.round(box.top) - RIM, stamp.width / devicePixelRatio, stamp.height / devicePixelRatio);
  }

  private boxOf(context: CanvasRenderingContext2D, data: Drawn, settings: Settings): Box {
    const font = fontOf(data, settings);
    const key = `${font} ${data.label}`;
    let width = this.widths.get(key);
    if (width === undefined) {
      context.font = font;
      width = context.measureText(clipped(data.label ?? "")).width;
      this.widths.set(key, width);
    }
    const left = data.x + data.size + 2;
    const half = sizeOf(data, settings) * 0.62;
    return { left, right: left + width + 4, top: data.y - half, bottom: data.y + half };
  }
}

const meet = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
const sizeOf = (data: Drawn, settings: Settings): number => Math.round(settings.labelSize + Math.min(data.size / 5, 4));
const fontOf = (data: Drawn, settings: Settings): string => `${data.highlighted ? 650 : 500} ${sizeOf(data, settings)}px ${settings.labelFont}`;

function writeLabel(context: CanvasRenderingContext2D, data: Drawn, settings: Settings): void {
  const [text, x, y] = [clipped(data.label ?? ""), data.x + data.size + 4, data.y + sizeOf(data, settings) * 0.36];
  context.font = fontOf(data, settings);
  context.lineJoin = "round";
  context.lineWidth = 3.5;
  context.strokeStyle = ink("halo");
  context.strokeText(text, x, y);
  context.fillStyle = ink("ink");
  context.fillText(text, x, y);
}

/** Draw what is pointed at: a ring and its label, whatever is below. */
export function drawHover(context: CanvasRenderingContext2D, data: Drawn, settings: Settings): void {
  context.beginPath();
  context.arc(data.x, data.y, data.size + 3, 0, Math.PI * 2);
  context.lineWidth = 2;
  context.strokeStyle = ink("ink");
  context.stroke();
  if (data.label) writeLabel(context, { ...data, highlighted: true }, settings);
}

const clipped = (text: string): string => ([...text].length > MOST ? `${[...text].slice(0, MOST - 1).join("")}…` : text);
