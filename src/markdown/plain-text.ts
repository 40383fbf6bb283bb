import * as NodeType from './node-type.ts';
import type { Tree } from './tree.ts';

const GAPS = /[\s\uFFFC]+/g;
const HAS_GAPS = /[^\S ]|\uFFFC| {2}/;

/** Words in one line, without what stands for shortcodes. */
export function plainText(text: string): string {
  return HAS_GAPS.test(text) ? text.replace(GAPS, ' ').trim() : text.trim();
}

/** Deeper trees are not read further: nobody writes them, and every level costs stack. */
export const MAX_TREE_DEPTH = 256;

/** A node's text without markup, up to the offset `limit` in the parsed text. */
export function textOf(tree: Tree, node: number, limit = Number.POSITIVE_INFINITY): string {
  // Most headings and links are one text.
  if (tree.childCount(node) === 1) {
    const only = tree.child(node, 0);
    if (tree.type(only) === NodeType.Text && tree.start(only) < limit && tree.end(only) <= limit)
      return tree.value(only);
  }
  return textBetween(tree, node, { limit, struck: true, images: true, breaks: false }, 0);
}

/** The words of a paragraph, an item or a cell as its reader sees them: a `<br>` divides words. */
export function wordsOf(tree: Tree, node: number): string {
  return textBetween(tree, node, { limit: Number.POSITIVE_INFINITY, struck: true, images: true, breaks: true }, 0);
}

/** The words of a paragraph, an item or a cell, without those that are struck out by `~~` or by HTML. */
export function unstruckTextOf(tree: Tree, node: number): string {
  return textBetween(tree, node, { limit: Number.POSITIVE_INFINITY, struck: false, images: true, breaks: true }, 0);
}

/** A node's text as the built page shows it, up to an offset: images have no text. */
export function shownTextOf(tree: Tree, node: number, limit: number): string {
  return textBetween(tree, node, { limit, struck: true, images: false, breaks: false }, 0);
}

function textBetween(
  tree: Tree,
  node: number,
  options: {
    readonly limit: number;
    readonly struck: boolean;
    readonly images: boolean;
    /** Does a `<br>` stand for a blank? */
    readonly breaks: boolean;
  },
  depth: number,
): string {
  if (depth > MAX_TREE_DEPTH) return '';
  const { limit, struck } = options;
  let text = '';
  let hidden = 0;
  const count = tree.childCount(node);
  for (let index = 0; index < count; index += 1) {
    const child = tree.child(node, index);
    if (tree.start(child) >= limit) break;
    if (!struck) {
      const type = tree.type(child);
      if (type === NodeType.Html) hidden = Math.max(0, hidden + strikes(tree.value(child)));
      if (hidden > 0 || type === NodeType.Delete) continue;
    }
    switch (tree.type(child)) {
      case NodeType.Text:
      case NodeType.InlineCode: {
        const value = tree.value(child);
        text += value.slice(0, Math.max(0, value.length - (tree.end(child) - limit)));
        break;
      }
      case NodeType.Image:
      case NodeType.ImageReference:
        if (options.images) text += tree.alt(child);
        break;
      case NodeType.Break:
        text += ' ';
        break;
      case NodeType.Html:
        if (options.breaks && /^<br[\s/>]/i.test(tree.value(child))) text += ' ';
        if (options.breaks && isRaised(tree, node, index)) index += 2;
        break;
      case NodeType.FootnoteReference:
        break;
      default:
        text += textBetween(tree, child, options, depth + 1);
    }
  }
  return text;
}

/** A mark that leads to a note, when it is raised: `1`, `2, 3`, `*`. */
export const noteMark = /^\s{0,3}(?:\d{1,2}(?:,\s?\d{1,2}){0,4}|[*†‡§]{1,3})\s{0,3}$/u;

/** Whether a child begins a raised mark of a note that the next one holds: `<sup>1</sup>`. */
function isRaised(tree: Tree, node: number, index: number): boolean {
  if (index + 2 >= tree.childCount(node) || !/^<sup[\s>]/i.test(tree.value(tree.child(node, index)))) return false;
  const [mark, end] = [tree.child(node, index + 1), tree.child(node, index + 2)];
  return noteMark.test(tree.value(mark)) && /^<\/sup\s*>/i.test(tree.value(end));
}

/** Whether a tag begins or ends what is struck out. */
function strikes(html: string): number {
  if (/^<(?:del|s|strike)[\s>]/i.test(html)) return 1;
  return /^<\/(?:del|s|strike)\s*>/i.test(html) ? -1 : 0;
}
