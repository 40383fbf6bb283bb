import { addToSet, countOne } from '../../../collections/groups.ts';
import { isText } from '../../framework.ts';
import { splitWords, wordKey } from '../../wording.ts';
import type { PagePart } from '../parts.ts';
import type { Sheet } from '../sheets.ts';

/**
 * Sheets without headings that open no groups: those that come again below each group of a sheet ("How do they plan?" below
 * "Craft", and below "Crew"), where most sheets that have them have them so, and whole sentences below a group ("I write code
 * that can be shipped."), where no other name stands beside them.
 */
export function withoutFrames(sheets: readonly Sheet[]): readonly Sheet[] {
  const all = sheets.map(({ shape, parts }) => (isText(shape) ? placesOf(parts) : noPlaces));
  const uses = new Map<string, number>();
  const framed = new Map<string, number>();
  for (const places of all) {
    const above = new Map<string, Set<number>>();
    for (const place of places.values()) addToSet(above, place.key, place.above);
    for (const [key, { size }] of above) {
      countOne(uses, key);
      if (size > 1) countOne(framed, key);
    }
  }
  const isFrame = (key: string): boolean => (framed.get(key) ?? 0) * 2 > (uses.get(key) ?? 0);
  return sheets.map((sheet, at) => {
    const places = all[at] ?? noPlaces;
    // What stands below a name beside them is of that name.
    const names = [...places.values()].filter(
      ({ key, text, above }) => above < 0 || !(isFrame(key) || isSentence(text)),
    );
    const named = new Set(names.map(({ above }) => above));
    const opensNone = (part: PagePart) => places.has(part) && !named.has(places.get(part)!.above);
    return sheet.parts.some(opensNone) ? { ...sheet, parts: sheet.parts.filter((part) => !opensNone(part)) } : sheet;
  });
}

/** A name of a group has at most this many words, and a sentence at least as many as that. */
const mostWords = 9;
const fewestWords = 5;

function isSentence(text: string): boolean {
  const { length } = splitWords(text);
  return length > mostWords || (length >= fewestWords && /[.!。]\s*$|[:：]\s/u.test(text));
}

interface HeadingPlace {
  readonly text: string;
  /** Its words alone. */
  readonly key: string;
  /** The index of the heading that it stands below: the next one above it that is less deep; -1: none. */
  readonly above: number;
}

const noPlaces: ReadonlyMap<PagePart, HeadingPlace> = new Map();

/** The page's own headings among these parts. */
function placesOf(parts: readonly PagePart[]): ReadonlyMap<PagePart, HeadingPlace> {
  const places = new Map<PagePart, HeadingPlace>();
  const open: { readonly at: number; readonly level: number }[] = [];
  for (const [at, part] of parts.entries()) {
    if (part.kind !== 'heading' || part.via !== null) continue;
    const { level, text } = part.heading;
    while ((open.at(-1)?.level ?? 0) >= level) open.pop();
    places.set(part, { text, key: wordKey(text), above: open.at(-1)?.at ?? -1 });
    open.push({ at, level });
  }
  return places;
}
