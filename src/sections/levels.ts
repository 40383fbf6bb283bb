import type { Names } from './names/names.ts';
import { normaliseName } from './names/normalise.ts';
import { type RoleWords, roleWordsOf } from './names/role-words.ts';
import type { Outline } from './outline/outline.ts';
import type { CompiledSection, CompiledType } from './page-type.ts';

/** One level of a role on a page: "Senior Accountant", with its own sections below it. */
interface LevelSpan {
  /** Its heading: index into `outline.sections`. */
  readonly index: number;
  /** After its last section. */
  readonly end: number;
}

/** What a page's headings are to its type. */
export interface Layout {
  readonly levels: readonly LevelSpan[];
  /** For each heading: the level it belongs to (index into `levels`), `null` outside all levels, `'apart'` where no sections are looked for. */
  readonly of: readonly (number | null | 'apart')[];
  /** Words that may stand around a section's name, for each heading. */
  readonly around: readonly RoleWords[];
  /** The headings that have a name of each section. */
  readonly named: ReadonlyMap<CompiledSection, readonly number[]>;
}

/** Finds the levels of a page, and what lies outside of them. */
export function layOut(outline: Outline, title: string, type: CompiledType): Layout {
  const { sections } = outline;
  const chains = sections.map((_section, index) => ancestors(outline, index));
  const around = chains.map((chain) => roleWordsOf([title, ...chain.map((index) => sections[index]!.text)]));
  const isNamed = (names: Names | null, index: number) =>
    names !== null && names.match(sections[index]!.text, around[index]!) !== null;
  const headings = [...sections.keys()];
  const named = new Map(
    type.sections.map((section) => [section, headings.filter((index) => isNamed(section.names, index))]),
  );
  const of: (number | null | 'apart')[] = sections.map(() => null);
  if (type.levels === null) return { levels: [], of, around, named };

  const sectionHeadings = new Set([...named.values()].flat());
  const isSection = (index: number) => sectionHeadings.has(index);

  const { below, with: mark, names, except } = type.levels;
  for (let index = 0; index < sections.length; index++) {
    if (isNamed(except, index)) of.fill('apart', index, sections[index]!.end);
  }
  const isCandidate = (index: number) => of[index] !== 'apart' && !isSection(index) && !isNamed(mark, index);
  const isMarked = (index: number) => childrenOf(outline, index).some((child) => isNamed(mark, child));
  const found = new Set<number>();
  // From the end, so that the last one found is the next one on the page.
  let next = Number.POSITIVE_INFINITY;
  for (let index = sections.length - 1; index >= 0; index--) {
    if (!isCandidate(index) || isNamed(below, index)) continue;
    const { parent, end } = sections[index]!;
    const isBelow = parent !== null && isNamed(below, parent) && next >= end && end > index + 1;
    if (!isBelow && !isMarked(index) && !isNamed(names, index)) continue;
    found.add(index);
    next = index;
  }
  const levels = [...found]
    .sort((a, b) => a - b)
    .map((index) => ({ index, end: endOf(outline, index, found, isSection) }));
  levels.forEach((level, which) => {
    for (let index = level.index; index < level.end; index++) if (of[index] !== 'apart') of[index] = which;
  });
  return { levels, of, around, named };
}

/** Headings directly below one, whatever their depth. */
function childrenOf(outline: Outline, index: number): number[] {
  const children: number[] = [];
  for (let child = index + 1; child < outline.sections[index]!.end; child = outline.sections[child]!.end)
    children.push(child);
  return children;
}

/**
 * A level ends at the next heading of its depth, but for one that stands there by mistake: after "### Senior
 * Accountant" comes "### Senior Accountant Responsibilities", with one # too few.
 */
function endOf(
  outline: Outline,
  index: number,
  levels: ReadonlySet<number>,
  isSection: (index: number) => boolean,
): number {
  const { sections } = outline;
  const level = sections[index]!;
  const name = normaliseName(level.text);
  let end = index + 1;
  for (; end < sections.length; end++) {
    const next = sections[end]!;
    if (levels.has(end) || next.level < level.level) break;
    if (next.level === level.level && !(isSection(end) && normaliseName(next.text).startsWith(`${name} `))) break;
  }
  return end;
}

function ancestors(outline: Outline, index: number): number[] {
  const chain: number[] = [];
  for (let above = outline.sections[index]!.parent; above !== null; above = outline.sections[above]!.parent)
    chain.push(above);
  return chain;
}
