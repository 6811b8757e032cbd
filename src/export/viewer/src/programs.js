// What the graphics card does: lines that are straight or curved, solid, dashed or dotted, with or without an arrow;
// and discs, squares, diamonds, triangles and hexagons.
//
// Units: sigma hands over sizes in pixels of the unzoomed page; `u_correctionRatio` turns half a pixel of the screen into
// the coordinates of the graph, `u_sizeRatio` says by how much sizes shrink with the zoom.

import { EdgeProgram, NodeProgram } from "sigma/rendering";
import { floatColor } from "sigma/utils";

const { UNSIGNED_BYTE, FLOAT, TRIANGLES } = WebGLRenderingContext;

const LINE_VERTEX = /* glsl */ `
attribute vec4 a_id;
attribute vec4 a_color;
attribute vec2 a_source;
attribute vec2 a_target;
attribute vec4 a_form; // thickness, curvature, dash (and 4 more for what is chosen), radius of the target if there is an arrow, else -1
attribute vec3 a_step; // part of the way, side, 1 at the head of the arrow

uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_correctionRatio;

varying vec4 v_color;
varying vec4 v_line; // side, half the thickness in pixels, way from the source in pixels, dash

const float bias = 255.0 / 254.0;

void main() {
  float pixel = 2.0 * u_correctionRatio;
  vec2 way = a_target - a_source;
  float distance = max(length(way), 1e-9);
  vec2 middle = (a_source + a_target) / 2.0 + vec2(-way.y, way.x) * a_form.y;
  float wanted = a_form.x / u_sizeRatio;
  float chosen = step(3.5, a_form.z);
  float dash = a_form.z - 4.0 * chosen;
  float thickness = clamp(wanted, 0.7 + 1.1 * chosen, 6.0);
  #ifdef PICKING_MODE
  thickness = max(thickness, REACH);
  #endif
  float halfWidth = thickness / 2.0 + 0.5;

  vec2 arrival = normalize(a_target - middle + vec2(1e-12, 0.0));
  float arrow = step(0.0, a_form.w);
  float radius = max(a_form.w, 0.0) / u_sizeRatio * pixel;
  float headLength = arrow * (1.5 + min(wanted + chosen, 5.0) * 5.0) * pixel;
  headLength = min(headLength, distance * 0.5);
  vec2 tip = a_target - arrival * radius;
  vec2 end = mix(a_target, tip - arrival * headLength * 0.9, arrow);

  float t = a_step.x;
  vec2 position;
  if (a_step.z > 0.5) {
    vec2 across = vec2(-arrival.y, arrival.x) * a_step.y * headLength * 0.45;
    position = mix(tip - arrival * headLength, tip, t) + across;
    v_line = vec4(0.0, 99.0, 0.0, 0.0);
  } else {
    vec2 a = mix(a_source, middle, t);
    vec2 b = mix(middle, end, t);
    vec2 along = normalize(b - a + vec2(1e-12, 0.0));
    position = mix(a, b, t) + vec2(-along.y, along.x) * a_step.y * halfWidth * pixel;
    v_line = vec4(a_step.y, halfWidth, t * distance / pixel, dash);
  }
  if (length(way) < 1e-7) {
    // Who did something to himself: a ring through the entity.
    float ring = (max(a_form.w, 4.0) / u_sizeRatio + 5.0) * pixel;
    vec2 around = vec2(sin(6.2831853 * t), -cos(6.2831853 * t));
    vec2 side = around * a_step.y * halfWidth * pixel;
    position = a_source + (a_step.z > 0.5 ? vec2(0.0) : vec2(0.0, ring) + around * ring + side);
    v_line.z = t * 6.2831853 * ring / pixel;
  }
  gl_Position = vec4((u_matrix * vec3(position, 1.0)).xy, 0.0, 1.0);

  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= bias;
}
`;

const LINE_FRAGMENT = /* glsl */ `
precision mediump float;
varying vec4 v_color;
varying vec4 v_line;

void main() {
  #ifdef PICKING_MODE
  gl_FragColor = v_color;
  #else
  float period = v_line.w > 1.5 ? 5.0 : 12.0;
  float part = v_line.w > 1.5 ? 0.45 : 0.6;
  if (v_line.w > 0.5 && fract(v_line.z / period) > part) discard;
  float alpha = clamp((1.0 - abs(v_line.x)) * v_line.y, 0.0, 1.0) * v_color.a;
  gl_FragColor = vec4(v_color.rgb * alpha, alpha);
  #endif
}
`;

/** Returns the points of a line of so many pieces, and of the head of its arrow. */
function linePoints(pieces) {
  const points = [];
  for (let piece = 0; piece < pieces; piece++) {
    const [from, to] = [piece / pieces, (piece + 1) / pieces];
    points.push([from, 1, 0], [from, -1, 0], [to, 1, 0], [to, 1, 0], [from, -1, 0], [to, -1, 0]);
  }
  points.push([1, 0, 1], [0, 1, 1], [0, -1, 1]);
  return points;
}

/** Returns the program of lines of so many pieces; the pointer finds them within `reach` pixels across. */
function lineProgram(pieces, reach) {
  const points = linePoints(pieces);
  return class extends EdgeProgram {
    getDefinition() {
      return {
        VERTICES: points.length,
        VERTEX_SHADER_SOURCE: LINE_VERTEX.replace("REACH", reach.toFixed(1)),
        FRAGMENT_SHADER_SOURCE: LINE_FRAGMENT,
        METHOD: TRIANGLES,
        UNIFORMS: ["u_matrix", "u_sizeRatio", "u_correctionRatio"],
        ATTRIBUTES: [
          { name: "a_source", size: 2, type: FLOAT },
          { name: "a_target", size: 2, type: FLOAT },
          { name: "a_form", size: 4, type: FLOAT },
          { name: "a_color", size: 4, type: UNSIGNED_BYTE, normalized: true },
          { name: "a_id", size: 4, type: UNSIGNED_BYTE, normalized: true },
        ],
        CONSTANT_ATTRIBUTES: [{ name: "a_step", size: 3, type: FLOAT }],
        CONSTANT_DATA: points,
      };
    }

    processVisibleItem(id, at, source, target, data) {
      const array = this.array;
      array[at++] = source.x;
      array[at++] = source.y;
      array[at++] = target.x;
      array[at++] = target.y;
      array[at++] = data.size || 1;
      array[at++] = data.curve || 0;
      array[at++] = data.dash || 0;
      array[at++] = data.arrow ? target.size + 1 : -1;
      array[at++] = floatColor(data.color);
      array[at++] = id;
    }

    setUniforms({ matrix, sizeRatio, correctionRatio }, { gl, uniformLocations }) {
      gl.uniformMatrix3fv(uniformLocations.u_matrix, false, matrix);
      gl.uniform1f(uniformLocations.u_sizeRatio, sizeRatio);
      gl.uniform1f(uniformLocations.u_correctionRatio, correctionRatio);
    }
  };
}

/** Returns the programs of lines; where there are very many, thinner ones are told apart by the pointer, and sooner. */
export function linePrograms(count) {
  const reach = count > 3000 ? 3 : 7;
  return { straight: lineProgram(1, reach), curved: lineProgram(count > 3000 ? 8 : 16, reach) };
}

const SHAPE_VERTEX = /* glsl */ `
attribute vec4 a_id;
attribute vec4 a_color;
attribute vec2 a_position;
attribute vec2 a_form; // radius, shape (and 16 more for what stands back)
attribute vec2 a_corner;

uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_correctionRatio;

varying vec4 v_color;
varying vec2 v_at;
varying float v_radius;
varying float v_shape;
varying float v_back;

const float bias = 255.0 / 254.0;

void main() {
  float radius = max(a_form.x / u_sizeRatio, 1.2);
  float reach = radius * 1.35 + 1.0;
  gl_Position = vec4((u_matrix * vec3(a_position + a_corner * reach * 2.0 * u_correctionRatio, 1.0)).xy, 0.0, 1.0);
  v_at = a_corner * reach;
  v_radius = radius;
  v_back = step(15.5, a_form.y);
  v_shape = a_form.y - 16.0 * v_back;
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= bias;
}
`;

const SHAPE_FRAGMENT = /* glsl */ `
precision mediump float;
varying vec4 v_color;
varying vec2 v_at;
varying float v_radius;
varying float v_shape;
varying float v_back;

uniform vec3 u_border;

// The distance from the border in pixels, positive outside. Shapes have about the area of the disc.
float outside(vec2 at, float radius) {
  vec2 a = abs(at);
  if (v_shape < 0.5) return length(at) - radius;
  if (v_shape < 1.5) return max(a.x, a.y) - radius * 0.89;
  if (v_shape < 2.5) return (a.x + a.y) * 0.7071 - radius * 0.89;
  if (v_shape < 3.5) return max(a.x * 0.866 + at.y * 0.5, -at.y) - radius * 0.76;
  if (v_shape < 4.5) return max(a.x * 0.866 + a.y * 0.5, a.y) - radius * 0.95;
  return abs(length(at) - radius * 0.8) - radius * 0.25;
}

void main() {
  float d = outside(v_at, v_radius);
  #ifdef PICKING_MODE
  if (d > 1.0) discard;
  gl_FragColor = v_color;
  #else
  float alpha = clamp(0.5 - d, 0.0, 1.0) * v_color.a;
  float border = clamp(d + 1.0 + min(v_radius * 0.06, 1.0) + 0.5, 0.0, 1.0) * step(3.0, v_radius) * (1.0 - v_back);
  vec3 color = mix(v_color.rgb, u_border, border * 0.75);
  gl_FragColor = vec4(color * alpha, alpha);
  #endif
}
`;

/** Returns the program of entities, with the colour of their border. */
export function shapeProgram(border) {
  return class extends NodeProgram {
    getDefinition() {
      return {
        VERTICES: 6,
        VERTEX_SHADER_SOURCE: SHAPE_VERTEX,
        FRAGMENT_SHADER_SOURCE: SHAPE_FRAGMENT,
        METHOD: TRIANGLES,
        UNIFORMS: ["u_matrix", "u_sizeRatio", "u_correctionRatio", "u_border"],
        ATTRIBUTES: [
          { name: "a_position", size: 2, type: FLOAT },
          { name: "a_form", size: 2, type: FLOAT },
          { name: "a_color", size: 4, type: UNSIGNED_BYTE, normalized: true },
          { name: "a_id", size: 4, type: UNSIGNED_BYTE, normalized: true },
        ],
        CONSTANT_ATTRIBUTES: [{ name: "a_corner", size: 2, type: FLOAT }],
        CONSTANT_DATA: [
          [-1, -1],
          [1, -1],
          [-1, 1],
          [-1, 1],
          [1, -1],
          [1, 1],
        ],
      };
    }

    processVisibleItem(id, at, data) {
      const array = this.array;
      array[at++] = data.x;
      array[at++] = data.y;
      array[at++] = data.size;
      array[at++] = data.shape || 0;
      array[at++] = floatColor(data.color);
      array[at++] = id;
    }

    setUniforms({ matrix, sizeRatio, correctionRatio }, { gl, uniformLocations }) {
      gl.uniformMatrix3fv(uniformLocations.u_matrix, false, matrix);
      gl.uniform1f(uniformLocations.u_sizeRatio, sizeRatio);
      gl.uniform1f(uniformLocations.u_correctionRatio, correctionRatio);
      gl.uniform3f(uniformLocations.u_border, ...border());
    }
  };
}
