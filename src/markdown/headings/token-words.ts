import * as NodeType from '../node-type.ts';
import { MAX_TREE_DEPTH } from '../plain-text.ts';
import type { MarkdownSettings } from '../settings.ts';
import type { HeadingPlace } from './heading-words.ts';

/** Whether ids are made as VitePress makes them. */
export function isVitepress(headingIds: MarkdownSettings['headingIds']): boolean {
  return headingIds === 'vitepress' || headingIds === 'vitepress-2';
}

/**
 * The words that VitePress 1.6.4 makes a heading's id from: markdown-it's tokens of text and code, entities as they are written,
 * without tags, images, emoji and ends of lines. VitePress 2.0.0-alpha.17 takes the words of images as well.
 */
export function tokenWords(of: HeadingPlace, headingIds: MarkdownSettings['headingIds']): string {
  const start = startBehindMark(of);
  return wordsBelow({ ...of, range: [start, of.range[1]] }, of.node, headingIds === 'vitepress-2', 0);
}

/** `> [!NOTE] Title`, which VitePress makes the title of a box, on the first line of an underlined heading. */
const BOX_MARK = /\[!(?:tip|note|warning|important|caution|danger)\][^\n]*\n[ \t>]*/iy;

function startBehindMark({ text, range: [start] }: HeadingPlace): number {
  BOX_MARK.lastIndex = start;
  const isQuoted = text.slice(text.lastIndexOf('\n', start - 1) + 1, start).includes('>');
  return isQuoted && BOX_MARK.test(text) ? BOX_MARK.lastIndex : start;
}

const EMOJI = /:[a-z0-9_+-]{1,40}:/g;

function wordsBelow(of: HeadingPlace, parent: number, images: boolean, depth: number): string {
  const { tree, text, range } = of;
  let words = '';
  for (let index = 0; index < tree.childCount(parent) && depth < MAX_TREE_DEPTH; index += 1) {
    const node = tree.child(parent, index);
    const start = tree.start(node);
    if (start !== -1 && tree.end(node) <= range[0]) continue;
    const written =
      start === -1 ? tree.value(node) : text.slice(Math.max(start, range[0]), Math.min(tree.end(node), range[1]));
    switch (tree.type(node)) {
      case NodeType.Text:
        words += inOneLine(written.replace(EMOJI, ''));
        break;
      case NodeType.InlineCode:
        words += written === '' ? '' : tree.value(node);
        break;
      case NodeType.FootnoteReference:
        words += written;
        break;
      case NodeType.Image:
      case NodeType.ImageReference:
        if (images && written !== '') words += tree.alt(node);
        break;
      case NodeType.Html:
      case NodeType.Break:
        break;
      case NodeType.Delete: {
        // markdown-it strikes out by two signs alone.
        const mark = written.startsWith('~~') ? '' : '~';
        words += mark + wordsBelow(of, node, images, depth + 1) + mark;
        break;
      }
      default:
        words += wordsBelow(of, node, images, depth + 1);
    }
  }
  return words;
}

/** Ends of lines leave nothing, and neither do the blanks and signs of quotes around them. */
function inOneLine(text: string): string {
  const lines = text.split('\n');
  const last = lines.length - 1;
  return lines
    .map((line, at) => (at < last ? line.trimEnd() : line))
    .map((line, at) => (at > 0 ? line.replace(/^[\s>]+/, '') : line))
    .join('');
}

const CONTROL = /[\u0000-\u001f]/g;
const COMBINING = /[\u0300-\u036f]/g;
const SPECIAL = /[\s~`!@#$%^&*()\-_+=[\]{}|\\;:"'“”‘’<>,.?/]+/g;

/** `slugify` of @mdit-vue/shared 2.1, which VitePress uses: `Über 1 & 2` is `uber-1-2`, and a digit at the start gets `_`. */
export function vitepressSlug(words: string): string {
  return words
    .normalize('NFKD')
    .replace(COMBINING, '')
    .replace(CONTROL, '')
    .replace(SPECIAL, '-')
    .replace(/^-|-$/g, '')
    .replace(/^(\d)/, '_$1')
    .toLowerCase();
}
