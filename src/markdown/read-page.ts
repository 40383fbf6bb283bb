import { blocksOf } from './content.ts';
import type { Heading, PageContent, PageFacts } from './facts.ts';
import type { LayerFacts } from './layer-reader.ts';
import { pageLinks } from './page-links.ts';
import { type ParsedPage, parsePage, type ReadOptions } from './parse-page.ts';
import { byStart, countUntil } from './ranges.ts';
import type { LexedShortcodes } from './shortcodes.ts';

export type { ReadOptions } from './parse-page.ts';

/** Everything that rules and the index need of a page. */
export function readPage(text: string, options: ReadOptions = {}): PageFacts {
  const page = parsePage(text, options);
  const { lexed, front, places } = page;
  const headings = page.layers.flatMap(({ facts }) => facts.headings);
  if (page.layers.length > 1) headings.sort(byStart);
  const [links, externalLinks] = pageLinks(text, page);
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
  return blocksOf(parsePage(text, options));
}

function withShortcodes(headings: LayerFacts['headings'], { calls }: LexedShortcodes): LayerFacts['headings'] {
  if (calls.length === 0) return headings;
  return headings.map((heading) => {
    const inside = [];
    for (
      let index = countUntil(calls.length, (at) => calls[at]!.range[0] < heading.range[0]);
      index < calls.length;
      index += 1
    ) {
      if (calls[index]!.range[0] >= heading.range[1]) break;
      inside.push(calls[index]!);
    }
    if (inside.length === 0) return heading;
    const silent = inside.every(({ delimiter }) => delimiter === '%') && heading.slug !== null;
    return { ...heading, slug: null, ...(silent ? { slugIfSilent: heading.slug! } : {}) };
  });
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
