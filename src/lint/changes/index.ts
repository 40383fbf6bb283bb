import { getOrInsert } from '../../collections/get-or-insert.ts';
import { groupBy } from '../../collections/groups.ts';
import { compareTexts } from '../../collections/order.ts';
import { ConfigError } from '../../config/config.ts';
import type { FileTree } from '../../files/file-tree.ts';
import type { FileChange } from '../../git/diff.ts';
import type { TreePair } from '../../git/git-tree.ts';
import type { Handbook } from '../../model/handbook.ts';
import { quoted } from '../../phrases/quoted.ts';
import { now } from '../clock.ts';
import type { Finding } from '../finding.ts';
import { findingsOf, type PageResult } from '../results/page-result.ts';
import { countFindings, type LintResult, nothingFound, workDone } from '../results/result.ts';
import { judgePages, type LintOptions } from '../run.ts';
import type { WorkPlanner } from '../work.ts';
import { type Change, findBreakage } from './cause.ts';
import { identify, unmatched } from './compare.ts';
import { causeFindings, type Explained, explainLink } from './explain.ts';
import { type Comparison, pairOf } from './pair.ts';

interface ChangeOptions extends LintOptions, Comparison {
  /** Which pages of either state have to be judged, of what earlier runs have found; all when absent. */
  readonly plans?: { readonly before: WorkPlanner; readonly after: WorkPlanner };
  /** What git says of the change; asked anew when absent. */
  readonly pair?: TreePair;
  /** Keeps what was found for later runs. */
  readonly onJudged?: (judged: LintResult, after: Handbook, before: Handbook | null) => void;
  readonly open: (tree: FileTree) => Promise<Handbook>;
  /** Opens the same handbook over another tree, with its configuration; `null` when it cannot. */
  readonly openOver: (handbook: Handbook, tree: FileTree) => Promise<Handbook | null>;
}

export interface ChangeResult extends LintResult {
  /** In its new state; `null` when nothing changed and so nothing was read. */
  readonly handbook: Handbook | null;
  /** What could not be compared, a sentence each. */
  readonly notes: readonly string[];
}

/**
 * What a change breaks: the findings of the new state that the old state did not have, wherever they stand. A link that
 * the change broke without touching it says how; where the cause stands on a page, one finding there lists all such links.
 */
export async function judgeChange(options: ChangeOptions): Promise<ChangeResult> {
  const start = now();
  const pair = options.pair ?? pairOf(options);
  if (pair.changes.length === 0) return { ...nothingFound(start), handbook: null, notes: pair.notes };
  const after = await options.open(pair.after);
  const { plans } = options;
  const found = judgePages(after, plans ? { ...options, plan: plans.after } : options);
  const { count, ...done } = workDone(found.values());
  const before = count === 0 ? null : await openBefore(after, pair.before, options);
  const own = await ownFindings(found, after, pair, options);
  const fresh = before === null ? [] : freshFindings(own, changeOf(before, after, pair.changes), options);
  const explained = fresh.filter(isExplained);
  const findings = sortFindings([
    ...causeFindings(explained, after),
    ...fresh.map((each) => (isExplained(each) ? explainLink(each, after) : each.finding)),
  ]);
  const judged: LintResult = {
    findings,
    summary: { ...done, ...countFindings(findings), milliseconds: Math.round(now() - start) },
  };
  options.onJudged?.(judged, after, before);
  return { ...judged, handbook: after, notes: pair.notes };
}

/** In a merge, the findings that no commit which is merged has; else all of them. */
async function ownFindings(
  found: Found,
  after: Handbook,
  { merged = [] }: TreePair,
  options: ChangeOptions,
): Promise<Found> {
  let own = found;
  const { plans: _, ...rest } = options;
  for (const { before: tree, changes } of merged) {
    const before = await openBefore(after, tree, options);
    const left = newFindings(own, changeOf(before, after, changes), rest);
    const pages = groupBy(left, ({ path }) => path);
    own = new Map([...pages].map(([path, findings]) => [path, { findings }]));
    if (left.length === 0) break;
  }
  return own;
}

type Found = ReadonlyMap<string, Pick<PageResult, 'findings'>>;

type Fresh = Explained | { readonly finding: Finding };
const isExplained = (fresh: Fresh): fresh is Explained => 'cause' in fresh;

function freshFindings(now: Found, change: Change, options: ChangeOptions): readonly Fresh[] {
  const changed = changedPaths(change);
  const linkRules = new Set(options.rules.filter(({ kind }) => kind === 'links').map(({ id }) => id));
  return newFindings(now, change, options).map((finding) => {
    const breakage = linkRules.has(finding.rule) ? findBreakage(finding, change) : null;
    if (breakage !== null) return { finding, ...breakage };
    return { finding: changed.has(finding.path) ? finding : explainOnUntouchedPage(finding, change) };
  });
}

function changedPaths({ files }: Change): ReadonlySet<string> {
  return new Set(files.filter(({ kind }) => kind !== 'deleted').map(({ path }) => path));
}

/** The findings of `now` that the state before the change did not have. */
function newFindings(now: Found, change: Change, options: ChangeOptions): readonly Finding[] {
  const { before, after, files } = change;
  const changed = changedPaths(change);
  const changedBefore = new Set(files.filter(({ kind }) => kind !== 'added').map(({ oldPath }) => oldPath));
  const { onPage: _, timings: __, plans, ...silently } = options;
  const old = plans
    ? judgePages(before, { ...silently, plan: plans.before })
    : judgePages(before, { ...silently, paths: partnersOf(now, change, changedBefore) });
  const texts = new Map<string, string>();
  const read = (handbook: Handbook, path: string) => () =>
    getOrInsert(texts, `${handbook === before} ${path}`, () => handbook.page(path)?.text ?? '');
  // What was found on a page that stays as it is needs no reading when it is the same.
  const isSame = (path: string) =>
    !changed.has(path) && !changedBefore.has(path) && areSame(now.get(path), old.get(path));
  const identities = findingsBut(now, isSame).map((finding) => ({
    ...identify(finding, finding.path, changed.has(finding.path) ? read(after, finding.path) : null),
    finding,
  }));
  const oldIdentities = findingsBut(old, isSame).map((finding) =>
    identify(
      finding,
      change.newPathOf(finding.path),
      changedBefore.has(finding.path) ? read(before, finding.path) : null,
    ),
  );
  return unmatched(identities, oldIdentities).map(({ finding }) => finding);
}

/** The pages of the old state that can have findings which are found now. */
function partnersOf(now: Found, { before, oldPathOf }: Change, changed: ReadonlySet<string>): readonly string[] {
  const withFindings = [...now].filter(([, { findings }]) => findings.length > 0).map(([path]) => oldPathOf(path));
  return [...new Set([...withFindings, ...changed])].filter((path) => before.page(path) !== undefined);
}

function findingsBut(found: Found, isLeft: (path: string) => boolean): readonly Finding[] {
  const findings: Finding[] = [];
  found.forEach((page, path) => {
    if (page.findings.length > 0 && !isLeft(path)) for (const finding of findingsOf(page)) findings.push(finding);
  });
  return findings;
}

/** Whether earlier runs have kept both, and the same. */
function areSame(
  one: Pick<PageResult, 'findings'> | undefined,
  other: Pick<PageResult, 'findings'> | undefined,
): boolean {
  if (one === other) return true;
  const [left, right] = [one?.findings ?? [], other?.findings ?? []];
  return 'listed' in left && 'listed' in right && Buffer.compare(left.listed, right.listed) === 0;
}

function changeOf(before: Handbook, after: Handbook, files: readonly FileChange[]): Change {
  const renamed = files.filter(({ kind }) => kind === 'renamed');
  const oldPaths = new Map(renamed.map(({ oldPath, path }) => [path, oldPath]));
  const newPaths = new Map(renamed.map(({ oldPath, path }) => [oldPath, path]));
  const oldPathOf = (path: string) => oldPaths.get(path) ?? path;
  const newPathOf = (path: string) => newPaths.get(path) ?? path;
  return { before, after, files, oldPathOf, newPathOf };
}

/**
 * The old state as the new handbook.yaml would judge it, so that a change of the configuration alone breaks nothing; unless
 * that speaks of folders which the old state did not have.
 */
export async function openBefore(
  after: Handbook,
  tree: FileTree,
  { open, openOver }: Pick<ChangeOptions, 'open' | 'openOver'>,
): Promise<Handbook> {
  const isKnown = after.config.content.some((folder) => tree.list(folder).length > 0);
  const over = isKnown ? await openOver(after, tree) : null;
  if (over !== null) return over;
  try {
    return await open(tree);
  } catch (error) {
    // It is the old configuration that cannot be used.
    throw error instanceof ConfigError ? new Error(`Before this change: ${error.message}`) : error;
  }
}

function sortFindings(findings: readonly Finding[]): readonly Finding[] {
  return findings.toSorted(
    (a, b) =>
      compareTexts(a.path, b.path) ||
      a.start.offset - b.start.offset ||
      compareTexts(a.rule, b.rule) ||
      compareTexts(a.message, b.message),
  );
}

/** Adds to a finding on a page that the change did not touch a note on which changed file is the cause. */
function explainOnUntouchedPage(finding: Finding, change: Change): Finding {
  const changed = [...new Set(change.files.map(({ path }) => path))];
  const related = new Set(finding.related.map(({ path }) => path));
  const page = change.after.page(finding.path);
  const includes =
    page === undefined
      ? []
      : change.after.includes(page).map(({ state }) => (state.kind === 'found' ? state.page.path : ''));
  const likely = changed.filter((path) => related.has(path) || includes.includes(path));
  const named = (likely.length > 0 ? likely : changed).filter(
    (path) => change.after.page(path) ?? change.before.page(path),
  );
  const first = named
    .slice(0, 3)
    .map((path) => quoted((change.after.page(path) ?? change.before.page(path))?.title ?? path));
  const more = named.length > first.length ? ` and ${named.length - first.length} more` : '';
  const where = first.length === 0 ? 'files that are no pages' : `${first.join(', ')}${more}`;
  const why = `This page itself did not change. The finding comes from this change to ${where}.`;
  return { ...finding, note: finding.note === undefined ? why : `${finding.note}\n\n${why}` };
}
