import { addToSet, countOne } from '../../collections/groups.ts';
import { splitWords } from '../wording.ts';
import type { PagePart } from './parts.ts';
import type { Sheet } from './sheets.ts';

/**
 * Sheets without headings that open no groups: those that come again below each group of a sheet ("How do they plan?" below
 * "Craft", and below "Crew"), where most sheets that have them have them so, and those that are whole sentences ("I write
 * code that can be shipped.").
 */
export function withoutFrames(sheets: readonly Sheet[]): readonly Sheet[] {
  const all = sheets.map(({ parts }) => headingsBelow(parts));
  const uses = new Map<string, number>();
  const framed = new Map<string, number>();
  for (const places of all) {
    for (const [key, above] of places) {
      countOne(uses, key);
      if (above.size > 1) countOne(framed, key);
    }
  }
  const isFrame = (key: string): boolean => (framed.get(key) ?? 0) * 2 > (uses.get(key) ?? 0);
  const opensNone = (part: PagePart) => isOwnHeading(part) && (isSentence(part.heading.text) || isFrame(keyOf(part)));
  return sheets.map((sheet) => {
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

type OwnHeading = PagePart & { readonly kind: 'heading' };

const isOwnHeading = (part: PagePart): part is OwnHeading => part.kind === 'heading' && part.via === null;
const keyOf = ({ heading }: OwnHeading): string => splitWords(heading.text).join(' ');

/** The headings that each heading stands below, as their places: the next one above it that is less deep. */
function headingsBelow(parts: readonly PagePart[]): ReadonlyMap<string, ReadonlySet<number>> {
  const places = new Map<string, Set<number>>();
  const open: { readonly at: number; readonly level: number }[] = [];
  for (const [at, part] of parts.entries()) {
    if (!isOwnHeading(part)) continue;
    const { level } = part.heading;
    while ((open.at(-1)?.level ?? 0) >= level) open.pop();
    const above = open.at(-1)?.at ?? -1;
    addToSet(places, keyOf(part), above);
    open.push({ at, level });
  }
  return places;
}
