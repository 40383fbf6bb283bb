import { groupBy } from '../collections/groups.ts';
import type { Finding } from '../lint/finding.ts';
import { replaced } from '../markdown/ranges.ts';
import type { Page } from '../model/handbook.ts';
import { inOrder, type TextEdit } from './plan.ts';

/** One safe replacement in a file, and the finding that it fixes. */
export interface Edit extends TextEdit {
  readonly finding: Finding;
}

/** What `fix` needs from outside: a way to judge the handbook as if some files had other texts. */
export interface Judge {
  /** The whole handbook, with these files' texts in place of those on disk. */
  judge(texts: ReadonlyMap<string, string>): Promise<Judgement>;
  /** A file's text on disk. */
  text(path: string): string;
  mayEdit(path: string): boolean;
}

/** The findings of one state of the handbook. */
interface Judgement {
  readonly findings: readonly Finding[];
  /** What `shapeOf` gives for a file. An edit must not change it: half a tag would swallow the links behind it. */
  shape(path: string): string;
}

/** What `fix` has changed, and what it leaves. */
export interface Fixed {
  /** The new text of each file that changes. */
  readonly texts: ReadonlyMap<string, string>;
  /** What was replaced, in the order it was done. */
  readonly edits: readonly Edit[];
  /** What is left. */
  readonly findings: readonly Finding[];
}

/**
 * Applies safe suggestions round by round until nothing changes. An edit is kept only when its finding
 * is gone afterwards and no other finding came, anywhere in the handbook. So the number of findings falls with every
 * round, and the loop ends.
 */
export async function fix(judge: Judge): Promise<Fixed> {
  let state: State = { texts: new Map(), judgement: await judge.judge(new Map()) };
  const done: Edit[] = [];
  for (;;) {
    const edits = withoutOverlaps(safeEdits(state.judgement.findings).filter(({ path }) => judge.mayEdit(path)));
    const { state: next, edits: kept } = await keepGood(edits, state, judge);
    if (kept.length === 0) return { texts: state.texts, edits: done, findings: state.judgement.findings };
    done.push(...kept);
    state = next;
  }
}

interface State {
  readonly texts: ReadonlyMap<string, string>;
  readonly judgement: Judgement;
}

/** Tries all edits at once. When that makes anything worse, tries again without those at fault. */
async function keepGood(
  edits: readonly Edit[],
  before: State,
  judge: Judge,
): Promise<{ readonly state: State; readonly edits: readonly Edit[] }> {
  if (edits.length === 0) return { state: before, edits };
  const texts = new Map(before.texts);
  for (const [path, own] of groupBy(edits, pathOf)) {
    texts.set(path, replaced(before.texts.get(path) ?? judge.text(path), own));
  }
  const judgement = await judge.judge(texts);
  const worse = excess(before.judgement.findings, judgement.findings, edits);
  const misshapen = edits.filter(({ path }) => judgement.shape(path) !== before.judgement.shape(path));
  if (worse.size === 0 && misshapen.length === 0) return { state: { texts, judgement }, edits };
  if (edits.length === 1) return { state: before, edits: [] };
  const guilty = blame(edits, judgement.findings, worse);
  // Of several edits in a misshapen file, halving finds the one.
  if (guilty.size > 0 && misshapen.length === 0) {
    const innocent = edits.filter((edit) => !guilty.has(edit));
    return keepGood(innocent, before, judge);
  }
  // Nothing points to an edit, so halve. Later edits first: those in front of them keep their offsets.
  const middle = edits.length >> 1;
  const back = await keepGood(edits.slice(middle), before, judge);
  const front = await keepGood(edits.slice(0, middle), back.state, judge);
  return { state: front.state, edits: [...front.edits, ...back.edits] };
}

/** How many parts of each kind a page's markup has. */
export function shapeOf(page: Page | undefined): string {
  if (page === undefined) return '';
  const { headings, anchors, links, externalLinks, shortcodes, controls, problems } = page.facts;
  return [headings, anchors, [...links, ...externalLinks], shortcodes, controls, problems]
    .map(({ length }) => length)
    .join(' ');
}

/** Findings that were not there before, or that an edit was meant to fix, by key. */
function excess(before: readonly Finding[], after: readonly Finding[], edits: readonly Edit[]): Set<string> {
  const left = new Map<string, number>();
  const count = (finding: Finding, by: number) => {
    const key = findingKey(finding);
    left.set(key, (left.get(key) ?? 0) + by);
  };
  for (const finding of before) count(finding, 1);
  for (const { finding } of edits) count(finding, -1);
  for (const finding of after) count(finding, -1);
  return new Set([...left].filter(([, number]) => number < 0).map(([key]) => key));
}

/** The edits whose new text a finding in excess stands on. */
function blame(edits: readonly Edit[], findings: readonly Finding[], worse: ReadonlySet<string>): Set<Edit> {
  const own = groupBy(edits, pathOf);
  const guilty = new Set<Edit>();
  for (const finding of findings) {
    if (!worse.has(findingKey(finding))) continue;
    let shift = 0;
    for (const edit of own.get(finding.path) ?? []) {
      const start = edit.start + shift;
      if (start <= finding.end.offset && finding.start.offset <= start + edit.text.length) guilty.add(edit);
      shift += edit.text.length - (edit.end - edit.start);
    }
  }
  return guilty;
}

const pathOf = ({ path }: Edit) => path;

/** Equal for a finding before and after edits at other places of its file; offsets move, so they are left out. */
function findingKey({ rule, severity, path, message }: Finding): string {
  return JSON.stringify([rule, severity, path, message]);
}

/** The safe replacement of each finding that has exactly one, in order of path and place. */
export function safeEdits(findings: readonly Finding[]): Edit[] {
  const edits = findings.flatMap((finding): Edit[] => {
    const [only, ...others] = finding.suggestions.filter(({ safe }) => safe);
    const { path, start, end } = finding;
    if (only === undefined || others.length > 0) return [];
    return [{ path, start: start.offset, end: end.offset, text: only.text, finding }];
  });
  return inOrder(edits);
}

/** Leaves out what touches an edit before it: its offsets or its reason may not hold any more. */
export function withoutOverlaps(edits: readonly Edit[]): Edit[] {
  const kept: Edit[] = [];
  for (const edit of edits) {
    const last = kept.at(-1);
    if (last?.path === edit.path && edit.start <= last.end) continue;
    kept.push(edit);
  }
  return kept;
}
