import { bareUrlLength } from '../bare-urls.ts';
import { definitionDestination, inlineDestination } from '../destination.ts';
import type { LinkKind, Range } from '../facts.ts';
import * as NodeType from '../node-type.ts';
import { textOf } from '../plain-text.ts';
import { References } from '../references.ts';
import type { MarkdownSettings } from '../settings.ts';
import type { Tree } from '../tree.ts';
import { foundLink, type LayerFacts, type LayerSource } from './layer-facts.ts';

/** Reads the links and images of one layer's tree. */
export class LayerLinks {
  private readonly tree: Tree;
  private readonly source: LayerSource;
  private readonly facts: LayerFacts;
  private readonly settings: MarkdownSettings;
  /** Few pages have any. */
  private references: References | undefined;

  constructor(tree: Tree, source: LayerSource, facts: LayerFacts, settings: MarkdownSettings) {
    this.tree = tree;
    this.source = source;
    this.facts = facts;
    this.settings = settings;
  }

  /** Adds a link. Takes and gives how far the text was seen: where the parsers give no position, the words come after. */
  addLink(node: number, cursor: number, inTable: boolean): number {
    const { tree } = this;
    const { text: page } = this.source;
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
        this.add('inline', href, [start, end], target, text);
        return seen;
      }
    }
    if (start === -1) {
      start = placeOfWords(page, text, cursor);
      if (start === -1) return seen;
      end = start + text.length;
      seen = end;
    }
    if (inTable && href.includes('|')) noteBars(page, start, end, this.facts.swallowedBars);
    if (page[start] === '<') this.add('autolink', href, [start, end], [start + 1, end - 1], text);
    else this.addBareUrl(href, [start, end], text);
    return seen;
  }

  private addBareUrl(href: string, [start, end]: Range, text: string): void {
    const { settings } = this;
    const isWeb = /^(?:https?:|www\.)/i.test(text);
    if (settings.bareUrls === 'github' || !isWeb) {
      this.add('autolink', href, [start, end], [start, end], text);
      return;
    }
    const length = settings.bareUrls === 'none' ? 0 : bareUrlLength(this.source.text, start, settings);
    if (length === 0) return;
    const url = this.source.text.slice(start, start + length);
    const range: Range = [start, start + length];
    this.add('autolink', url.startsWith('www.') ? `http://${url}` : url, range, range, url);
  }

  addImage(node: number): void {
    const { tree } = this;
    const start = tree.start(node);
    const end = tree.end(node);
    const target = inlineDestination(this.source.text, start, end, -1);
    if (target) this.add('image', tree.url(node), [start, end], target, tree.alt(node));
  }

  useReference(node: number, type: number): void {
    const { tree } = this;
    const image = type === NodeType.ImageReference;
    this.references ??= new References();
    this.references.use(tree.label(node), image, image ? tree.alt(node) : textOf(tree, node));
  }

  define(node: number): void {
    const { tree } = this;
    const start = tree.start(node);
    const end = tree.end(node);
    const target = definitionDestination(this.source.text, start, end);
    // `[^two words]: note` is a footnote to goldmark.
    if (!target || (this.settings.footnotes !== 'off' && tree.label(node).startsWith('^'))) return;
    const link = foundLink(this.source, 'reference', tree.url(node), [start, end], target, '');
    this.references ??= new References();
    this.references.define(tree.label(node), link);
  }

  /** Adds what references mean. */
  addReferences(): void {
    for (const link of this.references?.resolve() ?? []) this.facts.links.push(link);
  }

  private add(kind: LinkKind, href: string, range: Range, target: Range, text: string): void {
    this.facts.links.push(foundLink(this.source, kind, href, range, target, text));
  }
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
