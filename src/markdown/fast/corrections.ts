/**
 * What satteri reads differently from the reference, each with a way around it that keeps every offset. The tests hold
 * both parsers against each other with these constructs; when satteri has learnt one, its correction can go.
 */

import { countUntil, replaced } from '../ranges.ts';
import type { Tree } from '../tree.ts';
import type { FastTree } from './tree.ts';

const TAG = /<[A-Za-z][A-Za-z0-9-]*\s[^<>]*/g;
const SLASH_VALUE = /(=[ \t\r\n]*)\//g;
/** Stands for a slash: a control character that HTML takes for any other; ASCII, since the parser is slow with others. */
const MARK = '\u0001';

/**
 * Takes `<a href=/x>` for text, because of the slash right after the equals sign: so it gets a mark in its place.
 * `undefined` when the text has no such tag.
 */
export function parseWithMarkedSlashes(text: string, parse: (text: string) => FastTree): Tree | undefined {
  if (!text.includes('=/') && !text.includes('= /')) return undefined;
  if (text.includes(MARK)) return undefined;
  const marked = text.replace(TAG, (tag) => tag.replace(SLASH_VALUE, `$1${MARK}`));
  if (marked === text) return undefined;
  const tree = parse(marked);
  tree.replaceInWords(MARK, '/');
  return tree;
}

/**
 * Takes the bar after a URL in a table's cell for part of the URL. Parses with a space before each of `places`
 * (ascending), and gives a tree whose offsets are those of the text without them.
 */
export function parseWithSpaces(text: string, places: readonly number[], parse: (text: string) => Tree): Tree {
  const spaces = places.map((place) => ({ start: place, end: place, text: ' ' }));
  const tree = parse(replaced(text, spaces));
  tree.moveOffsets((offset) => offset - countUntil(places.length, (at) => places[at]! + at < offset));
  return tree;
}
