const TAG = /\{\{[^{}\n]{0,300}\}\}|\{%[^{}\n]{0,300}%\}/g;
const COMMENT = /\{%-?[ \t]*comment[ \t]*-?%\}|\{%-?[ \t]*endcomment[ \t]*-?%\}/g;

/** What stands for a blank inside of a tag, where Markdown allows none. */
export const BLANK = '~';

/**
 * The text as Liquid leaves it to Markdown, as far as links are concerned; its length and all offsets stay. Comments are blank. In a tag
 * that is a link's destination, or a part of it, blanks are `~`: Liquid runs first, so Markdown never meets them.
 */
export function withoutLiquid(text: string): string {
  if (!text.includes('{%') && !text.includes('{{')) return text;
  const plain = withoutComments(text);
  let done = '';
  let at = 0;
  for (const { 0: tag, index } of plain.matchAll(TAG)) {
    done += plain.slice(at, index);
    done += isInDestination(done) ? tag.replace(/[ \t]/g, BLANK) : tag;
    at = index + tag.length;
  }
  return done + plain.slice(at);
}

function withoutComments(text: string): string {
  if (!text.includes('endcomment')) return text;
  let done = '';
  let at = 0;
  let start = -1;
  for (const { 0: tag, index } of text.matchAll(COMMENT)) {
    const isEnd = tag.includes('endcomment');
    if (!isEnd && start < 0) start = index;
    if (!isEnd || start < 0) continue;
    const end = index + tag.length;
    done += text.slice(at, start) + text.slice(start, end).replace(/[^\n\r]/g, ' ');
    at = end;
    start = -1;
  }
  return done + text.slice(at);
}

const LONGEST = 600;

/** Whether what comes next belongs to the destination of a link: `[x](a/`, `[x]: a/`. */
function isInDestination(before: string): boolean {
  const line = before.slice(Math.max(before.lastIndexOf('\n') + 1, before.length - LONGEST));
  const open = Math.max(line.lastIndexOf(']('), line.lastIndexOf(']:'));
  if (open < 0) return false;
  const written = line.slice(open + 2);
  return !/[\s)]/.test(line[open + 1] === ':' ? written.trimStart() : written);
}
