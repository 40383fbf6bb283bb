import { bareUrlLength } from '../bare-urls.ts';
import { definitionDestination, inlineDestination } from '../destination.ts';
import type { LinkKind, Range } from '../facts.ts';
import { textOf } from '../plain-text.ts';
import { type FoundLink, foundLink, type ParsedLayer } from './layer-facts.ts';

/** Adds a link. Takes and gives how far the text was seen: where the parsers give no position, the words come after. */
export function addLink(parsed: ParsedLayer, node: number, cursor: number, inTable: boolean): number {
  const { tree, layer, facts } = parsed;
  const { text: page } = layer;
  const text = textOf(tree, node);
  const href = tree.url(node);
  let start = tree.start(node);
  let end = tree.end(node);
  let seen = cursor;
  const count = tree.childCount(node);
  if (page[start] === '[') {
    const last = count > 0 ? tree.end(tree.child(node, count - 1)) : -1;
    const target = inlineDestination(page, start, end, last);
    if (target) {
      add(parsed, 'inline', href, [start, end], target, text);
      return seen;
    }
  }
  if (start === -1) {
    start = placeOfWords(page, text, cursor);
    if (start === -1) return seen;
    end = start + text.length;
    seen = end;
  }
  if (inTable && href.includes('|')) noteBars(page, start, end, facts.swallowedBars);
  if (page[start] === '<') add(parsed, 'autolink', href, [start, end], [start + 1, end - 1], text);
  else addBareUrl(parsed, href, [start, end], text);
  return seen;
}

function addBareUrl(parsed: ParsedLayer, href: string, [start, end]: Range, text: string): void {
  const { layer, settings } = parsed;
  const isWeb = /^(?:https?:|www\.)/i.test(text);
  if (settings.bareUrls === 'github' || !isWeb) {
    add(parsed, 'autolink', href, [start, end], [start, end], text);
    return;
  }
  const length = settings.bareUrls === 'none' ? 0 : bareUrlLength(layer.text, start, settings);
  if (length === 0) return;
  const range: Range = [start, start + length];
  const url = layer.text.slice(...range);
  add(parsed, 'autolink', url.startsWith('www.') ? `http://${url}` : url, range, range, url);
}

export function addImage(parsed: ParsedLayer, node: number): void {
  const { tree, layer } = parsed;
  const start = tree.start(node);
  const end = tree.end(node);
  const target = inlineDestination(layer.text, start, end, -1);
  if (target) add(parsed, 'image', tree.url(node), [start, end], target, tree.alt(node));
}

/** The link of a definition, `[label]: href`; `undefined` for what is none. */
export function definedLink({ tree, layer, settings }: ParsedLayer, node: number): FoundLink | undefined {
  const range: Range = [tree.start(node), tree.end(node)];
  const target = definitionDestination(layer.text, ...range);
  // `[^two words]: note` is a footnote to goldmark.
  if (!target || (settings.footnotes !== 'off' && tree.label(node).startsWith('^'))) return undefined;
  return foundLink(layer, 'reference', tree.url(node), range, target, '');
}

function add(
  { layer, facts }: ParsedLayer,
  kind: LinkKind,
  href: string,
  range: Range,
  target: Range,
  text: string,
): void {
  facts.links.push(foundLink(layer, kind, href, range, target, text));
}

/** How much the parsers may leave without a position before a link that has none. */
const MAX_GAP = 2000;

/** Where the words of a link stand to which the parsers give no position, at `from` or soon after; or -1. */
function placeOfWords(text: string, words: string, from: number): number {
  const at = text.slice(from, from + words.length + MAX_GAP).indexOf(words);
  return at === -1 ? -1 : from + at;
}

/** Adds to `bars` where bars stand that end a table's cell. */
function noteBars(text: string, start: number, end: number, bars: number[]): void {
  for (let at = start; at < end; at += 1) if (text[at] === '|' && text[at - 1] !== '\\') bars.push(at);
}
