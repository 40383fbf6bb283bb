import { blocksOf } from './blocks/content.ts';
import { readData } from './data/read.ts';
import { hostsOf } from './destination.ts';
import type { DataContent, PageContent, PageFacts } from './facts.ts';
import type { FoundHeading } from './layer/layer-facts.ts';
import { pageLinks } from './page-links.ts';
import { joined, ofLayers, type ParsedPage, parsePage, type ReadOptions } from './parse-page.ts';
import { endOf } from './ranges.ts';
import { lenientMarkdown } from './settings.ts';
import { callsIn } from './shortcodes/calls-in.ts';
import type { LexedShortcodes } from './shortcodes/shortcodes.ts';

/** Everything that rules and the index need of a page. */
export function readPage(text: string, options: ReadOptions = {}): PageFacts {
  const page = parsePage(text, options);
  const { lexed, front, places, layers } = page;
  const headings = ofLayers(layers, ({ headings }) => headings);
  markShortcodes(headings, lexed);
  markBodies(headings, text, page);
  const [links, externalLinks] = pageLinks(text, page, options.markdown?.linkKeys);
  return {
    frontMatter: front.frontMatter,
    headings,
    anchors: ofLayers(layers, ({ anchors }) => anchors),
    links,
    externalLinks,
    externalHosts: hostsOf(externalLinks),
    shortcodes: lexed.calls.map((call, index) => ({ ...call, place: places[index]! })),
    controls: ofLayers(layers, ({ controls }) => controls),
    problems: page.problems,
  };
}

/** A page's prose, lists and tables. What else than indented blocks its generator sets aside is read, since it names levels and sections. */
export function readContent(text: string, { markdown = lenientMarkdown, ...options }: ReadOptions = {}): PageContent {
  const { setAside, ...settings } = markdown;
  const page = parsePage(text, {
    ...options,
    markdown: Array.isArray(setAside) ? { ...settings, setAside } : settings,
  });
  const data = dataOf(text, page.front.frontMatter);
  const content = blocksOf(page, text);
  return data === null ? content : { ...content, data };
}

/** The values of front matter that holds lists of sentences, or keys below keys, with their places. */
function dataOf(text: string, front: PageFacts['frontMatter']): DataContent | null {
  if (front === null || front.format === 'toml') return null;
  const isDeep = (value: unknown): boolean =>
    typeof value === 'object' &&
    value !== null &&
    (!Array.isArray(value) || value.some((item) => isDeep(item) || /\S\s+\S+\s+\S/.test(String(item))));
  if (!Object.values(front.values).some(isDeep)) return null;
  // The fence above is YAML as well.
  const [start, end] = front.range;
  return readData(text.slice(start, front.format === 'yaml' ? end - 3 : end), start);
}

/** What a shortcode in a heading prints is part of the id, and only the built site knows it. */
function markShortcodes(headings: readonly FoundHeading[], { calls }: LexedShortcodes): void {
  if (calls.length === 0) return;
  for (const heading of headings) {
    if (heading.isSettled !== undefined) {
      delete heading.isSettled;
      continue;
    }
    const inside = callsIn(calls, heading.range);
    if (inside.length === 0) continue;
    if (inside.every(({ delimiter }) => delimiter === '%') && heading.slug !== null)
      heading.slugIfSilent = heading.slug;
    heading.slug = null;
  }
}

const BLANK = /\s*/y;

/** Notes which headings something follows before the next one: words, code, pictures, and what shortcodes show. */
function markBodies(headings: readonly FoundHeading[], text: string, { layers, lexed, places }: ParsedPage): void {
  const starts = joined(layers, ({ bodies }) => bodies);
  for (const [index, call] of lexed.calls.entries()) {
    // What stands between `{{% %}}` and its end was seen itself.
    const seen = call.inner !== null && call.delimiter === '%' && endOf(BLANK, text, call.inner[0]) < call.inner[1];
    if (places[index] === 'content' && !seen) starts.push(call.range[0]);
  }
  // What one tree has is in order.
  if (layers.length > 1 || lexed.calls.length > 0) starts.sort((a, b) => a - b);
  let at = 0;
  for (const [index, heading] of headings.entries()) {
    const next = headings[index + 1]?.range[0] ?? Number.POSITIVE_INFINITY;
    while (starts[at]! < heading.range[1]) at += 1;
    heading.hasBody = starts[at]! < next;
  }
}
