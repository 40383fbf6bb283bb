/** What shows none of its own words in an id: images, addresses of links, tags, signs by their names. */
const SILENT =
  /!\[[^\]\n]{0,200}\](?:\([^)\n]{0,200}\)|\[[^\]\n]{0,200}\])|\]\([^)\n]{0,200}\)|<(?![^<>\s]{0,200}[@:])[^<>\n]{0,200}>|&(?:amp|lt|gt|quot);/g;
const CODE = /(?<!`)(`+)(?!`)([^\n]{1,300}?)(?<!`)\1(?!`)/g;
/** `{#x}` at the end of a heading. */
const AT_END = /[ \t]\{#([A-Za-z][\w:-]{0,200})\}[ \t]*$/;
const CLOSING_HASHES = /[ \t]#+[ \t]*$/;
/** Markup of which the reading by CommonMark knows more. */
const MARKUP = /[\\_\]&<$]/;

/** The id that stands at the end of a heading. */
export function ownId(words: string): string | undefined {
  return AT_END.exec(words)?.[1];
}

/** Whether Liquid prints words of a heading, or kramdown reads its signs otherwise than is known: quotation marks like tags, half of code. */
export function isUnsure(words: string): boolean {
  const rest = words.replace(CODE, '').replace(SILENT, '');
  return /<<|>>/.test(words) || /`/.test(rest) || /\{[%{]/.test(words.replace(SILENT, ''));
}

/** Whether an id can be made of a heading's words as they are written, with their gaps and their code. */
export function isBare(words: string): boolean {
  return !MARKUP.test(words.replace(CODE, '').replace(SILENT, ''));
}

/**
 * The words of a heading as they are written, gaps and code included, after dashes became typographic: outside of code `--` and `---`
 * are no hyphens any more, and no part of an id; `all`: nor are longer rows of them.
 */
export function writtenWords(words: string, all = false): string {
  const code: string[] = [];
  const bare = words
    .replace(AT_END, '')
    .replace(CLOSING_HASHES, '')
    .trim()
    .replace(CODE, (_, _ticks, inner: string) => `\0${code.push(inner.trim()) - 1}\0`)
    .replace(SILENT, '');
  return withoutDashes(bare, all).replace(/\0(\d+)\0/g, (_, index) => code[Number(index)] ?? '');
}

/** Words without the dashes that hyphens become: `--` and `---` (kramdown), or any two or more (`all`; satteri). */
export function withoutDashes(words: string, all = false): string {
  return words.replace(all ? /-{2,}/g : /-{2,3}/g, '');
}
