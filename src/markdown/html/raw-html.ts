import type { Range } from '../facts.ts';
import { type FoundLink, foundLink, inPage, type ParsedLayer } from '../layer/layer-facts.ts';
import * as NodeType from '../node-type.ts';
import { plainText } from '../plain-text.ts';
import type { Tree } from '../tree.ts';
import { type HtmlAttribute, type HtmlVisitor, readHtml } from './walk.ts';

/** The attribute by which an element names a file that it shows. */
const RESOURCES = new Map([
  ...['img', 'video', 'source', 'audio', 'iframe', 'embed'].map((name) => [name, 'src'] as const),
  ['object', 'data'],
]);
/** Elements whose `srcset` names files. */
const SETS = new Set(['img', 'source']);
const QUOTE_PREFIX = /(?<=[\r\n])[ \t]*(?:>[ \t]?)+/g;

/** Whether a paragraph holds nothing but tags: they show for themselves whether a reader sees them. */
export function isOnlyHtml(tree: Tree, paragraph: number): boolean {
  const count = tree.childCount(paragraph);
  for (let index = 0; index < count; index += 1) {
    const node = tree.child(paragraph, index);
    const type = tree.type(node);
    if (type !== NodeType.Html && (type !== NodeType.Text || tree.value(node).trim() !== '')) return false;
  }
  return true;
}

/**
 * The URLs of a `srcset`, each with its offset: `a.png 1x, b.png 2x`. One with words behind it that are no width or density counts
 * for nothing (HTML Standard, "parse a srcset attribute"), and so does a file name with a blank.
 */
function urlsOf(value: string): readonly (readonly [at: number, url: string])[] {
  const urls: (readonly [number, string])[] = [];
  const word = /[^\s,]\S*/g;
  for (let match = word.exec(value); match; match = word.exec(value)) {
    const url = withoutCommas(match[0]);
    if (url === match[0]) {
      const [descriptors = ''] = value.slice(word.lastIndex).split(',', 1);
      word.lastIndex += descriptors.length;
      if (!/^\s*(?:\d+(?:\.\d+)?[wxh](?:\s+|$))*$/.test(descriptors)) continue;
    }
    urls.push([match.index, url]);
  }
  return urls;
}

function withoutCommas(word: string): string {
  let end = word.length;
  while (word[end - 1] === ',') end -= 1;
  return word.slice(0, end);
}

/** Reads the raw HTML of a layer, piece by piece: an `<a>` may open in one and close in another. */
export class RawHtml implements HtmlVisitor {
  readonly #parsed: ParsedLayer;
  /** Where the piece that is being read starts, and whether a reader sees anything of it. */
  #start = 0;
  #isVisible = false;
  #open: { link: FoundLink; text: string } | undefined;

  constructor(parsed: ParsedLayer) {
    this.#parsed = parsed;
  }

  /** Whether an `<a>` waits for its end, and the words up to there are a link's. */
  get isOpen(): boolean {
    return this.#open !== undefined;
  }

  addText(text: string): void {
    if (this.#open) this.#open.text += text;
  }

  /** Where a heading starts, no link goes on. */
  forgetAnchor(): void {
    this.#open = undefined;
  }

  /** Reads one piece; says whether a reader sees anything of it. */
  read(start: number, end: number, inQuote: boolean): boolean {
    let html = this.#parsed.layer.text.slice(start, end);
    if (inQuote) html = html.replace(QUOTE_PREFIX, (prefix) => ' '.repeat(prefix.length));
    this.#start = start;
    this.#isVisible = false;
    readHtml(html, this);
    return this.#isVisible;
  }

  closeTag(name: string, [, end]: Range): void {
    if (name === 'a') this.#closeAnchor(this.#start + end);
  }

  text(text: string): void {
    this.#isVisible ||= text.trim() !== '';
    this.addText(text);
  }

  comment([start, end]: Range): void {
    const { layer, facts } = this.#parsed;
    facts.comments.push(inPage(layer, [this.#start + start, this.#start + end]));
  }

  openTag(name: string, attributes: readonly HtmlAttribute[], [from, to]: Range): void {
    this.#isVisible ||= name !== 'a';
    const { layer, facts, settings } = this.#parsed;
    if (!settings.rawHtml) return;
    const start = this.#start;
    const whole: Range = [start + from, start + to];
    const resource = RESOURCES.get(name);
    for (const { name: attribute, value, range } of attributes) {
      const target: Range = [start + range[0], start + range[1]];
      if (attribute === 'id' || (attribute === 'name' && name === 'a')) {
        const kind = attribute === 'id' ? 'html-id' : 'html-name';
        if (value !== '') facts.anchors.push({ kind, id: value, range: inPage(layer, target) });
      } else if (attribute === resource) {
        const text = attributes.find((other) => other.name === 'alt')?.value ?? '';
        facts.links.push(foundLink(layer, 'html-resource', value, whole, target, text));
      } else if (attribute === 'srcset' && SETS.has(name) && value.length === target[1] - target[0]) {
        for (const [at, url] of urlsOf(value)) {
          const own: Range = [target[0] + at, target[0] + at + url.length];
          facts.links.push(foundLink(layer, 'html-resource', url, whole, own, ''));
        }
      } else if (attribute === 'href' && (name === 'a' || name === 'area')) {
        const link = foundLink(layer, 'html', value, whole, target, '');
        facts.links.push(link);
        if (name === 'a') this.#open = { link, text: '' };
      }
    }
  }

  #closeAnchor(end: number): void {
    if (!this.#open) return;
    const { link, text } = this.#open;
    link.range = [link.range[0], this.#parsed.layer.start + end];
    link.text = plainText(text);
    this.#open = undefined;
  }
}
