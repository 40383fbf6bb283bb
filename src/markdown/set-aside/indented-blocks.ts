import { outsideFences } from './lines.ts';

/** Signs that open a block of indented lines: `!!! note` (admonition), `??? note` (pymdownx.details), `=== "Ship"` (pymdownx.tabbed). */
export type BlockSign = '!!!' | '???' | '===';

/** As Python-Markdown 3.10 and pymdown-extensions 11 find them; in the brackets stands what comes before the sign. */
const HEADS: Readonly<Record<BlockSign, RegExp>> = {
  '!!!': /^([ \t>]*)!!! ?[\w-][\w -]*(?:"|\r?$)/,
  '???': /^([ \t>]*)\?{3}\+? *(?:"|[\w-][\w -]*(?:"|\r?$))/,
  '===': /^([ \t>]*)={3}[+!]{0,2} +"/,
};

/**
 * The text with each such block as an item of a list, `-   note "Title"`: its lines, indented by four, are Markdown, where CommonMark
 * would see code. Its length and all offsets stay.
 */
export function asItems(text: string, signs: readonly BlockSign[]): string {
  if (!signs.some((sign) => text.includes(sign))) return text;
  const lines = text.split('\n');
  for (const index of outsideFences(lines)) {
    const line = lines[index] ?? '';
    for (const sign of signs) {
      const before = HEADS[sign].exec(line)?.[1];
      if (before === undefined) continue;
      const words = line.slice(before.length + 4).replace(/^[+! ]+/, (marks) => marks.replace(/./g, '.'));
      lines[index] = `${before}-   ${words}`;
    }
  }
  return lines.join('\n');
}
