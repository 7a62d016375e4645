import { contendersOf, type Result } from './result';

const WIDTH = 860;
const HEIGHT = 480;
const MARGIN = { left: 70, right: 170, top: 30, bottom: 50 };
const COLOURS = [
  ...['#57606a', '#1f6feb', '#8250df', '#54aeff', '#0a3069', '#d1242f'],
  ...['#bf8700', '#1a7f37', '#bc4c00', '#bf3989', '#0f766e', '#6e7781'],
];

/** Seconds over objects, both axes logarithmic: a straight line of slope 1 is linear time. */
export function plotSvg(results: readonly Result[]): string {
  const x = scale(
    results.map((one) => one.objects),
    MARGIN.left,
    WIDTH - MARGIN.right,
  );
  const y = scale(
    results.map((one) => one.seconds),
    HEIGHT - MARGIN.bottom,
    MARGIN.top,
  );
  const curves = contendersOf(results).map((contender) =>
    results
      .filter((one) => one.contender === contender)
      .sort((a, b) => a.objects - b.objects)
      .map((one): Point => [x.at(one.objects), y.at(one.seconds)]),
  );
  const labels = spread(curves.map((points) => points.at(-1) as Point));
  const lines = contendersOf(results).map((contender, index) => {
    const colour = COLOURS[index % COLOURS.length] as string;
    const points = curves[index] as readonly Point[];
    const [endX, endY] = labels[index] as Point;
    const path = points.map(([px, py]) => `${px.toFixed(1)},${py.toFixed(1)}`).join(' ');
    const dots = points.map(
      ([px, py]) => `<circle cx="${px.toFixed(1)}" cy="${py.toFixed(1)}" r="3" fill="${colour}"/>`,
    );
    return [
      `<polyline points="${path}" fill="none" stroke="${colour}" stroke-width="2"/>`,
      ...dots,
      text(endX + 8, endY + 4, contender, 'start', colour),
    ].join('\n');
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12">
<title>Seconds over objects, both axes logarithmic</title>
<rect width="${WIDTH}" height="${HEIGHT}" fill="#ffffff"/>
${x.ticks.map((tick) => grid(x.at(tick), MARGIN.top, x.at(tick), HEIGHT - MARGIN.bottom)).join('\n')}
${y.ticks.map((tick) => grid(MARGIN.left, y.at(tick), WIDTH - MARGIN.right, y.at(tick))).join('\n')}
${x.ticks.map((tick) => text(x.at(tick), HEIGHT - MARGIN.bottom + 18, tick.toLocaleString('en-US'), 'middle')).join('\n')}
${y.ticks.map((tick) => text(MARGIN.left - 8, y.at(tick) + 4, `${tick} s`, 'end')).join('\n')}
${text((MARGIN.left + WIDTH - MARGIN.right) / 2, HEIGHT - 10, 'objects', 'middle')}
${lines.join('\n')}
</svg>
`;
}

/** A logarithmic axis with its powers of ten. */
function scale(values: readonly number[], from: number, to: number) {
  const low = Math.floor(Math.log10(Math.min(...values)));
  // A little over a power of ten needs no axis up to the next.
  const high = Math.ceil(Math.log10(Math.max(...values)) - 0.01);
  const at = (value: number) => from + ((Math.log10(value) - low) / Math.max(1, high - low)) * (to - from);
  return { at, ticks: Array.from({ length: high - low + 1 }, (_, index) => Number((10 ** (low + index)).toFixed(6))) };
}

type Point = readonly [x: number, y: number];

const LABEL_HEIGHT = 14;

/** Where the labels of lines stand that end at these points: those above one another make room on both sides. */
function spread(ends: readonly Point[]): readonly Point[] {
  const heights = ends.map(([, y]) => y);
  const order = [...ends.keys()].sort((a, b) => (ends[a]?.[1] ?? 0) - (ends[b]?.[1] ?? 0));
  for (let round = 0; round < 100; round++) {
    for (const [place, upper] of order.entries()) {
      const lower = order.slice(place + 1).find((other) => ends[other]?.[0] === ends[upper]?.[0]);
      if (lower === undefined) continue;
      const missing = LABEL_HEIGHT - ((heights[lower] ?? 0) - (heights[upper] ?? 0));
      if (missing <= 0) continue;
      heights[upper] = (heights[upper] ?? 0) - missing / 2;
      heights[lower] = (heights[lower] ?? 0) + missing / 2;
    }
  }
  return ends.map(([x], index) => [x, heights[index] as number]);
}

function grid(x1: number, y1: number, x2: number, y2: number): string {
  return `<line x1="${x1.toFixed(1)}" y1="${y1.toFixed(1)}" x2="${x2.toFixed(1)}" y2="${y2.toFixed(1)}" stroke="#d0d7de"/>`;
}

function text(x: number, y: number, content: string, anchor: string, colour = '#24292f'): string {
  const halo = 'paint-order="stroke" stroke="#ffffff" stroke-width="3"';
  return `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" text-anchor="${anchor}" fill="${colour}" ${halo}>${content}</text>`;
}
