import {
  forceCenter,
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationLinkDatum,
  type SimulationNodeDatum,
} from 'd3-force';
import { scaleSqrt } from 'd3-scale';
import type { ElementContent } from 'hast';
import { h, s } from 'hastscript';
import { nameOf } from '../../files/paths.ts';
import { inThousands } from '../../phrases/amounts.ts';
import type { ReportData, SiteMap } from '../data.ts';
import { fileLink, folded, type ReportPart, table } from './pieces.ts';

const WIDTH = 900;
const HEIGHT = 640;
const STEPS = 300;
/** More edges than this hide each other. */
const MOST_EDGES = 90;
const MOST_BROKEN = 30;

interface Node extends SimulationNodeDatum {
  readonly id: string;
  readonly pages: number;
}

/** Sections as nodes, links as edges, broken ones in front; pages that nothing links to, and those that many rely on. */
export function mapPart({ map, source }: ReportData): ReportPart | null {
  if (map.sections.length < 2) return null;
  const edges = map.edges
    .filter(({ from, to }) => from !== to)
    .map(({ from, to, links, broken }) => [from, to, links, broken]);
  const content: ElementContent[] = [
    h('figure', [
      h(
        'figcaption',
        'Circles are sections, larger ones with more pages. Grey lines are the most used links between them, dashed red lines those of which most are broken.',
      ),
      drawing(map),
    ]),
    folded('The same as a table', [table('Links between sections', ['From', 'To', 'Links', 'Broken'], edges)]),
  ];
  const relied = map.relied.map(({ path, title, from, links }) => [fileLink(source, path, title), from, links]);
  const heads = ['Page', 'Linked from pages', 'Links'];
  if (relied.length > 0)
    content.push(folded('Pages that many rely on', [table('Pages that many rely on', heads, relied)]));
  const { pages, more } = map.unlinked;
  const items = pages.map((path) => h('li', fileLink(source, path)));
  const rest = more === 0 ? [] : [h('p', `and ${inThousands(more)} more`)];
  if (pages.length > 0)
    content.push(
      folded(`Pages that no page links to (${inThousands(pages.length + more)})`, [h('ul', items), ...rest]),
    );
  return { id: 'map', title: 'Map', content };
}

function drawing({ sections, edges }: SiteMap): ElementContent {
  const nodes: Node[] = sections.map(({ id, pages }) => ({ id, pages }));
  const apart = edges.filter(({ from, to }) => from !== to);
  const drawn = apart.slice(0, MOST_EDGES);
  const broken = apart
    .filter((edge) => edge.broken > 0)
    .sort((a, b) => b.broken - a.broken)
    .slice(0, MOST_BROKEN);
  const radius = scaleSqrt([0, Math.max(1, ...sections.map(({ pages }) => pages))], [5, 38]);
  const width = scaleSqrt([0, Math.max(1, ...edges.map(({ links }) => links))], [0.5, 7]);
  const links: SimulationLinkDatum<Node>[] = drawn.map(({ from, to }) => ({ source: from, target: to }));
  const link = forceLink<Node, SimulationLinkDatum<Node>>(links)
    .id(({ id }) => id)
    .distance(150)
    .strength(0.05);
  const collide = forceCollide<Node>().radius(({ pages }) => radius(pages) + 16);
  // It starts from fixed places and takes no random turns, so the same handbook gives the same picture.
  forceSimulation(nodes)
    .force('link', link)
    .force('charge', forceManyBody().strength(-420))
    .force('center', forceCenter(WIDTH / 2, HEIGHT / 2))
    .force('x', forceX(WIDTH / 2).strength(0.09))
    .force('y', forceY(HEIGHT / 2).strength(0.14))
    .force('collide', collide)
    .stop()
    .tick(STEPS);
  const at = new Map(nodes.map((node) => [node.id, { x: inside(node.x, WIDTH), y: inside(node.y, HEIGHT) }]));
  const ends = (from: string, to: string) => {
    const [start, end] = [at.get(from)!, at.get(to)!];
    return { x1: start.x, y1: start.y, x2: end.x, y2: end.y };
  };
  const used = drawn.map(({ from, to, links: count }) =>
    s('line.edge', { ...ends(from, to), strokeWidth: round(width(count)) }),
  );
  const lost = broken.map(({ from, to, broken: count }) => {
    const line = { ...ends(from, to), strokeWidth: round(width(count) + 0.8) };
    return s('line.edge.broken', line, [s('title', `${from} to ${to}, ${count} broken`)]);
  });
  const circles = nodes.map(({ id, pages }) => {
    const { x, y } = at.get(id)!;
    const size = round(radius(pages));
    return s('g', [
      s('circle.node', { cx: x, cy: y, r: size }, [s('title', `${id}, ${pages} pages`)]),
      s('text.label', { x, y: round(y + size + 13), textAnchor: 'middle' }, id === '.' ? 'top folder' : nameOf(id)),
    ]);
  });
  const viewBox = frameOf(nodes.map(({ id, pages }) => ({ ...at.get(id)!, size: radius(pages) })));
  const about = { viewBox, role: 'img', ariaLabel: 'Map of the sections and links' };
  return s('svg.map', about, [...used, ...lost, ...circles]);
}

/** What of the plane is shown: all circles with their names below. */
function frameOf(circles: readonly { readonly x: number; readonly y: number; readonly size: number }[]): string {
  const left = Math.min(...circles.map(({ x, size }) => x - size)) - 60;
  const right = Math.max(...circles.map(({ x, size }) => x + size)) + 60;
  const top = Math.min(...circles.map(({ y, size }) => y - size)) - 10;
  const bottom = Math.max(...circles.map(({ y, size }) => y + size)) + 24;
  // A few circles are not blown up.
  const width = Math.max(right - left, WIDTH * 0.75);
  return [left - (width - (right - left)) / 2, top, width, bottom - top].map(round).join(' ');
}

function inside(value: number | undefined, size: number): number {
  return round(Math.min(size - 45, Math.max(45, value ?? size / 2)));
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
