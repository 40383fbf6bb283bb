import type { Page } from '../../model/handbook.ts';
import { splitWords } from '../wording.ts';
import type { PagePart } from './parts.ts';
import { fewestLevels, type LevelNames, type Sheet } from './sheets.ts';

type HeadingPart = PagePart & { readonly kind: 'heading' };

interface LevelHeading {
  readonly at: number;
  readonly part: HeadingPart;
  readonly level: string;
}

/** Reads a page that has levels as headings, all of one depth: what stands below each is the sheet of that level. */
export function readLevelHeadings(page: Page, parts: readonly PagePart[], levelOf: LevelNames): Sheet[] {
  const headings = parts.flatMap((part, at) => (part.kind === 'heading' ? [{ at, part }] : []));
  const levels = bestDepth(headings, levelOf);
  return levels.flatMap(({ at, part, level }): Sheet[] => {
    const next = headings.find(
      (other) => other.at > at && other.part.heading.level <= part.heading.level && other.part.via === null,
    );
    const own = parts.slice(at + 1, next?.at);
    return [{ department: null, level, page, place: part.heading.textRange, shape: 'heading', parts: own }];
  });
}

/** The level headings of the depth that has most of them; of two, the upper one. */
function bestDepth(headings: readonly { readonly at: number; readonly part: HeadingPart }[], levelOf: LevelNames) {
  let best: LevelHeading[] = [];
  for (let depth = 1; depth <= 6; depth += 1) {
    const ofDepth = headings.filter(({ part }) => part.heading.level === depth && part.via === null);
    const found: LevelHeading[] = [];
    for (const { at, part } of ofDepth) {
      const level = levelOf(part.heading.text);
      if (level !== null && !found.some((each) => each.level === level)) found.push({ at, part, level });
    }
    if (found.length < fewestLevels || found.length * 2 < ofDepth.length) continue;
    const all = withPlainName(found, ofDepth);
    if (all.length > best.length) best = all;
  }
  return best;
}

/** "Engineer" among "Junior Engineer" and "Senior Engineer" is the level between them. */
function withPlainName(
  found: LevelHeading[],
  all: readonly { readonly at: number; readonly part: HeadingPart }[],
): LevelHeading[] {
  if (found.some(({ level }) => level === 'mid' || level === 'intermediate')) return found;
  const roles = found.map(({ part }) => splitWords(part.heading.text).slice(1).join(' '));
  const [role = ''] = roles;
  if (role === '' || roles.filter((each) => each === role).length < fewestLevels) return found;
  const plain = all.find(
    ({ at, part }) => splitWords(part.heading.text).join(' ') === role && !found.some((each) => each.at === at),
  );
  if (plain === undefined) return found;
  return [...found, { ...plain, level: 'mid' }].sort((left, right) => left.at - right.at);
}
