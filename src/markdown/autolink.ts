/** How much the parsers may leave without a position before a link that has none. */
const MAX_GAP = 2000;

/** Where the words of a link stand to which the parsers give no position, at `from` or soon after; or -1. */
export function placeOfWords(text: string, words: string, from: number): number {
  const at = text.slice(from, from + words.length + MAX_GAP).indexOf(words);
  return at < 0 ? -1 : from + at;
}

/** Adds to `bars` where bars stand that end a table's cell. */
export function noteBars(text: string, start: number, end: number, bars: number[]): void {
  for (let at = start; at < end; at += 1) if (text[at] === '|' && text[at - 1] !== '\\') bars.push(at);
}
