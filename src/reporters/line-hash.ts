const LENGTH = 100;
const BASE = 37;
const WORD = 2 ** 32;
const END = '\uffff';

/**
 * What GitHub code scanning calls `primaryLocationLineHash`, for each line of a file in order: a polynomial hash of the 100
 * characters that follow the line's start, without blanks and tabs, in 64 bits, and how often it has occurred so far. Line ends
 * count as `\n`, the end of the file as U+FFFF and what is missing behind it as 0. (github/codeql-action, src/fingerprints.ts.)
 */
export function lineHashes(text: string): readonly string[] {
  const signs = text.replace(/\r\n?/g, '\n').replace(/[ \t]+/g, '') + END;
  const seen = new Map<string, number>();
  const hashes: string[] = [];
  for (let start = 0; start < signs.length; ) {
    const hash = hashAt(signs, start);
    const count = (seen.get(hash) ?? 0) + 1;
    seen.set(hash, count);
    hashes.push(`${hash}:${count}`);
    const end = signs.indexOf('\n', start);
    start = end < 0 ? signs.length : end + 1;
  }
  return hashes;
}

/** Two halves of 32 bits, since all 64 do not fit into one number. */
function hashAt(signs: string, start: number): string {
  let [high, low] = [0, 0];
  for (let at = start; at < start + LENGTH; at++) {
    low = low * BASE + (at < signs.length ? signs.charCodeAt(at) : 0);
    const carry = Math.floor(low / WORD);
    low -= carry * WORD;
    high = (high * BASE + carry) % WORD;
  }
  return high === 0 ? low.toString(16) : high.toString(16) + low.toString(16).padStart(8, '0');
}
