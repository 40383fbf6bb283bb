import { distance } from 'fastest-levenshtein';
import { groupBy } from '../../collections/groups.ts';
import { folderOf } from '../../files/paths.ts';
import { query } from '../../model/query.ts';
import { upperFirst } from '../../phrases/letters.ts';
import { isOneTypo } from '../../phrases/typos.ts';
import { normaliseName } from '../names/normalise.ts';
import { isRoleNoun, nounsOfRoles } from '../names/role-words.ts';
import { levelRank, managerRank } from './ranks.ts';
import type { ReportingLine } from './reporting-lines.ts';
import { type RolePage, type RolePart, rolePagesOf } from './role-pages.ts';
import {
  areEqual,
  isEqualRole,
  isOneInOther,
  isSameRole,
  type RoleTitle,
  readRoleTitle,
  withoutGenders,
} from './role-titles.ts';

/** What is wrong with one line of who reports to whom. */
export type LineProblem = {
  readonly line: ReportingLine;
  readonly part: RolePart;
} /** A word of the boss's title is no word that roles have, but for a typo. */ & (
  | { readonly kind: 'misspelt'; readonly word: string; readonly right: string }
  /** No page or heading names this role; `near` looks for one that is called nearly so. */
  | { readonly kind: 'unnamed'; readonly boss: string; readonly near: () => string | null }
  | { readonly kind: 'itself' }
  /** The roles from this one upward that lead back to it. */
  | { readonly kind: 'circle'; readonly chain: readonly string[] }
  | { readonly kind: 'two'; readonly first: ReportingLine }
  /** The level below has a higher boss. */
  | { readonly kind: 'lower'; readonly below: RolePart; readonly belowLine: ReportingLine }
);

/** Everything that is wrong with who reports to whom, by the file that it stands in. */
export const lineProblemsOf = query(
  'problems of reporting lines',
  (handbook): ReadonlyMap<string, readonly LineProblem[]> => {
    const pages = [...rolePagesOf(handbook).values()];
    const parts = pages.flatMap((page) => page.parts);
    const names = new RoleNames(parts);
    const problems = [
      ...pages.flatMap((page) => page.parts.flatMap((part) => problemsOfPart(part, page, names))),
      ...lowerBosses(pages),
      ...circles(parts, names),
    ];
    return groupBy(problems, ({ line }) => line.page.path);
  },
);

/** What roles the handbook's role pages name, and the words in them. */
class RoleNames {
  readonly #byKey: ReadonlyMap<string, readonly RolePart[]>;
  readonly #words: ReadonlySet<string>;
  readonly #parts: readonly RolePart[];

  constructor(parts: readonly RolePart[]) {
    this.#parts = parts;
    this.#byKey = groupBy(parts, ({ role }) => keyOf(role));
    this.#words = new Set(parts.flatMap(({ text }) => normaliseName(text).split(' ')));
  }

  isNamed(role: RoleTitle): boolean {
    return this.#parts.some((part) => isSameRole(part.role, role));
  }

  /** The one part that is exactly about this role; `null` when there is none, or more than one. */
  only(role: RoleTitle): RolePart | null {
    const [first = null, ...others] = this.#byKey.get(keyOf(role)) ?? [];
    return others.length > 0 || role.words.size < 2 ? null : first;
  }

  nearest(boss: string): string | null {
    const wanted = normaliseName(boss);
    let best: { readonly text: string; readonly apart: number } | null = null;
    for (const { text } of this.#parts) {
      const apart = distance(normaliseName(text), wanted);
      if (apart <= Math.floor(wanted.length / 4) && apart < (best?.apart ?? Number.POSITIVE_INFINITY))
        best = { text, apart };
    }
    return best?.text ?? null;
  }

  /** A word of this title that misspells one that roles have. */
  typoIn(boss: string): { readonly word: string; readonly right: string } | null {
    for (const word of boss.match(/\p{L}{5,}/gu) ?? []) {
      const low = word.toLowerCase();
      if (isRoleNoun(low) || this.#words.has(low)) continue;
      const noun = nounsOfRoles.find((each) => each.length > 6 && isOneTypo(low, each));
      const right =
        noun ??
        [...this.#words].find(
          (each) => each.length > 4 && isOneTypo(low, each) && this.#wouldName(boss.replace(word, each)),
        );
      if (right !== undefined) return { word, right: /^\p{Lu}/u.test(word) ? upperFirst(right) : right };
    }
    return null;
  }

  #wouldName(title: string): boolean {
    const role = readRoleTitle(title);
    return role !== null && role.words.size > 1 && this.#byKey.has(keyOf(role));
  }
}

function problemsOfPart(part: RolePart, page: RolePage, names: RoleNames): LineProblem[] {
  const isAlone = part.heading !== -1 || page.parts.length === 1;
  const problems: LineProblem[] = [];
  const firsts = new Map<string, { readonly line: ReportingLine; readonly role: RoleTitle }>();
  for (const line of part.lines) {
    if (line.boss === null) continue;
    const typo = names.typoIn(line.boss);
    if (typo !== null) problems.push({ kind: 'misspelt', line, part, ...typo });
    if (!isOwn(line, part)) continue;
    if (isNamedAlike(line.subject ?? (isAlone ? part.text : ''), line.boss)) {
      problems.push({ kind: 'itself', line, part });
      continue;
    }
    const role = readRoleTitle(line.boss);
    if (role === null || isHedged(line)) continue;
    const { boss } = line;
    if (typo === null && !names.isNamed(role))
      problems.push({ kind: 'unnamed', line, part, boss, near: () => names.nearest(boss) });
    const level = ownLevels(line, part);
    const first = firsts.get(level);
    if (first === undefined) firsts.set(level, { line, role });
    else if (isAlone && isOtherBoss(first.role, role)) problems.push({ kind: 'two', line, part, first: first.line });
  }
  return problems;
}

/** The levels that a line is about beyond those of its part: "the Senior Pilot reports to …" on the page of the Pilot. */
function ownLevels({ subject }: ReportingLine, part: RolePart): string {
  const levels = subject === null ? undefined : readRoleTitle(subject)?.levels;
  return [...(levels ?? [])]
    .filter((level) => !part.role.levels.has(level))
    .sort()
    .join(' ');
}

/** A level whose boss stands below that of a lower level of the page, or of the pages beside it. */
function lowerBosses(pages: readonly RolePage[]): LineProblem[] {
  const ranked = pages.flatMap(({ page, parts }) => {
    const isWhole = parts.length === 1;
    return parts.flatMap((part) => {
      const line =
        part.heading === -1 && !isWhole
          ? undefined
          : part.lines.find((each) => each.boss !== null && isOwn(each, part) && !isHedged(each));
      const boss = line === undefined ? null : readRoleTitle(line.boss ?? '');
      const level = levelRank(part.role);
      const height = boss === null ? null : managerRank(boss);
      if (line === undefined || level === null || height === null) return [];
      return [{ part, line, level, height, place: isWhole ? folderAround(page.path) : page.path }];
    });
  });
  const beside = groupBy(ranked, ({ part, place }) => `${place} ${ladderOf(part.role)}`);
  return [...beside.values()].flatMap((ladder) =>
    ladder.flatMap(({ part, line, level, height }): LineProblem[] => {
      const below = ladder.find(
        (each) => each.level < level && each.level < 100 === level < 100 && each.height > height,
      );
      return below === undefined ? [] : [{ kind: 'lower', line, part, below: below.part, belowLine: below.line }];
    }),
  );
}

function circles(parts: readonly RolePart[], names: RoleNames): LineProblem[] {
  const next = (part: RolePart): { readonly line: ReportingLine; readonly boss: RolePart } | null => {
    for (const line of part.lines) {
      const role = line.boss === null || isHedged(line) || !isOwn(line, part) ? null : readRoleTitle(line.boss);
      const boss = role === null ? null : names.only(role);
      if (boss !== null && boss !== part) return { line, boss };
    }
    return null;
  };
  return parts.flatMap((part): LineProblem[] => {
    if (names.only(part.role) !== part) return [];
    const start = next(part);
    const chain = [part.text];
    for (let step = start; step !== null && chain.length < 10; step = next(step.boss)) {
      chain.push(step.boss.text);
      if (step.boss === part) return [{ kind: 'circle', line: start!.line, part, chain }];
    }
    return [];
  });
}

/** Is this line about the role of its part? */
function isOwn({ subject, boss, isLabel }: ReportingLine, { role, text }: RolePart): boolean {
  // "… and Pilots report to the Harbour Master": on the Harbour Master's page this is about others.
  const above = boss === null ? null : readRoleTitle(boss);
  const isSaidOfIt = subject === null ? isLabel : isNamedAlike(subject, text);
  if (above !== null && isEqualRole(above, role) && !isSaidOfIt) return false;
  const named = subject === null ? null : readRoleTitle(subject);
  return subject === null || (named !== null && isSameRole(named, role));
}

/** A line that leaves it open, or speaks of a second boss on purpose. */
function isHedged({ text, boss }: ReportingLine): boolean {
  return (
    /\b(?:or|either|depending|may|might|can|could|dotted|matrix|functional(?:ly)?|administrative(?:ly)?|operational(?:ly)?|also|additionally|secondary|interim|until|currently|temporarily|if|sometimes|both|day[- ]to[- ]day|unless|except)\b/i.test(
      text,
    ) || /[/&]| and /.test(boss?.replace(/\b\p{Lu}&\p{Lu}/gu, '') ?? '')
  );
}

function isOtherBoss(one: RoleTitle, other: RoleTitle): boolean {
  if (one.noun !== other.noun) return true;
  if (areEqual(one.words, other.words)) return !areEqual(one.levels, other.levels);
  return !isOneInOther(one.words, other.words);
}

/** The folder of a page, or for the page of a folder the one around that. */
function folderAround(path: string): string {
  return folderOf(/\/(?:_?index|readme)\.mdx?$/i.test(path) ? folderOf(path) : path);
}

/** What roles have in common that differ by their levels alone. */
function ladderOf({ noun, words }: RoleTitle): string {
  const field = [...words].filter((word) => word !== 'intern').sort();
  return [noun, ...field].join(' ');
}

function keyOf({ noun, words, levels }: RoleTitle): string {
  return `${noun} ${[...words].sort().join(' ')} ${[...levels].sort().join(' ')}`;
}

/** A title without the article before it. */
export const bare = (text: string) => text.replace(/^(?:the|an?|our|your)\s+/i, '');
const nameOf = (text: string) => normaliseName(withoutGenders(bare(text)));
const isNamedAlike = (one: string, other: string) => nameOf(one) === nameOf(other);
