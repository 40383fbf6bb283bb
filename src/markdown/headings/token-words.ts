import { MAX_TREE_DEPTH } from '../plain-text.ts';
import type { MarkdownSettings } from '../settings.ts';
import { NodeType } from '../tree.ts';
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
  return wordsBelow(of, of.node, headingIds === 'vitepress-2', 0);
}

const EMOJI = /:[a-z0-9_+-]{1,40}:/g;

function wordsBelow(of: HeadingPlace, parent: number, images: boolean, depth: number): string {
  const { tree, text, range } = of;
  let words = '';
  for (let index = 0; index < tree.childCount(parent) && depth < MAX_TREE_DEPTH; index += 1) {
    const node = tree.child(parent, index);
    const start = tree.start(node);
    const written = start === -1 ? tree.value(node) : text.slice(start, Math.min(tree.end(node), range[1]));
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
      default:
        words += wordsBelow(of, node, images, depth + 1);
    }
  }
  return words;
}

/** Ends of lines leave nothing, and neither do the blanks around them. */
function inOneLine(text: string): string {
  const lines = text.split('\n');
  const last = lines.length - 1;
  return lines
    .map((line, at) => (at < last ? line.trimEnd() : line))
    .map((line, at) => (at > 0 ? line.trimStart() : line))
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
