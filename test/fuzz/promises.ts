import { rules } from '../../rules/index.ts';
import { ConfigError } from '../../src/config/config.ts';
import { fix, safeEdits, withoutOverlaps } from '../../src/edits/fix.ts';
import { type FileTree, memoryTree } from '../../src/files/file-tree.ts';
import { cleanRelative } from '../../src/files/paths.ts';
import { openHandbook } from '../../src/incremental/open.ts';
import type { Finding } from '../../src/lint/finding.ts';
import { lint } from '../../src/lint/run.ts';
import { replaced } from '../../src/markdown/ranges.ts';
import { readContent, readPage } from '../../src/markdown/read-page.ts';
import type { Handbook } from '../../src/model/handbook.ts';

export type Files = Readonly<Record<string, string>>;

async function open(files: Files): Promise<Handbook> {
  const tree = watched(memoryTree(files));
  return openHandbook({ root: tree.root, tree });
}

/** The same files; whoever asks for what lies outside of the root fails, although the tree would refuse it too. */
function watched(tree: FileTree): FileTree {
  const inside = (path: string) => {
    if (path !== '' && cleanRelative(path) !== path) throw new Error(`asked for ${JSON.stringify(path)}`);
    return path;
  };
  return {
    root: tree.root,
    list: (path) => tree.list(inside(path)),
    read: (path) => tree.read(inside(path)),
    exists: (path) => tree.exists(inside(path)),
    stamp: (path) => tree.stamp(inside(path)),
  };
}

const judge = async (files: Files) => lint(await open(files), { rules }).findings;

/** Says which promise a handbook makes the linter break, or nothing. A crash or a hang is for the caller to see. */
export async function brokenPromise(files: Files): Promise<string | undefined> {
  try {
    return await brokenBy(files);
  } catch (error) {
    if (error instanceof ConfigError) return unclear(error);
    throw error;
  }
}

/** What a configuration that cannot be used is told is one line. */
function unclear({ message }: ConfigError): string | undefined {
  return /[\p{Cc}\u2028\u2029]/u.test(message) ? `no plain line: ${JSON.stringify(message)}` : undefined;
}

async function brokenBy(files: Files): Promise<string | undefined> {
  const handbook = await open(files);
  const { findings } = lint(handbook, { rules });
  for (const finding of findings) {
    const wrong = misplaced(finding, handbook);
    if (wrong) return `${finding.rule} on ${finding.path}: ${wrong}: ${JSON.stringify(finding)}`;
  }
  if (JSON.stringify(await judge(files)) !== JSON.stringify(findings)) return 'a second run finds something else';
  return (await suggestedBadly(files, findings)) ?? fixedBadly(files, findings);
}

/** More suggestions than this of one handbook are left to other handbooks. */
const MOST_SUGGESTIONS = 6;

// A suggestion that is not safe is a choice for a person: it has to end its own finding, and may say something new.
async function suggestedBadly(files: Files, findings: readonly Finding[]): Promise<string | undefined> {
  const all = findings.flatMap((finding) => finding.suggestions.map((suggestion) => ({ finding, suggestion })));
  const every = Math.max(1, Math.ceil(all.length / MOST_SUGGESTIONS));
  for (const { finding, suggestion } of all.filter((_, index) => index % every === 0)) {
    const { path, start, end } = finding;
    const edit = { start: start.offset, end: end.offset, text: suggestion.text };
    const text = replaced(textOf(files[path]!), [edit]);
    const after = await judge({ ...files, [path]: text });
    const said = new Map<string, number>();
    for (const [list, by] of [
      [findings, -1],
      [after, 1],
    ] as const)
      for (const each of list) said.set(wordsOf(each), (said.get(wordsOf(each)) ?? 0) + by);
    const what = `${JSON.stringify(suggestion)} for ${JSON.stringify(finding)}`;
    if ((said.get(wordsOf(finding)) ?? 0) >= 0) return `does not end its finding: ${what}`;
    const added = [...said].find(([, count]) => count > 0);
    if (suggestion.safe && added) return `adds ${added[0]}: ${what}`;
  }
  return undefined;
}

const wordsOf = ({ rule, path, message }: Finding) => JSON.stringify([rule, path, message]);
const textOf = (text: string) => text.replace(/^\ufeff/, '');

function misplaced(finding: Finding, handbook: Handbook): string | undefined {
  const text = handbook.page(finding.path)?.text;
  if (text === undefined) return 'on no page';
  const { start, end, message } = finding;
  if (!(0 <= start.offset && start.offset <= end.offset && end.offset <= text.length)) return 'outside the page';
  const lines = text.slice(0, start.offset).split(/\r\n|\r|\n/);
  if (start.line !== lines.length || start.column !== lines.at(-1)!.length + 1)
    return 'line and column do not fit the offset';
  if (/[\p{Cc}\u2028\u2029]/u.test(message)) return 'a control character in the message';
  if (message.includes(':')) return 'a colon in the message';
  return undefined;
}

/** What of a page the fast parser and the reference read differently, if anything. */
export function differentlyRead(text: string, frontMatter: boolean): string | undefined {
  for (const [what, read] of [
    ['facts', readPage],
    ['content', readContent],
  ] as const) {
    const [fast, reference] = (['auto', 'reference'] as const).map((parser) =>
      JSON.stringify(read(text, { parser, frontMatter })),
    );
    if (fast !== reference) return what;
  }
  return undefined;
}

const shapeOf = (texts: Files, path: string) =>
  JSON.stringify(readPage(texts[path] ?? '').headings.map(({ text }) => text));

async function fixedBadly(files: Files, before: readonly Finding[]): Promise<string | undefined> {
  if (safeEdits(before).length === 0) return undefined;
  const fixed = await fix({
    judge: async (texts) => {
      const all = { ...files, ...Object.fromEntries(texts) };
      return { findings: await judge(all), shape: (path) => shapeOf(all, path) };
    },
    text: (path) => files[path]!,
    mayEdit: () => true,
  });
  const after = await judge({ ...files, ...Object.fromEntries(fixed.texts) });
  // An edit may end more than the finding it was for: an include that is found brings what others missed.
  if (after.length > before.length - fixed.edits.length)
    return `${fixed.edits.length} edits took ${before.length} findings to ${after.length}`;
  const left = before.map(({ rule, path, message }) => `${rule} ${path} ${message}`);
  for (const { rule, path, message } of after) {
    const at = left.indexOf(`${rule} ${path} ${message}`);
    if (at < 0) return `an edit brought ${rule} to ${path}: ${message}`;
    left.splice(at, 1);
  }
  for (const [path, text] of fixed.texts) {
    const own = fixed.edits.filter((edit) => edit.path === path);
    // Offsets of later rounds count in texts that were changed before.
    const areOfFirst = own.every(({ start, finding }) =>
      before.some(({ rule, start: at, path: file }) => rule === finding.rule && at.offset === start && file === path),
    );
    if (areOfFirst && withoutOverlaps(own).length === own.length && replaced(files[path]!, own) !== text)
      return `${path} changed outside of the edits`;
  }
  return undefined;
}
