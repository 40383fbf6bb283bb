import { readBlocks } from './content.ts';
import type { Heading, Link, PageContent, PageFacts, ReadProblem, ShortcodeCall } from './facts.ts';
import { type FrontMatterResult, readFrontMatter } from './front-matter.ts';
import { type FoundLink, isExternal, type LayerFacts, readLayer } from './layer-reader.ts';
import { type Layer, MASK, maskShortcodes } from './mask.ts';
import { readMermaid } from './mermaid.ts';
import { type ParserChoice, parseMarkdown } from './parse.ts';
import { type LexedShortcodes, lexShortcodes } from './shortcodes.ts';
import type { Tree } from './tree.ts';

/** How to read a page; `loadParsers` must have been awaited before. */
export interface ReadOptions {
  readonly parser?: ParserChoice;
  /** Includes have none: what looks like it is rules and text. Default: true. */
  readonly frontMatter?: boolean;
}

/** A page taken apart once, for facts and for content. */
interface ParsedPage {
  readonly front: FrontMatterResult;
  readonly lexed: LexedShortcodes;
  readonly places: readonly ShortcodeCall['place'][];
  readonly layers: readonly { readonly layer: Layer; readonly tree: Tree; readonly facts: LayerFacts }[];
  readonly problems: readonly ReadProblem[];
}

/** Bodies that are no Markdown. */
const CODE_BODIES = new Set(['highlight', 'mermaid']);
const REFERENCES = new Set(['ref', 'relref']);

/** Everything that rules and the index need of a page. */
export function readPage(text: string, options: ReadOptions = {}): PageFacts {
  const page = parsePage(text, options);
  const { lexed, front, places } = page;
  const headings = page.layers.flatMap(({ facts }) => facts.headings);
  if (page.layers.length > 1) headings.sort(byStart);
  const [links, externalLinks] = allLinks(text, page);
  return {
    frontMatter: front.frontMatter,
    headings: withBodies(withShortcodes(headings, lexed), page),
    anchors: page.layers.flatMap(({ facts }) => facts.anchors).sort(byStart),
    links,
    externalLinks,
    shortcodes: lexed.calls.map((call, index) => ({ ...call, place: places[index]! })),
    controls: page.layers.flatMap(({ facts }) => facts.controls).sort(byStart),
    problems: page.problems,
  };
}

/** A page's prose, lists and tables. */
export function readContent(text: string, options: ReadOptions = {}): PageContent {
  const page = parsePage(text, options);
  const headings = page.layers
    .flatMap(({ facts }) => facts.headings.map(({ range }) => range[0]))
    .sort((a, b) => a - b);
  return { blocks: readBlocks(text, page.layers, headings, page.lexed, page.places) };
}

function parsePage(text: string, { parser = 'auto', frontMatter = true }: ReadOptions): ParsedPage {
  const front: FrontMatterResult = frontMatter
    ? readFrontMatter(text)
    : { frontMatter: null, problems: [], bodyStart: text.charCodeAt(0) === 0xfeff ? 1 : 0 };
  const lexed = lexShortcodes(text, front.bodyStart);
  const masked = maskShortcodes(text, front.bodyStart, lexed);
  const places: ShortcodeCall['place'][] = new Array(lexed.calls.length).fill('content');
  const layers: ParsedPage['layers'][number][] = [];
  const problems = [...front.problems, ...lexed.problems];
  for (const range of masked.tooDeep) problems.push({ kind: 'too-deep', range, detail: '' });
  for (const layer of masked.layers) {
    const owner = lexed.calls[layer.scope - 1];
    const place = layer.scope === 0 ? 'content' : places[layer.scope - 1]!;
    if (place !== 'content' || (owner && CODE_BODIES.has(owner.name))) {
      for (const call of layer.calls) places[call] = place === 'comment' ? 'comment' : 'code';
      continue;
    }
    const tree = parseMarkdown(layer.text, parser);
    const facts = readLayer(tree, layer);
    placeCalls(layer, lexed, facts, places);
    problems.push(...facts.problems);
    layers.push({ layer, tree, facts });
  }
  return { front, lexed, places, layers, problems: contentProblems(problems, layers) };
}

/** Marks the calls that stand in code or in a comment. */
function placeCalls(layer: Layer, lexed: LexedShortcodes, facts: LayerFacts, places: ShortcodeCall['place'][]): void {
  if (layer.calls.length === 0) return;
  for (const [ranges, place] of [
    [facts.code, 'code'],
    [facts.comments, 'comment'],
  ] as const) {
    const covers = coverage(ranges);
    for (const call of layer.calls) if (covers(lexed.calls[call]!.range[0])) places[call] = place;
  }
}

/** An include call that Hugo does not see is worth a word only where it would have done something. */
function contentProblems(problems: readonly ReadProblem[], layers: ParsedPage['layers']): ReadProblem[] {
  const quiet = problems.some(({ kind }) => kind === 'include-malformed')
    ? coverage(layers.flatMap(({ facts }) => [...facts.code, ...facts.comments]))
    : () => false;
  return problems
    .filter(({ kind, range }) => kind !== 'include-malformed' || !quiet(range[0]))
    .sort((a, b) => a.range[0] - b.range[0]);
}

/** Whether an offset lies in one of the ranges; ask with growing or arbitrary offsets. */
function coverage(ranges: readonly (readonly [number, number])[]): (offset: number) => boolean {
  const sorted = [...ranges].sort((a, b) => a[0] - b[0]);
  return (offset) => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle]![0] <= offset) low = middle + 1;
      else high = middle;
    }
    return low > 0 && offset < sorted[low - 1]![1];
  };
}

function allLinks(text: string, { layers, lexed, places }: ParsedPage): [Link[], Link[]] {
  const found = layers.flatMap(({ facts }) => facts.links);
  if (lexed.calls.length > 0) {
    const alone = new Map<number, number>();
    for (const [index, call] of lexed.calls.entries()) {
      if (REFERENCES.has(call.name) && places[index] === 'content') alone.set(call.range[0], index);
    }
    for (const link of found) {
      const index = link.href.includes(MASK) ? alone.get(link.target[0]) : undefined;
      if (index === undefined) continue;
      alone.delete(link.target[0]);
      Object.assign(link, referenceLink(lexed.calls[index]!, link.target, text));
    }
    for (const index of alone.values()) {
      const call = lexed.calls[index]!;
      found.push({ kind: 'ref', href: '', range: call.range, target: call.range, fragment: null, text: '' });
      Object.assign(found.at(-1)!, referenceLink(call, call.range, text));
    }
    for (const [index, call] of lexed.calls.entries()) {
      if (call.name === 'mermaid' && call.inner && places[index] === 'content') {
        found.push(...mermaidLinks(text, call.inner));
      }
    }
  }
  const links: Link[] = [];
  const external: Link[] = [];
  for (const link of found.sort(byStart)) (isExternal(link.href) ? external : links).push(link);
  return [links, external];
}

function referenceLink(
  call: LexedShortcodes['calls'][number],
  target: Link['target'],
  text: string,
): Partial<FoundLink> {
  const param = call.params.find(({ name }) => name === null || name === 'path');
  if (!param) return { kind: 'ref' };
  const rest = text.slice(call.range[1], target[1]);
  const href = param.value + rest;
  const own = rest === '' ? param.range : target;
  const hash = text.indexOf('#', rest === '' ? own[0] : call.range[1]);
  return { kind: 'ref', href, target: own, fragment: hash >= 0 && hash < own[1] ? [hash + 1, own[1]] : null };
}

function mermaidLinks(text: string, [start, end]: readonly [number, number]): FoundLink[] {
  return readMermaid(text.slice(start, end), start).map(({ node, href, range, target }) => {
    const hash = href.indexOf('#');
    const fragment = hash < 0 ? null : ([target[0] + hash + 1, target[1]] as const);
    return { kind: 'mermaid', href, range, target, fragment, text: node };
  });
}

function withShortcodes(headings: LayerFacts['headings'], { calls }: LexedShortcodes): LayerFacts['headings'] {
  if (calls.length === 0) return headings;
  return headings.map((heading) => {
    const inside = [];
    for (let index = firstFrom(calls, heading.range[0]); index < calls.length; index += 1) {
      if (calls[index]!.range[0] >= heading.range[1]) break;
      inside.push(calls[index]!);
    }
    if (inside.length === 0) return heading;
    const silent = inside.every(({ delimiter }) => delimiter === '%') && heading.slug !== null;
    return { ...heading, slug: null, ...(silent ? { slugIfSilent: heading.slug! } : {}) };
  });
}

function firstFrom(calls: LexedShortcodes['calls'], offset: number): number {
  let low = 0;
  let high = calls.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (calls[middle]!.range[0] < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function withBodies(headings: LayerFacts['headings'], { layers, lexed, places }: ParsedPage): Heading[] {
  const read = new Set(layers.map(({ layer }) => layer.scope - 1));
  const bodies = layers.flatMap(({ facts }) => facts.bodies);
  for (const [index, call] of lexed.calls.entries()) {
    // What stands between the tags of a pair was seen itself.
    const seen = call.inner !== null && (call.delimiter === '%' || read.has(index)) && call.inner[0] < call.inner[1];
    if (places[index] === 'content' && !seen) bodies.push(call.range[0]);
  }
  bodies.sort((a, b) => a - b);
  let at = 0;
  return headings.map((heading, index) => {
    const next = headings[index + 1]?.range[0] ?? Number.POSITIVE_INFINITY;
    while (at < bodies.length && bodies[at]! < heading.range[1]) at += 1;
    return { ...heading, hasBody: at < bodies.length && bodies[at]! < next };
  });
}

function byStart(
  a: { readonly range: readonly [number, number] },
  b: { readonly range: readonly [number, number] },
): number {
  return a.range[0] - b.range[0];
}
