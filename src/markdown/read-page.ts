import { blocksOf } from './blocks/content.ts';
import { readData } from './data/read.ts';
import type { DataContent, PageContent, PageFacts, Range } from './facts.ts';
import type { FoundHeading } from './layer/layer-facts.ts';
import { pageLinks } from './page-links.ts';
import { ofLayers, type ParsedPage, parsePage, type ReadOptions } from './parse-page.ts';
import { countUntil, sortByStart } from './ranges.ts';
import type { LexedShortcodes } from './shortcodes/shortcodes.ts';

/** Everything that rules and the index need of a page. */
export function readPage(text: string, options: ReadOptions = {}): PageFacts {
  const page = parsePage(text, options);
  const { lexed, front, places, layers } = page;
  const headings = sortByStart(ofLayers(layers, ({ headings }) => headings));
  markShortcodes(headings, lexed);
  markBodies(headings, text, page);
  const [links, externalLinks] = pageLinks(text, page);
  return {
    frontMatter: front.frontMatter,
    headings,
    anchors: sortByStart(ofLayers(layers, ({ anchors }) => anchors)),
    links,
    externalLinks,
    shortcodes: lexed.calls.map((call, index) => ({ ...call, place: places[index]! })),
    controls: sortByStart(ofLayers(layers, ({ controls }) => controls)),
    problems: page.problems,
  };
}

/** A page's prose, lists and tables. */
export function readContent(text: string, options: ReadOptions = {}): PageContent {
  const page = parsePage(text, options);
  const data = dataOf(text, page.front.frontMatter);
  return data === null ? blocksOf(page) : { ...blocksOf(page), data };
}

/** The values of front matter that holds lists of sentences, or keys below keys, with their places. */
function dataOf(text: string, front: PageFacts['frontMatter']): DataContent | null {
  if (front === null || front.format === 'toml') return null;
  const isDeep = (value: unknown): boolean =>
    typeof value === 'object' &&
    value !== null &&
    (!Array.isArray(value) || value.some((item) => isDeep(item) || /\S\s+\S+\s+\S/.test(String(item))));
  if (!Object.values(front.values).some(isDeep)) return null;
  const [start, end] = front.format === 'yaml' ? [front.range[0] + 3, front.range[1] - 3] : front.range;
  return readData(text.slice(start, end), start);
}

/** What a shortcode in a heading prints is part of the id, and only the built site knows it. */
function markShortcodes(headings: readonly FoundHeading[], { calls }: LexedShortcodes): void {
  if (calls.length === 0) return;
  for (const heading of headings) {
    if (heading.isSettled !== undefined) {
      delete heading.isSettled;
      continue;
    }
    const [start, end] = heading.range;
    let allMarkdown = true;
    let index = countUntil(calls.length, (at) => calls[at]!.range[0] < start);
    if (index >= calls.length || calls[index]!.range[0] >= end) continue;
    for (; index < calls.length && calls[index]!.range[0] < end; index += 1) {
      allMarkdown &&= calls[index]!.delimiter === '%';
    }
    if (allMarkdown && heading.slug !== null) heading.slugIfSilent = heading.slug;
    heading.slug = null;
  }
}

/** Each layer marked its own headings; shortcodes and what stands in their bodies come on top. */
function markBodies(headings: readonly FoundHeading[], text: string, { layers, lexed, places }: ParsedPage): void {
  if (lexed.calls.length === 0) return;
  const bodies = ofLayers(layers, ({ bodies }) => bodies);
  const read = new Set(layers.map(({ layer }) => layer.scope - 1));
  for (const [index, call] of lexed.calls.entries()) {
    // What stands between the tags of a pair was seen itself.
    const seen = call.inner !== null && (call.delimiter === '%' || read.has(index)) && !isBlank(text, call.inner);
    if (places[index] === 'content' && !seen) bodies.push(call.range[0]);
  }
  bodies.sort((a, b) => a - b);
  let at = 0;
  for (const [index, heading] of headings.entries()) {
    const next = headings[index + 1]?.range[0] ?? Number.POSITIVE_INFINITY;
    while (at < bodies.length && bodies[at]! < heading.range[1]) at += 1;
    heading.hasBody = at < bodies.length && bodies[at]! < next;
  }
}

function isBlank(text: string, [start, end]: Range): boolean {
  let at = start;
  while (at < end && /\s/.test(text[at]!)) at += 1;
  return at === end;
}
