import { expect } from 'vitest';
import { rules } from '../../rules/index.ts';
import type { FileTree } from '../../src/files/file-tree.ts';
import { CacheFolder } from '../../src/incremental/cache/cache-folder.ts';
import { openHandbook, openOver } from '../../src/incremental/open.ts';
import { onlyChanged } from '../../src/incremental/results/judge-changed.ts';
import { ResultCache } from '../../src/incremental/results/result-cache.ts';
import type { Base } from '../../src/lint/changes/base.ts';
import { type ChangeResult, judgeChange } from '../../src/lint/changes/index.ts';
import { gitRepository, type TestRepository, temporaryFolder } from '../support/git-repository.ts';

/** A repository's caches, so that a test that judges several times judges with what is kept. */
const remembered = new Map<string, CacheFolder>();

/** Judges the files on disk against `main`, or the index against the last commit; anew and by cache, which must agree. */
export async function judge(
  root: string,
  how: 'disk' | 'index' | Base = 'disk',
  paths?: readonly string[],
): Promise<ChangeResult> {
  const staged = how === 'index';
  const base: Base | null = how === 'disk' ? { kind: 'ref', ref: 'main' } : how === 'index' ? null : how;
  const scope = paths === undefined ? {} : { paths };
  const open = (tree: FileTree) => openHandbook({ root, tree });
  const options = { root, base, staged, rules, ...scope, open, openOver };
  const anew = await judgeChange(options);
  const folder = remembered.get(root) ?? new CacheFolder(temporaryFolder('results'));
  remembered.set(root, folder);
  for (const _ of ['first', 'again']) {
    const after = new ResultCache(folder, 'after this');
    const before = new ResultCache(folder, 'before it', [after]);
    const known = await judgeChange({ ...options, plans: { before: onlyChanged(before), after: onlyChanged(after) } });
    expect({ ...known, handbook: null, summary: { ...known.summary, milliseconds: 0 } }).toEqual({
      ...anew,
      findings: JSON.parse(JSON.stringify(anew.findings)),
      handbook: null,
      summary: { ...anew.summary, milliseconds: 0 },
    });
  }
  return anew;
}

/** `path:line message` of each finding. */
export function told({ findings }: ChangeResult): string[] {
  return findings.map(({ path, start, message }) => `${path}:${start.line} ${message}`);
}

/** A small Hugo handbook with old mistakes, and three pages that link to one page. */
export function handbookRepository(more: Readonly<Record<string, string>> = {}): TestRepository {
  return gitRepository({
    'handbook.yaml': 'site: hugo\n',
    'content/_index.md': '---\ntitle: Handbook\n---\n\n[Pay](/pay/#bonus), [Leave](/leave/), [gone](/gone/)\n',
    'content/pay.md':
      '---\ntitle: Pay\n---\n\n## Salary\n\nWe pay on the first day of the month.\n\n## Bonus\n\nOnce a year.\n\n[Nowhere](/nowhere/)\n',
    'content/leave.md':
      '---\ntitle: Leave\n---\n\nPaid as [ever](pay.md#salary), with a [bonus](/pay/#bonus).\n\n## Parents\n\nSix months.\n',
    'content/team.md': '---\ntitle: Team\n---\n\n[Pay](/pay/) and ![us](/us.png)\n',
    'static/us.png': 'not really a picture',
    ...more,
  });
}
