import { rules } from '../../rules/index.ts';
import { memoryTree } from '../../src/files/file-tree.ts';
import { openHandbook } from '../../src/incremental/open.ts';
import { lint } from '../../src/lint/run.ts';
import gitlab from '../../src/reporters/gitlab.ts';
import json from '../../src/reporters/json.ts';
import { adversarialHandbooks } from './adversarial-pages.ts';
import type { Files } from './promises.ts';

const around: Files = {
  'handbook.yaml':
    'site: hugo\nframeworks:\n  - name: careers\n    pages: content/handbook/careers/{department}/{level}.md\n',
  'content/_index.md': '# Home\n',
  'content/handbook/_index.md': '',
  'content/handbook/values.md': '---\ntitle: Values\n---\n\n## Values\n',
};

/** Judges one of the handbooks as the command does, report and all. */
export async function judgeAdversarial(name: string, share: number) {
  const files = { ...around, ...adversarialHandbooks[name]!(share) };
  const own = Object.keys(files).filter((path) => !(path in around) || path === 'handbook.yaml');
  const bytes = own.reduce((sum, path) => sum + files[path]!.length, 0);
  // The reader's own start is no part of it.
  const tree = memoryTree(files);
  lint(await openHandbook({ root: '/', tree: memoryTree(around) }), { rules });
  const start = process.memoryUsage.rss();
  const before = process.cpuUsage();
  const handbook = await openHandbook({ root: tree.root, tree });
  const result = lint(handbook, { rules });
  const context = {
    ...{ version: '0', root: '/', fromHere: (path: string) => path, fromRepository: '', lineUrl: null, site: null },
    ...{ color: false, hyperlinks: false, isChange: false, fails: true, isOnTerminal: false, statistics: false },
    ...{ source: () => null, rulePage: () => null },
  };
  for (const report of [json, gitlab]) for (const _ of report(result, context));
  const { user, system } = process.cpuUsage(before);
  return {
    bytes,
    seconds: (user + system) / 1e6,
    /** At its highest, beyond what the program itself takes. */
    megabytes: Math.max(0, process.resourceUsage().maxRSS / 1024 - start / 2 ** 20),
    findings: result.findings.length,
  };
}
