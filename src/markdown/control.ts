import type { ControlComment, Range } from './facts.ts';
import { skipSpace } from './html/walk.ts';

const OPENING = /\s*<!--\s*lint(?=\s)/y;
const CLOSING = '-->';
/** What mdast-comment-marker accepts after the name: words, each perhaps with a value. */
const WORD = /[-\w]+(?:=(?:"(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\])*'|(?:\\[\s\S]|[^"'\s\\])+))?(?=\s|$)/y;

/** Reads `<!--lint disable rule-->` as remark-lint does; the whole HTML node must be the comment. */
export function readControl(html: string, start: number): ControlComment | undefined {
  OPENING.lastIndex = 0;
  if (!OPENING.test(html)) return undefined;
  let at = OPENING.lastIndex;
  const trimmed = html.trimEnd();
  const end = trimmed.length - CLOSING.length;
  if (at > end || !trimmed.endsWith(CLOSING)) return undefined;
  const words = trimmed.slice(0, end);
  const found: { id: string; range: Range }[] = [];
  for (at = skipSpace(words, at); at < words.length; at = skipSpace(words, at)) {
    WORD.lastIndex = at;
    const id = WORD.exec(words)?.[0];
    if (id === undefined) return undefined;
    found.push({ id, range: [start + at, start + at + id.length] });
    at += id.length;
  }
  const [verb, ...rules] = found;
  if (verb?.id !== 'disable' && verb?.id !== 'enable' && verb?.id !== 'ignore') return undefined;
  const first = start + html.length - html.trimStart().length;
  return { verb: verb.id, rules, range: [first, start + trimmed.length] };
}
