import * as z from 'zod';
import { countOne } from '../../collections/groups.ts';
import { firstSentence, type Identity, identify, unmatched } from '../changes/compare.ts';
import type { Finding, Findings } from '../finding.ts';

/** Old findings that are not reported. They are identified by their words, not by line numbers. */
interface BaselineEntry {
  readonly path: string;
  readonly rule: string;
  readonly key: string;
  /** The message, for people who read the file. */
  readonly message: string;
  /** How many such findings the page has. */
  readonly count: number;
}

interface BaselineResult {
  /** Not in the baseline. */
  readonly fresh: readonly Finding[];
  /** Entries of the baseline that no longer occur; `count` says how many of each. */
  readonly vanished: readonly BaselineEntry[];
}

/** Which files a run has judged, and which exist. */
export interface RunScope {
  readonly isJudged: (path: string) => boolean;
  readonly exists: (path: string) => boolean;
}

const schema = z.strictObject({
  version: z.literal(1),
  findings: z.array(
    z.strictObject({
      path: z.string(),
      rule: z.string(),
      key: z.string(),
      message: z.string(),
      count: z.int().min(1).default(1),
    }),
  ),
});

/** Reads a baseline file's text; `name` is the file's, for the complaint. */
export function readBaseline(text: string, name: string): readonly BaselineEntry[] {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    throw new Error(`${name} is no baseline, since it is not JSON. Write a new one by --update-baseline.`);
  }
  const result = schema.safeParse(data);
  if (result.success) return result.data.findings;
  const issue = result.error.issues[0];
  throw new Error(
    `${name} is no baseline (${issue?.path.join('.') || 'at the top'}, ${issue?.message ?? 'unreadable'}). Write a new one by --update-baseline.`,
  );
}

/** The text of a baseline that silences these findings and the entries to keep; one line for each, so that branches merge. */
export function writeBaseline(findings: Findings, kept: readonly BaselineEntry[] = []): string {
  const entries = new Map(kept.map((entry) => [JSON.stringify([entry.path, entry.rule, entry.key]), entry]));
  for (const { path, rule, key, message } of Array.from(findings, (finding) => identify(finding, finding.path, null))) {
    const id = JSON.stringify([path, rule, key]);
    const count = (entries.get(id)?.count ?? 0) + 1;
    entries.set(id, { path, rule, key, message: firstSentence(message), count });
  }
  const lines = [...entries]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { count, ...entry }]) => JSON.stringify(count > 1 ? { ...entry, count } : entry));
  return `{\n"version": 1,\n"findings": [\n${lines.join(',\n')}\n]\n}\n`;
}

/** Parts the findings of a run into old and new ones. Files that the run left out are taken to be as they were. */
export function compareWithBaseline(
  findings: Findings,
  baseline: readonly BaselineEntry[],
  run: RunScope,
): BaselineResult {
  const now = Array.from(findings, (finding) => ({
    ...identify(finding, finding.path, null),
    onChangedPage: true,
    finding,
  }));
  const old = baseline.flatMap((entry) => {
    // A file that is gone may be there under another name; its findings went along.
    const identity: Identity = { ...entry, context: () => '', onChangedPage: !run.exists(entry.path) };
    return Array.from({ length: entry.count }, () => ({ ...identity, entry }));
  });
  const fresh = unmatched(now, old).map(({ finding }) => finding);
  const gone = new Map<BaselineEntry, number>();
  for (const { entry } of unmatched(old, now)) {
    if (run.isJudged(entry.path) || !run.exists(entry.path)) countOne(gone, entry);
  }
  const vanished = [...gone].map(([entry, count]) => ({ ...entry, count }));
  return { fresh, vanished };
}
