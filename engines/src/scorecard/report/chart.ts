/** Charts as SVG text, the same in HTML and PDF. Every chart carries its numbers; colours differ in lightness too, so they survive a grey printer. */
export const INK = {
  text: '#1f2933',
  quiet: '#52606d',
  grid: '#d9e2ec',
  good: '#0b7285',
  bad: '#c2410c',
  soft: '#9fb3c8',
  accent: '#5f3dc4',
} as const;

export type Axis = { readonly label: string; readonly min: number; readonly max: number; readonly format: (value: number) => string };
type Point = readonly [x: number, y: number];
export type Line = { readonly name: string; readonly color: string; readonly dash?: boolean; readonly points: readonly Point[] };
/** A dot with its whiskers (an interval) and its number. */
export type Dot = { readonly at: Point; readonly low?: number; readonly high?: number; readonly label: string };
export type LineChart = {
  readonly size?: ChartSize;
  readonly x: Axis;
  readonly y: Axis;
  readonly lines: readonly Line[];
  readonly dots?: { readonly name: string; readonly color: string; readonly dots: readonly Dot[] };
  /** A vertical line with a text. */
  readonly marks?: readonly { readonly x: number; readonly label: string }[];
};
export type BarChart = {
  readonly size?: ChartSize;
  readonly y: string;
  readonly categories: readonly string[];
  readonly bars: readonly {
    readonly name: string;
    readonly color: string;
    readonly values: readonly number[];
    readonly format: (value: number) => string;
  }[];
  /** A line with dots on an axis of its own, which starts at 0; null = no dot. */
  readonly line?: {
    readonly name: string;
    readonly color: string;
    readonly values: readonly (number | null)[];
    readonly format: (value: number) => string;
  };
};

const [LEFT, RIGHT, TOP] = [56, 24, 52];
export type ChartSize = { readonly width: number; readonly height: number };
/** The width of a page, and half of it for two charts side by side. */
export const WHOLE: ChartSize = { width: 720, height: 320 };
export const LOW: ChartSize = { width: 720, height: 250 };
export const HALF: ChartSize = { width: 352, height: 290 };

const escaped = (text: string): string => text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] ?? c);
const n = (value: number): string => String(Number(value.toFixed(1)));
type Anchor = 'start' | 'middle' | 'end';
const label = (x: number, y: number, text: string, anchor: Anchor = 'middle', color: string = INK.quiet, size = 11): string =>
  `<text x="${n(x)}" y="${n(y)}" text-anchor="${anchor}" fill="${color}" font-size="${size}">${escaped(text)}</text>`;
const stroke = (x1: number, y1: number, x2: number, y2: number, color: string, extra = ''): string =>
  `<line x1="${n(x1)}" y1="${n(y1)}" x2="${n(x2)}" y2="${n(y2)}" stroke="${color}"${extra}/>`;

/** A text on a white edge, readable over lines. The edge is a text of its own underneath: not every renderer paints the stroke first. */
const haloed = (x: number, y: number, text: string, anchor: Anchor, color: string): string =>
  label(x, y, text, anchor, '#ffffff', 10).replace('<text', '<text font-weight="700" stroke="#ffffff" stroke-width="3"') +
  label(x, y, text, anchor, color, 10).replace('<text', '<text font-weight="700"');

/** About `wanted` round numbers between two ends. */
export function ticks(min: number, max: number, wanted = 5): number[] {
  const raw = (max - min) / wanted;
  const size = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 5, 10].map((m) => m * size).find((s) => s >= raw * 0.999) ?? raw;
  const first = Math.ceil(min / step - 1e-9);
  return Array.from({ length: Math.floor(max / step + 1e-9) - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}

/** Chinese characters take about twice the room of Latin ones. */
const room = (text: string): number => [...text].reduce((s, c) => s + (c.charCodeAt(0) > 0x2e80 ? 2 : 1), 0);

const frame = (body: string, { width, height }: ChartSize): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="Noto Sans SC, system-ui, sans-serif">${body}</svg>`;

function legend(entries: readonly { readonly name: string; readonly color: string; readonly mark: 'bar' | 'line' | 'dash' | 'dot' }[]): string {
  let x = LEFT;
  return entries
    .map(({ name, color, mark }) => {
      const at = x;
      x += 34 + room(name) * 6.2;
      const sign =
        mark === 'bar'
          ? `<rect x="${n(at)}" y="9" width="14" height="10" fill="${color}"/>`
          : mark === 'dot'
            ? `<circle cx="${n(at + 7)}" cy="14" r="4" fill="${color}"/>`
            : stroke(at, 14, at + 16, 14, color, ` stroke-width="2"${mark === 'dash' ? ' stroke-dasharray="5 4"' : ''}`);
      return sign + label(at + 20, 18, name, 'start', INK.text);
    })
    .join('');
}

/** Lines over two numeric axes. */
export function lineChart(chart: LineChart): string {
  const { width, height } = chart.size ?? WHOLE;
  const bottom = height - 46;
  const px = (x: number): number => LEFT + ((x - chart.x.min) / (chart.x.max - chart.x.min || 1)) * (width - LEFT - RIGHT);
  const py = (y: number): number => bottom - ((y - chart.y.min) / (chart.y.max - chart.y.min || 1)) * (bottom - TOP);
  const grid = [
    ...ticks(chart.y.min, chart.y.max).map(
      (y) => stroke(LEFT, py(y), width - RIGHT, py(y), INK.grid) + label(LEFT - 6, py(y) + 4, chart.y.format(y), 'end'),
    ),
    ...ticks(chart.x.min, chart.x.max, width / 90).map(
      (x) => stroke(px(x), bottom, px(x), bottom + 4, INK.quiet) + label(px(x), bottom + 17, chart.x.format(x)),
    ),
    stroke(LEFT, bottom, width - RIGHT, bottom, INK.quiet),
    label((LEFT + width - RIGHT) / 2, height - 10, chart.x.label),
    label(LEFT, TOP - 10, chart.y.label, 'start'),
  ];
  const lines = chart.lines.map(({ points, color, dash }) => {
    const path = points.map(([x, y]) => `${n(px(x))},${n(py(y))}`).join(' ');
    return `<polyline points="${path}" fill="none" stroke="${color}" stroke-width="2"${dash ? ' stroke-dasharray="5 4"' : ''}/>`;
  });
  const dots = chart.dots ? dotted(chart.dots.dots, chart.dots.color, px, py) : [];
  const marks = (chart.marks ?? []).map(({ x, label: text }) => {
    const right = px(x) > width * 0.6;
    return (
      stroke(px(x), TOP, px(x), bottom, INK.accent, ' stroke-dasharray="3 3"') +
      haloed(px(x) + (right ? -6 : 6), TOP + 10, text, right ? 'end' : 'start', INK.accent)
    );
  });
  const names = [
    ...chart.lines.filter((l) => l.name !== '').map((l) => ({ name: l.name, color: l.color, mark: l.dash ? ('dash' as const) : ('line' as const) })),
    ...(chart.dots ? [{ name: chart.dots.name, color: chart.dots.color, mark: 'dot' as const }] : []),
  ];
  return frame([...grid, ...lines, ...marks, ...dots, legend(names)].join(''), { width, height });
}

/** Dots with whiskers. A number stands above its dot, else below, and is left out where it would write over another: the table has them all. */
function dotted(dots: readonly Dot[], color: string, px: (x: number) => number, py: (y: number) => number): string[] {
  const taken: { x: number; y: number; half: number }[] = [];
  return dots.map(({ at, low, high, label: text }) => {
    const [x, y] = [px(at[0]), py(at[1])];
    const whisker = low === undefined || high === undefined ? '' : stroke(x, py(low), x, py(high), color, ' stroke-width="1.5"');
    const half = room(text) * 3;
    const places = [Math.min(y, py(high ?? at[1])) - 7, Math.max(y, py(low ?? at[1])) + 15];
    const free = places.find((at) => taken.every((t) => Math.abs(t.x - x) > t.half + half || Math.abs(t.y - at) > 11));
    if (free !== undefined) taken.push({ x, y: free, half });
    const number = free === undefined ? '' : haloed(x, free, text, 'middle', INK.text);
    return `${whisker}<circle cx="${n(x)}" cy="${n(y)}" r="4" fill="${color}"/>${number}`;
  });
}

/** Breaks a category name into at most three lines of about `width` units. */
function broken(text: string, width: number): string[] {
  const lines = [''];
  for (const part of text.split(/(?<=[\s,、，·-])|(?=[\u2e80-\uffff])/)) {
    const last = lines.length - 1;
    if (lines[last] !== '' && room(lines[last] + part) > width) lines.push(part);
    else lines[last] += part;
  }
  const kept = lines.slice(0, 3).map((l) => (room(l) > width + 2 ? `${[...l].slice(0, Math.max(3, Math.floor(width) - 1)).join('')}…` : l.trim()));
  if (lines.length > 3) kept[2] = `${kept[2]?.replace(/[,、，]$/, '')}…`;
  return kept;
}

/** Bars by category, each with its number, and a line on an axis of its own. */
export function barChart(chart: BarChart): string {
  const { width, height } = chart.size ?? WHOLE;
  const [all, size] = [chart.bars.flatMap((b) => b.values), chart.categories.length];
  const wide = (width - LEFT - RIGHT) / Math.max(1, size);
  const named = chart.categories.map((name) => broken(name, wide / 6));
  const bottom = height - 14 - 12 * Math.max(1, ...named.map((lines) => lines.length));
  const [max, min] = [Math.max(...all, 0) * 1.12 || 1, Math.min(...all, 0) * 1.12];
  const py = (y: number): number => bottom - ((y - min) / (max - min)) * (bottom - TOP);
  const middle = (i: number): number => LEFT + wide * (i + 0.5);
  const barWide = Math.min(46, (wide * 0.72) / chart.bars.length);
  const format = chart.bars[0]?.format ?? String;
  const grid = ticks(min, max).map((y) => stroke(LEFT, py(y), width - RIGHT, py(y), INK.grid) + label(LEFT - 6, py(y) + 4, format(y), 'end'));
  const crowded = barWide < 17;
  const bars = chart.bars.flatMap(({ values, color, format: write }, b) =>
    values.map((value, i) => {
      const x = middle(i) + (b - chart.bars.length / 2) * barWide;
      const [top, foot] = [Math.min(py(value), py(0)), Math.max(py(value), py(0))];
      // White inside the bar at its foot, where a line above cannot cross it; over the bar when it is too low.
      const inside = value >= 0 && foot - top > 16;
      const y = inside ? foot - 5 : value < 0 ? foot + 12 : top - 4;
      const text = crowded ? '' : label(x + barWide / 2, y, write(value), 'middle', inside && color !== INK.soft ? '#ffffff' : INK.text, 10);
      return `<rect x="${n(x)}" y="${n(top)}" width="${n(barWide - 1)}" height="${n(Math.max(0.5, foot - top))}" fill="${color}"/>${text}`;
    }),
  );
  const names = named.map((lines, i) => lines.map((text, k) => label(middle(i), bottom + 16 + 12 * k, text, 'middle', INK.text, 10)).join(''));
  const entries = [
    ...chart.bars.map((b) => ({ name: b.name, color: b.color, mark: 'bar' as const })),
    ...(chart.line ? [{ name: chart.line.name, color: chart.line.color, mark: 'line' as const }] : []),
  ];
  const body = [
    ...grid,
    stroke(LEFT, py(0), width - RIGHT, py(0), INK.quiet),
    ...bars,
    overlay(chart.line, middle, bottom),
    ...names,
    label(LEFT, TOP - 10, chart.y, 'start'),
  ];
  return frame([...body, legend(entries)].join(''), { width, height });
}

function overlay(line: BarChart['line'], middle: (i: number) => number, bottom: number): string {
  if (line === undefined) return '';
  const top = Math.max(...line.values.map((v) => v ?? 0)) * 1.15 || 1;
  const py = (y: number): number => bottom - (y / top) * (bottom - TOP);
  const points = line.values.flatMap((v, i): { x: number; y: number; v: number }[] => (v === null ? [] : [{ x: middle(i), y: py(v), v }]));
  const path = `<polyline points="${points.map((p) => `${n(p.x)},${n(p.y)}`).join(' ')}" fill="none" stroke="${line.color}" stroke-width="2"/>`;
  const dots = points.map(
    ({ x, y, v }) => `<circle cx="${n(x)}" cy="${n(y)}" r="3.5" fill="${line.color}"/>${haloed(x, y - 8, line.format(v), 'middle', line.color)}`,
  );
  return path + dots.join('');
}
