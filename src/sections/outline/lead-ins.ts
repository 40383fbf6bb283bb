import type { Range } from '../../markdown/facts.ts';

/** A name that is no heading, and the texts that it stands before: bold words, or a term with its definitions. */
export interface LeadIn {
  readonly name: string;
  readonly range: Range;
  readonly rest: readonly { readonly text: string; readonly range: Range }[];
}

/** Bold words that a colon, a stop or a dash sets apart from what follows, if anything does. */
const lead = /^(\*\*|__)([^*_\n]{1,80}?)([:.：]?)\1\s*([:：–—-]?)\s*/u;

/** `**Scope**: …`. `text`: the words without markup, `source`: as they stand in `range`. */
export function boldLeadIn(text: string, range: Range, source: string): LeadIn | null {
  const match = lead.exec(source);
  if (match === null) return null;
  const [whole, mark = '', name = '', inner, outer] = match;
  const rest = text.slice(text.indexOf(name) + name.length).replace(/^[\s:：.–—-]+/u, '');
  // Bold words alone on their line stand above what follows.
  if (rest !== '' && `${inner}${outer}` === '' && !whole.includes('\n')) return null;
  const start = range[0] + mark.length;
  const below = rest === '' ? [] : [{ text: rest, range: [range[0] + whole.length, range[1]] as const }];
  return { name, range: [start, start + name.length], rest: below };
}

/** `**Scope**: …` in each line of a paragraph; `null` when a line begins otherwise. */
export function boldLeadIns(text: string, whole: Range, source: string): readonly LeadIn[] | null {
  const lines = source.split(/\n(?=\*\*|__)/);
  let [at, said] = [whole[0], 0];
  const found = lines.map((line, index) => {
    const range: Range = [at, at + line.length];
    at = range[1] + 1;
    const next = lead.exec(lines[index + 1] ?? '')?.[2];
    const found = next === undefined ? -1 : text.indexOf(next, said + 1);
    const end = found < 0 ? text.length : found;
    const own = text.slice(said, end);
    said = end;
    return boldLeadIn(own.trim(), range, line);
  });
  return found.every((each) => each !== null) ? found : null;
}

/** A term and its definitions, as kramdown, Goldmark and Python-Markdown's `def_list` read them; without a term, more of them. */
export function definitionsIn(range: Range, source: string): LeadIn | null {
  const name = /^(?!:[ \t])[^\n]*(?=\n {0,3}:[ \t])/.exec(source)?.[0] ?? '';
  const said = [...source.matchAll(/^ {0,3}:[ \t]+(.+)$/gm)];
  if (said.length === 0 || source.split('\n').length > said.length + (name === '' ? 0 : 1)) return null;
  const rest = said.map(({ index, 0: line, 1: text = '' }) => {
    const end = range[0] + index + line.length;
    return { text, range: [end - text.length, end] as const };
  });
  return { name, range: [range[0], range[0] + name.length], rest };
}

/** Does a text only name something (`**Craft**`, `We look for:`), or say a fact (`**Grade:** 8`)? */
export function isLabelled(source: string): boolean {
  const text = source.trim();
  return /^(\*\*|__)[^*_\n]+\1[:.]?$|[:：]$/u.test(text) || lead.exec(text)?.[0].includes(':') === true;
}
