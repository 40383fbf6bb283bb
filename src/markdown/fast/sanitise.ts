import type { Range } from '../facts.ts';
import { replaced } from '../ranges.ts';
import { MASK } from '../shortcodes/mask.ts';

/** More quote and list markers than this at the start of one line are taken for words: parsers are slow with them. */
const MAX_MARKERS = 100;
/** The fast parser needs time squared in the length of a line that is not all ASCII. */
const LONG_LINE = 2000;
const COSTLY = 2e9;
const NOT_ASCII = /[^\x00-\x7f]/;

/**
 * A text that parsers read in linear time, of the same length; nearly always the text itself. A text that is `decoded`
 * was made of bytes, so that it has neither NULs nor halves of characters.
 */
export function sanitise(text: string, decoded = false): { readonly text: string; readonly tooDeep: readonly Range[] } {
  const tooDeep = mayBeTooDeep(text) ? tooDeepLines(text) : [];
  // Parsers drop a byte order mark at the start, and count from behind it; Hugo takes it for a word.
  const unmarked = text.charCodeAt(0) === 0xfeff ? MASK + text.slice(1) : text;
  let sanitised = replaced(
    unmarked,
    tooDeep.map(([start, end]) => ({ start, end, text: MASK.repeat(end - start) })),
  );
  const costly = isCostly(text);
  if (costly) sanitised = sanitised.replace(BREAK, '$1$2\n');
  // NUL and halves of characters, which each parser treats in its own way, become the sign for what cannot be read.
  return { text: decoded && !costly ? sanitised : sanitised.replaceAll('\0', '\ufffd').toWellFormed(), tooDeep };
}

/**
 * Whether a line may begin with too many markers. One look per `MAX_MARKERS` characters is enough, since markers stand side by side; each
 * is a `>` or has a blank behind it, and many blanks alone stand in tables. Codes, not patterns: 0.05 s of 2 s of reading 40 MB on Node 20.
 */
function mayBeTooDeep(text: string): boolean {
  for (let at = MAX_MARKERS; at < text.length; at += MAX_MARKERS + 1) {
    if (!isMarkerPart(text.charCodeAt(at))) continue;
    let markers = 0;
    while (isMarkerPart(text.charCodeAt(at - 1))) at -= 1;
    for (; isMarkerPart(text.charCodeAt(at)); at += 1) if (endsMarker(text, at)) markers += 1;
    if (markers > MAX_MARKERS) return true;
  }
  return false;
}

/** Spaces, `()*+,-./`, digits and `>`: a few more than markers are made of. */
function isMarkerPart(code: number): boolean {
  return (code <= 57 && code >= 40) || code === 62 || (code <= 32 && code !== 10);
}

/** A `>`, or a blank or a tab behind one of `)*+-.`. */
function endsMarker(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 62 || ((code === 32 || code === 9) && ')*+-.'.includes(text.charAt(at - 1)));
}

const TOO_MANY_MARKERS = new RegExp(
  `^(?![.)])(?:[\\x00-\\x09\\x0b-\\x20\\d]*(?:>|[-*+.)](?=[ \\t]))){${MAX_MARKERS + 1}}`,
  'gm',
);

function tooDeepLines(text: string): Range[] {
  return [...text.matchAll(TOO_MANY_MARKERS)].flatMap(({ index, 0: markers }): Range[] => {
    const [line = ''] = /[^\n]*/.exec(text.slice(index)) ?? [];
    // A rule of many hyphens or stars is no nesting.
    const isRule = /^[-\s]*$|^[*\s]*$/.test(line);
    return isRule || line === markers ? [] : [[index + markers.length, index + line.length]];
  });
}

function isCostly(text: string): boolean {
  if (text.length ** 2 <= COSTLY || !NOT_ASCII.test(text)) return false;
  const costs = text
    .split('\n')
    .filter((line) => line.length > LONG_LINE && NOT_ASCII.test(line))
    .map((line) => line.length ** 2);
  return costs.reduce((sum, cost) => sum + cost, 0) > COSTLY;
}

/** In a long line, the first blank of its second half, or what stands where it gets too long: there it is broken. */
const BREAK = new RegExp(
  `([^\\n]{${LONG_LINE / 2}}[^ \\n]{0,${LONG_LINE / 2 - 1}}) |([^\\n]{${LONG_LINE}})[^\\n]`,
  'g',
);
