import { countUntil } from './ranges.ts';
import type { Tree } from './tree.ts';

/**
 * Parses with a space put in before each of `places` (ascending), and gives a tree whose offsets are those of the
 * text without them: the way to tell a parser where a word ends.
 */
export function parseWithSpaces(text: string, places: readonly number[], parse: (text: string) => Tree): Tree {
  let spaced = '';
  let from = 0;
  for (const place of places) {
    spaced += `${text.slice(from, place)} `;
    from = place;
  }
  const tree = parse(spaced + text.slice(from));
  const original = (offset: number) =>
    offset < 0 ? offset : offset - countUntil(places.length, (at) => places[at]! + at < offset);
  return {
    type: (node) => tree.type(node),
    start: (node) => original(tree.start(node)),
    end: (node) => original(tree.end(node)),
    childCount: (node) => tree.childCount(node),
    child: (node, index) => tree.child(node, index),
    value: (node) => tree.value(node),
    url: (node) => tree.url(node),
    label: (node) => tree.label(node),
    alt: (node) => tree.alt(node),
    depth: (node) => tree.depth(node),
    language: (node) => tree.language(node),
    ordered: (node) => tree.ordered(node),
  };
}
