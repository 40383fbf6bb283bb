import { scaleLinear, scalePoint } from 'd3-scale';
import { line } from 'd3-shape';
import type { ElementContent } from 'hast';
import { h, s } from 'hastscript';
import type { Figures } from '../data.ts';
import { folded, table } from './pieces.ts';

interface Moment {
  readonly date: string;
  readonly figures: Figures;
}

const WIDTH = 640;
const HEIGHT = 200;
const MARGIN = 40;

const series = [
  { name: 'errors', value: ({ errors }: Figures) => errors, dash: '' },
  { name: 'warnings', value: ({ warnings }: Figures) => warnings, dash: '6 3' },
  { name: 'broken links', value: ({ links }: Figures) => links.broken, dash: '2 3' },
] as const;

/** How errors, warnings and broken links went from report to report, as a chart and as a table. */
export function trendChart(moments: readonly Moment[]): ElementContent[] {
  const highest = Math.max(1, ...moments.flatMap(({ figures }) => series.map(({ value }) => value(figures))));
  const x = scalePoint<number>([...moments.keys()], [MARGIN, WIDTH - 110]);
  const y = scaleLinear([0, highest], [HEIGHT - MARGIN / 2, MARGIN / 2]).nice();
  const path = line<[number, number]>();
  const title = `Findings from ${day(moments[0])} to ${day(moments.at(-1))}`;
  const chart = s('svg.trend', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img', ariaLabel: title }, [
    ...y
      .ticks(4)
      .flatMap((tick) => [
        s('line.grid', { x1: MARGIN, x2: WIDTH - 110, y1: y(tick), y2: y(tick) }),
        s('text.tick', { x: MARGIN - 6, y: y(tick) + 4, textAnchor: 'end' }, String(tick)),
      ]),
    ...series.flatMap(({ value, dash }, index) => {
      const points = moments.map(({ figures }, at): [number, number] => [x(at) ?? MARGIN, y(value(figures))]);
      return s(`path.line.line-${index}`, { d: path(points) ?? '', strokeDasharray: dash, fill: 'none' });
    }),
    ...labels(series.map(({ name, value }) => ({ name, y: y(value(moments.at(-1)!.figures)) }))).map((label) =>
      s('text.label', { x: WIDTH - 104, y: label.y + 4 }, label.name),
    ),
  ]);
  const rows = moments.map(({ date, figures }) => [date.slice(0, 10), ...series.map(({ value }) => value(figures))]);
  return [
    h('figure', [h('figcaption', title), chart]),
    folded('The same as a table', [table(title, ['Date', ...series.map(({ name }) => name)], rows)]),
  ];
}

const LABEL = 14;

/** Names at the ends of lines, moved down where they would cover each other. */
function labels(wanted: readonly { readonly name: string; readonly y: number }[]) {
  let free = Number.NEGATIVE_INFINITY;
  return wanted
    .toSorted((a, b) => a.y - b.y)
    .map(({ name, y }) => {
      const at = Math.max(y, free);
      free = at + LABEL;
      return { name, y: at };
    });
}

function day(moment: Moment | undefined): string {
  return moment?.date.slice(0, 10) ?? '';
}
