import { type FrontMatterResult, readFrontMatter } from './data/front-matter.ts';
import type { Range, ReadProblem, ShortcodeCall } from './facts.ts';
import { parseWithSpaces } from './fast/corrections.ts';
import { sanitise } from './fast/sanitise.ts';
import type { LayerFacts, ParsedLayer } from './layer/layer-facts.ts';
import { readLayer } from './layer/layer-reader.ts';
import { type ParserChoice, parseMarkdown } from './parse.ts';
import { byStart, coverage, inOrder } from './ranges.ts';
import { setAside } from './set-aside/set-aside.ts';
import { lenientMarkdown, type MarkdownSettings } from './settings.ts';
import { type Layer, maskShortcodes } from './shortcodes/mask.ts';
import { type LexedShortcodes, lexShortcodes } from './shortcodes/shortcodes.ts';

/** How to read a page; `loadParsers` must have been awaited before. */
export interface ReadOptions {
  readonly parser?: ParserChoice;
  /** Includes have none: what looks like it is rules and text. Default: true. */
  readonly frontMatter?: boolean;
  /** Whether the text is what `decode` made of bytes; an editor's can hold what no bytes do. Default: false. */
  readonly decoded?: boolean;
  /** What the generator makes of Markdown. */
  readonly markdown?: MarkdownSettings;
}

/** A page taken apart once, for facts and for content. */
export interface ParsedPage {
  readonly front: FrontMatterResult;
  readonly lexed: LexedShortcodes;
  readonly places: readonly ShortcodeCall['place'][];
  /** The page itself, then bodies of shortcodes. */
  readonly layers: readonly ParsedLayer[];
  readonly problems: readonly ReadProblem[];
}

/** What all layers hold of one kind, in the order in which it stands on the page. */
export function ofLayers<T extends { readonly range: Range }>(
  layers: readonly ParsedLayer[],
  list: (facts: LayerFacts) => readonly T[],
): T[] {
  return inOrder(joined(layers, list));
}

/** What all layers hold of one kind, layer by layer. */
export function joined<T>(layers: readonly ParsedLayer[], list: (facts: LayerFacts) => readonly T[]): T[] {
  // V8 copies a whole list so, and item by item in `flatMap`; most pages have one layer.
  const all = layers[0] === undefined ? [] : list(layers[0].facts).slice();
  for (let at = 1; at < layers.length; at += 1) for (const each of list(layers[at]!.facts)) all.push(each);
  return all;
}

/** Shortcodes whose bodies are no Markdown. */
const CODE_BODIES = new Set(['highlight', 'mermaid']);

/** Takes a page apart: front matter, shortcodes, then the Markdown of each layer. */
export function parsePage(
  text: string,
  { parser = 'auto', frontMatter = true, decoded = false, markdown = lenientMarkdown }: ReadOptions,
): ParsedPage {
  const front: FrontMatterResult = frontMatter
    ? readFrontMatter(text, markdown.onlyYaml)
    : { frontMatter: null, problems: [], bodyStart: text.charCodeAt(0) === 0xfeff ? 1 : 0 };
  const body = setAside(text, markdown.setAside);
  const lexed = lexShortcodes(body, front.bodyStart);
  const masked = maskShortcodes(body, front.bodyStart, lexed);
  const places: ShortcodeCall['place'][] = new Array(lexed.calls.length).fill('content');
  const layers: ParsedLayer[] = [];
  const problems = [...front.problems, ...lexed.problems];
  for (const range of masked.tooDeep) problems.push({ kind: 'too-deep', range, detail: '' });
  for (const layer of masked.layers) {
    const owner = lexed.calls[layer.scope - 1];
    const place = layer.scope === 0 ? 'content' : places[layer.scope - 1]!;
    if (place !== 'content' || (owner && CODE_BODIES.has(owner.name))) {
      for (const call of layer.calls) places[call] = place === 'comment' ? 'comment' : 'code';
      continue;
    }
    const { text: sanitised, tooDeep } = sanitise(layer.text, decoded);
    for (const [start, end] of tooDeep) {
      problems.push({ kind: 'too-deep', range: [layer.start + start, layer.start + end], detail: '' });
    }
    const parsed = parseLayer(sanitised === layer.text ? layer : { ...layer, text: sanitised }, parser, markdown);
    placeCalls(layer, lexed, parsed.facts, places);
    problems.push(...parsed.facts.problems);
    layers.push(parsed);
  }
  return { front, lexed, places, layers, problems: contentProblems(problems, layers) };
}

function parseLayer(layer: Layer, parser: ParserChoice, settings: MarkdownSettings): ParsedLayer {
  const parsed = readLayer(parseMarkdown(layer.text, parser), layer, settings);
  const bars = parsed.facts.swallowedBars;
  if (bars.length === 0) return parsed;
  return readLayer(
    parseWithSpaces(layer.text, bars, (text) => parseMarkdown(text, parser)),
    layer,
    settings,
  );
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
function contentProblems(problems: ReadProblem[], layers: readonly ParsedLayer[]): readonly ReadProblem[] {
  if (problems.length === 0) return problems;
  const isQuiet = coverage(layers.flatMap(({ facts }) => [...facts.code, ...facts.comments]));
  return problems.filter(({ kind, range }) => kind !== 'include-malformed' || !isQuiet(range[0])).sort(byStart);
}
