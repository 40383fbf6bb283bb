import type { Range } from '../../markdown/facts.ts';

/** `{: #x .y}`, behind or below what it is about; options, `{::x}`, are none. */
export const ATTRIBUTES = /\{:(?!:)([^{}\n]{0,500})\}/g;
const OWN_ID = /#([A-Za-z][\w:-]*)|\bid=["']([^"'\n]{1,200})["']/g;
const BELOW = /\n[ \t>]*\{:(?!:)([^{}\n]{0,500})\}[ \t]*(?=\n|$)/y;
const LIST_LINE = /^[ \t>]*\{:(?!:)([^{}\n]{0,500})\}[ \t]*$/;

/** The ids that a list of attributes gives. */
export function idsIn(list: string): readonly string[] {
  return [...list.matchAll(OWN_ID)].map(([, id, quoted]) => id ?? quoted ?? '');
}

/**
 * Whether a list of attributes gives a heading its id, so that kramdown 2.5 makes none: on the lines right below it, or right above
 * it where these are not below another block.
 */
export function isNamedByList(text: string, [start, end]: Range): boolean {
  BELOW.lastIndex = text.indexOf('\n', end) < 0 ? text.length : text.indexOf('\n', end);
  for (let found = BELOW.exec(text); found !== null; found = BELOW.exec(text))
    if (idsIn(found[1] ?? '').length > 0) return true;
  let isNamed = false;
  let lineEnd = text.lastIndexOf('\n', start - 1);
  while (lineEnd > 0) {
    const line = text.slice(text.lastIndexOf('\n', lineEnd - 1) + 1, lineEnd);
    const list = LIST_LINE.exec(line)?.[1];
    if (list === undefined) return isNamed && /^[ \t>]*$/.test(line);
    isNamed ||= idsIn(list).length > 0;
    lineEnd -= line.length + 1;
  }
  return isNamed;
}
