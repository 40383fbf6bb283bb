import { addToSet, countOne } from '../../collections/groups.ts';
import { splitWords } from '../wording.ts';
import type { PagePart } from './parts.ts';
import type { Sheet } from './sheets.ts';

/**
 * Sheets without the headings that come again below each group of a sheet: "How do they plan?" below "Craft", and below
 * "Crew". They open no groups of their own, where most sheets that have them have them so.
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
  return sheets.map((sheet, at) => {
    const frames = [...all[at]!.keys()].filter(isFrame);
    if (frames.length === 0) return sheet;
    return { ...sheet, parts: sheet.parts.filter((part) => !(isOwnHeading(part) && frames.includes(keyOf(part)))) };
  });
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
