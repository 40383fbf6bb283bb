// Tools that show findings cut them at the first colon, so no message may hold one.

/** An address or path as a message shows it. */
export function shown(address: string): string {
  return clip(address.replace(/^https?:\/\//i, '').replaceAll(':', '%3A'));
}

/** Words of a page as a message shows them, in quotes. */
export function quoted(words: string): string {
  return `"${clip(withDashes(words.replace(/\s+/g, ' ')).trim())}"`;
}

/** A name as a message shows it, without quotes: a dash stands for each colon, and addresses lack their scheme. */
export function withDashes(name: string): string {
  return name.replace(/\bhttps?:\/\//gi, '').replace(/(?<!\s)\s*:[\s:]*/g, ' – ');
}

function clip(text: string): string {
  const line = text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
  if (line.length <= 160) return line;
  const letters = [...line];
  return letters.length <= 160 ? line : `${letters.slice(0, 159).join('')}…`;
}
