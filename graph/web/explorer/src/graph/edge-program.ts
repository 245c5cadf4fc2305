/**
 * One program draws every relation: a line from rim to rim, whole, dashed or dotted, with or without an arrow head,
 * moved aside where several join the same two, and with a mark in the middle where sources disagree.
 * Everything is measured in pixels of the screen, so that dashes keep their length at every zoom.
 */

import { EdgeProgram } from "sigma/rendering";
import type { ProgramInfo } from "sigma/rendering";
import type { EdgeDisplayData, NodeDisplayData, RenderParams } from "sigma/types";
import { floatColor } from "sigma/utils";

export const DASH = { whole: 0, dashed: 1, dotted: 2 } as const;
export interface LineData extends EdgeDisplayData { offset?: number; dash?: number; arrow?: boolean; disputed?: boolean; opacity?: number }

const VERTEX = /* glsl */ `
attribute vec4 a_id;
attribute vec4 a_color;
attribute vec4 a_ends;
attribute vec4 a_shape;
attribute vec4 a_style;
attribute vec2 a_corner;
uniform mat3 u_matrix;
uniform vec2 u_screen;
uniform float u_sizeRatio;
varying vec4 v_color;
varying vec2 v_at;
varying vec4 v_line;
varying vec2 v_mark;
void main() {
  vec2 middle = u_screen * 0.5;
  vec2 start = (u_matrix * vec3(a_ends.xy, 1.0)).xy * middle;
  vec2 end = (u_matrix * vec3(a_ends.zw, 1.0)).xy * middle;
  float far = max(length(end - start), 0.001);
  vec2 along = (end - start) / far;
  vec2 across = vec2(-along.y, along.x);
  float thick = max(a_shape.x / u_sizeRatio, 0.9);
  vec2 rim = a_shape.yz / u_sizeRatio;
  float aside = clamp(a_shape.w, -min(rim.x, rim.y) * 0.8, min(rim.x, rim.y) * 0.8);
  vec2 cut = sqrt(max(rim * rim - aside * aside, 0.0));
  float head = a_style.y * (4.0 + thick * 2.2);
  float from = min(cut.x, far * 0.5);
  float till = max(far - cut.y - 0.5, from);
  float reach = max(max(thick * 0.5, head * 0.5), a_style.z * 4.5) + 2.0;
  v_at = vec2(mix(from - 1.0, till + 1.0, a_corner.x), a_corner.y * reach);
  v_line = vec4(from, till, thick * 0.5, head);
  v_mark = a_style.xz;
  vec2 place = start + along * v_at.x + across * (v_at.y + aside);
  gl_Position = vec4(place / middle, 0.0, 1.0);
  #ifdef PICKING_MODE
  v_color = a_id;
  v_color.a *= 255.0 / 254.0;
  #else
  v_color = vec4(a_color.rgb, 1.0) * a_style.w;
  #endif
}`;

const FRAGMENT = /* glsl */ `
precision highp float;
varying vec4 v_color;
varying vec2 v_at;
varying vec4 v_line;
varying vec2 v_mark;
void main(void) {
  #ifdef PICKING_MODE
  gl_FragColor = v_color;
  #else
  float side = abs(v_at.y);
  float left = v_line.y - v_at.x;
  float body = 1.0 - smoothstep(v_line.z - 0.5, v_line.z + 0.5, side);
  body *= step(v_line.x, v_at.x) * step(v_line.w * 0.8, left);
  float period = v_mark.x > 1.5 ? 5.0 : 11.0;
  float drawn = v_mark.x > 1.5 ? 1.8 : 6.5;
  if (v_mark.x > 0.5) body *= 1.0 - smoothstep(drawn - 0.5, drawn + 0.5, mod(v_at.x - v_line.x, period));
  float head = step(0.0, left) * step(left, v_line.w) * (1.0 - smoothstep(left * 0.45 - 0.5, left * 0.45 + 0.5, side));
  gl_FragColor = v_color * max(body, head);
  if (v_mark.y > 0.5) {
    float away = abs(v_at.x - (v_line.x + v_line.y) * 0.5) + side;
    float inner = 1.0 - smoothstep(3.6, 4.6, away);
    gl_FragColor = mix(gl_FragColor, vec4(0.88, 0.55, 0.05, 1.0), inner);
  }
  #endif
}`;

const UNIFORMS = ["u_matrix", "u_screen", "u_sizeRatio"] as const;
const { FLOAT, UNSIGNED_BYTE, TRIANGLES } = WebGLRenderingContext;

export class RelationProgram extends EdgeProgram<(typeof UNIFORMS)[number]> {
  getDefinition() {
    return {
      VERTICES: 6,
      VERTEX_SHADER_SOURCE: VERTEX,
      FRAGMENT_SHADER_SOURCE: FRAGMENT,
      METHOD: TRIANGLES,
      UNIFORMS,
      ATTRIBUTES: [
        { name: "a_ends", size: 4, type: FLOAT },
        { name: "a_shape", size: 4, type: FLOAT },
        { name: "a_style", size: 4, type: FLOAT },
        { name: "a_color", size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: "a_id", size: 4, type: UNSIGNED_BYTE, normalized: true },
      ],
      CONSTANT_ATTRIBUTES: [{ name: "a_corner", size: 2, type: FLOAT }],
      CONSTANT_DATA: [[0, 1], [0, -1], [1, 1], [1, 1], [0, -1], [1, -1]],
    };
  }

  processVisibleItem(id: number, at: number, source: NodeDisplayData, target: NodeDisplayData, data: LineData): void {
    const values = [
      source.x, source.y, target.x, target.y,
      data.size || 1, source.size, target.size, data.offset ?? 0,
      data.dash ?? 0, data.arrow ? 1 : 0, data.disputed ? 1 : 0, data.opacity ?? 1,
      floatColor(data.color), id,
    ];
    this.array.set(values, at);
  }

  setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo): void {
    gl.uniformMatrix3fv(uniformLocations["u_matrix"] ?? null, false, params.matrix);
    gl.uniform2f(uniformLocations["u_screen"] ?? null, params.width, params.height);
    gl.uniform1f(uniformLocations["u_sizeRatio"] ?? null, params.sizeRatio);
  }
}
