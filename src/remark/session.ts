import { relative, resolve, sep } from 'node:path';
import type { VFile } from 'vfile';
import { getOrInsert } from '../collections/get-or-insert.ts';
import { findHandbook } from '../config/loading/find-root.ts';
import type { RuleSetting } from '../config/schema.ts';
import { diskTree } from '../files/disk-tree.ts';
import { FollowedHandbook } from '../incremental/followed.ts';
import { type JudgedPage, judgeDespiteFailures } from '../lint/judge-despite-failures.ts';
import { type EnabledRule, enabledRules } from '../lint/levels.ts';
import { pagesInScope } from '../lint/scope.ts';
import type { Handbook } from '../model/handbook.ts';
import type { RemarkRun } from './remark-run.ts';
import { UnsavedTexts } from './unsaved-texts.ts';

const nothing: JudgedPage = { findings: [], failures: [] };

/** Judges a file as it is in memory against its handbook as it is now; nothing when it is no page of one. */
export async function judgeFile(file: VFile, run: RemarkRun): Promise<JudgedPage> {
  if (file.path === undefined) return nothing;
  const absolute = resolve(file.cwd, file.path);
  const root = rootOf(absolute, file.cwd);
  if (root === null) return nothing;
  try {
    const session = getOrInsert(sessions, root, () => new EditorSession(root));
    const handbook = await session.handbookFor(absolute, file, run.fileSet);
    return judge(handbook, pathBelow(root, absolute), run);
  } catch (error) {
    // A configuration or a file that cannot be read: one line on each page, and the run does not pass.
    return {
      findings: [],
      failures: [{ message: error instanceof Error ? error.message : String(error), rule: null }],
    };
  }
}

/** Where nothing says where the handbook starts, it is where the command would have been started. */
function rootOf(absolute: string, cwd: string): string | null {
  return findHandbook(absolute) ?? (pathBelow(cwd, absolute).startsWith('../') ? null : cwd);
}

function judge(handbook: Handbook, path: string, run: RemarkRun): JudgedPage {
  const [page] = pagesInScope(handbook, [path]);
  if (page?.path !== path) return nothing;
  const { rules, known } = rulesOf(run, handbook);
  return judgeDespiteFailures(page, { handbook, rules, known });
}

/** What remark's configuration sets goes before handbook.yaml. */
function rulesOf(run: RemarkRun, handbook: Handbook): { rules: readonly EnabledRule[]; known: readonly string[] } {
  const listed = [...run.rules.values()];
  const known = [...new Set(listed.flatMap((each) => each.known))];
  const settings: Record<string, RuleSetting> = { ...handbook.config.rules };
  for (const { rule, setting } of listed) {
    const inHandbook = settings[rule.id];
    const [level, options] = typeof inHandbook === 'object' ? inHandbook : [inHandbook, {}];
    settings[rule.id] = [setting.level ?? level ?? rule.level, setting.options ?? options];
  }
  const rules = listed.map(({ rule }) => rule);
  const ours = new Set(listed.flatMap(({ rule, setting }) => (setting.options === undefined ? [] : [rule.id])));
  const { rulesAt } = handbook.config;
  const lines = Object.entries(rulesAt?.lines ?? {}).filter(([id]) => !ours.has(id));
  const config = { rules: settings, ...(rulesAt && { rulesAt: { ...rulesAt, lines: Object.fromEntries(lines) } }) };
  return { rules: enabledRules(rules, config, {}, known), known };
}

const sessions = new Map<string, EditorSession>();

/** One handbook in a process that judges its pages again and again, with what open pages say that is not on disk. */
class EditorSession {
  readonly #root: string;
  readonly #unsaved: UnsavedTexts;
  readonly #followed: FollowedHandbook;
  #seenSet: unknown = undefined;

  constructor(root: string) {
    this.#root = root;
    this.#unsaved = new UnsavedTexts(diskTree(root));
    this.#followed = new FollowedHandbook(root);
  }

  /** The handbook for a check of one file. The disk is looked at once for each set of files, which come at the same time. */
  handbookFor(absolute: string, file: VFile, fileSet: unknown): Promise<Handbook> {
    return this.#followed.inTurn(async () => {
      const isNewSet = fileSet === undefined || fileSet !== this.#seenSet;
      this.#seenSet = fileSet;
      if (isNewSet) this.#seeOpenPages(openPages(fileSet));
      this.#unsaved.see(pathBelow(this.#root, absolute), String(file));
      const now = await this.#followed.refresh(this.#unsaved.current(), isNewSet ? 'unwatched' : 'same');
      return now.handbook;
    });
  }

  /** A language server that checks several pages at once checks all that are open. */
  #seeOpenPages(files: readonly VFile[]): void {
    if (files.length < 2) return;
    const texts = new Map(files.map((file) => [pathBelow(this.#root, resolve(file.cwd, file.path)), String(file)]));
    this.#unsaved.keepOnly(new Set(texts.keys()));
    for (const [path, text] of texts) if (!path.startsWith('../')) this.#unsaved.see(path, text);
  }
}

function openPages(fileSet: unknown): readonly VFile[] {
  if (typeof fileSet !== 'object' || fileSet === null || !('files' in fileSet)) return [];
  return (fileSet.files as readonly VFile[]).filter((file) => 'lspDocumentUri' in file.data);
}

function pathBelow(root: string, absolute: string): string {
  return relative(root, absolute).split(sep).join('/');
}
