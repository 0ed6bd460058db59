/** A drawing context that writes SVG instead of setting pixels. */
export interface SvgContext {
  /** What to draw on, as Chart.js does on a canvas's own context. */
  context: CanvasRenderingContext2D;
  /** The shapes drawn since the last clearing. */
  shapes: () => string;
}

interface State {
  fillStyle: string;
  strokeStyle: string;
  lineWidth: number;
  lineDash: number[];
  globalAlpha: number;
  font: string;
  textAlign: CanvasTextAlign;
  textBaseline: CanvasTextBaseline;
  matrix: readonly [number, number, number, number, number, number];
  clip: string;
}

const START: State = {
  fillStyle: '#000',
  strokeStyle: '#000',
  lineWidth: 1,
  lineDash: [],
  globalAlpha: 1,
  font: '10px sans-serif',
  textAlign: 'start',
  textBaseline: 'alphabetic',
  matrix: [1, 0, 0, 1, 0, 0],
  clip: '',
};

const ANCHORS: Partial<Record<CanvasTextAlign, string>> = {
  center: 'middle',
  right: 'end',
  end: 'end',
};
const BASELINES: Partial<Record<CanvasTextBaseline, number>> = {
  top: 0.8,
  hanging: 0.8,
  middle: 0.35,
  bottom: -0.2,
};

/**
 * A stand-in for the 2D context of a canvas: shapes become vector paths and words stay words. It
 * knows what Chart.js and our labels draw with, and no pictures, gradients or shadows.
 *
 * @param canvas what the drawing takes for its canvas
 * @param ruler a real context, to measure text with
 * @example
 * const { context, shapes } = svgContext({ width: 900, height: 400 }, ruler);
 * context.fillRect(0, 0, 10, 10);
 * shapes() // '<path d="M0 0H10V10H0Z" fill="#000"/>'
 */
export function svgContext(
  canvas: { width: number; height: number },
  ruler: CanvasRenderingContext2D,
): SvgContext {
  let state = { ...START };
  const kept: State[] = [];
  let shapes: string[] = [];
  let clips = 0;
  let path = '';

  const at = (x: number, y: number): string => {
    const [a, b, c, d, e, f] = state.matrix;
    return `${tidy(a * x + c * y + e)} ${tidy(b * x + d * y + f)}`;
  };
  const times = (
    a: number,
    b: number,
    c: number,
    d: number,
    e: number,
    f: number,
  ): State['matrix'] => {
    const [A, B, C, D, E, F] = state.matrix;
    return [
      A * a + C * b,
      B * a + D * b,
      A * c + C * d,
      B * c + D * d,
      A * e + C * f + E,
      B * e + D * f + F,
    ];
  };
  const common = (): string =>
    (state.globalAlpha < 1 ? ` opacity="${tidy(state.globalAlpha)}"` : '') + state.clip;
  const filled = (d: string) => {
    if (d === '') return;
    shapes.push(`<path d="${d}" ${paint('fill', state.fillStyle)}${common()}/>`);
  };
  const stroked = (d: string) => {
    if (d === '' || state.lineWidth <= 0) return;
    const dash = state.lineDash.length > 0 ? ` stroke-dasharray="${state.lineDash.join(' ')}"` : '';
    shapes.push(
      `<path d="${d}" fill="none" ${paint('stroke', state.strokeStyle)} stroke-width="${tidy(state.lineWidth)}"${dash}${common()}/>`,
    );
  };
  const box = (x: number, y: number, width: number, height: number): string =>
    `M${at(x, y)}L${at(x + width, y)}L${at(x + width, y + height)}L${at(x, y + height)}Z`;
  const arc = (
    x: number,
    y: number,
    rx: number,
    ry: number,
    start: number,
    end: number,
    back = false,
  ) => {
    const whole = Math.abs(end - start) >= 2 * Math.PI - 1e-6;
    const point = (angle: number) => at(x + rx * Math.cos(angle), y + ry * Math.sin(angle));
    const sweep = back ? 0 : 1;
    path += `${path === '' || path.endsWith('Z') ? 'M' : 'L'}${point(start)}`;
    const stops = whole ? [start + Math.PI, start + 2 * Math.PI] : [end];
    let turn = end - start;
    if (!back && turn < 0) turn += 2 * Math.PI;
    if (back && turn > 0) turn -= 2 * Math.PI;
    const large = !whole && Math.abs(turn) > Math.PI ? 1 : 0;
    for (const stop of stops) path += `A${tidy(rx)} ${tidy(ry)} 0 ${large} ${sweep} ${point(stop)}`;
    if (whole) path += 'Z';
  };

  const methods = {
    canvas,
    save: () => void kept.push({ ...state }),
    restore: () => void (state = kept.pop() ?? state),
    setTransform: (...m: number[]) =>
      void (state.matrix = (m.length === 6 ? m : START.matrix) as unknown as State['matrix']),
    resetTransform: () => void (state.matrix = START.matrix),
    translate: (x: number, y: number) => void (state.matrix = times(1, 0, 0, 1, x, y)),
    scale: (x: number, y: number) => void (state.matrix = times(x, 0, 0, y, 0, 0)),
    rotate: (angle: number) => {
      const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
      state.matrix = times(cos, sin, -sin, cos, 0, 0);
    },
    clearRect: () => void (shapes = []),
    beginPath: () => void (path = ''),
    closePath: () => void (path += path === '' || path.endsWith('Z') ? '' : 'Z'),
    moveTo: (x: number, y: number) => void (path += `M${at(x, y)}`),
    lineTo: (x: number, y: number) => void (path += `${path === '' ? 'M' : 'L'}${at(x, y)}`),
    bezierCurveTo: (a: number, b: number, c: number, d: number, x: number, y: number) =>
      void (path += `C${at(a, b)} ${at(c, d)} ${at(x, y)}`),
    quadraticCurveTo: (a: number, b: number, x: number, y: number) =>
      void (path += `Q${at(a, b)} ${at(x, y)}`),
    rect: (x: number, y: number, width: number, height: number) =>
      void (path += box(x, y, width, height)),
    arc: (x: number, y: number, r: number, start: number, end: number, back?: boolean) =>
      arc(x, y, r, r, start, end, back),
    ellipse: (
      x: number,
      y: number,
      rx: number,
      ry: number,
      _turn: number,
      start: number,
      end: number,
      back?: boolean,
    ) => arc(x, y, rx, ry, start, end, back),
    fill: () => filled(path),
    stroke: () => stroked(path),
    clip: () => {
      const id = `clip-${++clips}`;
      shapes.push(`<clipPath id="${id}"><path d="${path}"/></clipPath>`);
      state.clip = ` clip-path="url(#${id})"`;
    },
    fillRect: (x: number, y: number, width: number, height: number) =>
      filled(box(x, y, width, height)),
    strokeRect: (x: number, y: number, width: number, height: number) =>
      stroked(box(x, y, width, height)),
    setLineDash: (dash: number[]) => void (state.lineDash = [...dash]),
    getLineDash: () => state.lineDash,
    measureText: (text: string) => {
      ruler.font = state.font;
      return ruler.measureText(text);
    },
    strokeText: () => {},
    fillText: (text: string, x: number, y: number) => {
      if (text === '') return;
      const { weight, size, family } = fontIn(state.font);
      const [a, b, c, d, e, f] = times(
        1,
        0,
        0,
        1,
        x,
        y + (BASELINES[state.textBaseline] ?? 0) * size,
      );
      const isUpright = a === 1 && b === 0 && c === 0 && d === 1;
      const place = isUpright
        ? `x="${tidy(e)}" y="${tidy(f)}"`
        : `transform="matrix(${[a, b, c, d, e, f].map(tidy).join(' ')})"`;
      const anchor = ANCHORS[state.textAlign];
      shapes.push(
        `<text ${place} font-size="${tidy(size)}" font-family="${escaped(family)}"${weight ? ` font-weight="${weight}"` : ''}${anchor ? ` text-anchor="${anchor}"` : ''} ${paint('fill', state.fillStyle)}${common()}>${escaped(text)}</text>`,
      );
    },
  };
  const context = new Proxy(methods as unknown as Record<string | symbol, unknown>, {
    get: (target, key) => (key in target ? target[key] : state[key as keyof State]),
    set: (_, key, value) => {
      (state as unknown as Record<string | symbol, unknown>)[key] = value;
      return true;
    },
  });
  return {
    context: context as unknown as CanvasRenderingContext2D,
    shapes: () => shapes.join(''),
  };
}

function tidy(value: number): number {
  return Math.round(value * 100) / 100;
}

/** A colour as SVG knows it: eight-digit ones as a colour and an opacity. */
function paint(kind: 'fill' | 'stroke', colour: unknown): string {
  const text = String(colour);
  const hex = /^(#[0-9a-f]{6})([0-9a-f]{2})$/i.exec(text);
  if (!hex) return `${kind}="${escaped(text)}"`;
  return `${kind}="${hex[1]}" ${kind}-opacity="${tidy(Number.parseInt(hex[2]!, 16) / 255)}"`;
}

function fontIn(font: string): { weight: string; size: number; family: string } {
  const [, before = '', size = '12', family = 'sans-serif'] =
    /^(.*?)([\d.]+)px(?:\/\S+)?\s+(.*)$/.exec(font) ?? [];
  const weight = /\b(bold|[1-9]00)\b/.exec(before)?.[1] ?? '';
  return { weight, size: Number(size), family };
}

/** Text as XML holds it, in content and in attributes. */
export function escaped(text: string): string {
  const entities: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
  };
  return text.replace(/[&<>"]/g, (character) => entities[character]!);
}
