import type { Range } from '../facts.ts';
import { blanked } from '../ranges.ts';

const TAG = /\{\{[^{}\n]{0,300}\}\}|\{%[^{}\n]{0,300}%\}/g;
const UNREAD = /\{%-?[ \t]*(end)?(comment|highlight)\b[^{}\n]{0,300}%\}/g;

/** What stands for a blank inside of a tag, where Markdown allows none. */
export const BLANK = '~';

/**
 * The text as Liquid leaves it to Markdown, as far as links are concerned; its length and all offsets stay. Comments and code that
 * Jekyll colours are blank. In a tag that is a link's destination, or a part of it, blanks are `~`: Liquid runs first, so Markdown never
 * meets them.
 */
export function withoutLiquid(text: string): string {
  const plain = withoutUnread(text);
  let done = '';
  let at = 0;
  for (const { 0: tag, index } of plain.matchAll(TAG)) {
    done += plain.slice(at, index);
    done += isInDestination(done) ? tag.replace(/[ \t]/g, BLANK) : tag;
    at = index + tag.length;
  }
  return done + plain.slice(at);
}

/**
 * One comment may hold another (run with Liquid 5.14); one without an end stops the build. Markdown sees `{% highlight %}` as HTML
 * (run with Jekyll 4.4.1).
 */
function withoutUnread(text: string): string {
  const unread: Range[] = [];
  let [start, depth, open] = [0, 0, ''];
  for (const { 0: tag, 1: end, 2: name = '', index } of text.matchAll(UNREAD)) {
    if (depth === 0) [start, open] = [index, name];
    if (name !== open) continue;
    if (end === undefined) depth += 1;
    else if (depth === 1) unread.push([start, index + tag.length]);
    if (end !== undefined) depth = Math.max(0, depth - 1);
  }
  return blanked(text, unread);
}

const LONGEST = 600;

/** Whether what comes next belongs to the destination of a link: `[x](a/`, `[x]: a/`. */
function isInDestination(before: string): boolean {
  return /\](?:\(|:[ \t]*)[^\s)]*$/.test(before.slice(-LONGEST));
}
