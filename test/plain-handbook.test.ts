import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { rules } from '../rules/index.ts';
import { openHandbook } from '../src/incremental/open.ts';
import { lint } from '../src/lint/run.ts';
import { builtCommand, runBundle } from './support/command.ts';
import { fixtures, formatFindings } from './support/fixtures.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

// A handbook that is no Hugo site and has no configuration but what `init` writes. Each finding is a defect that was planted.
test('init and a first run on a plain handbook find all that is wrong with it', async () => {
  const folder = temporaryFolder();
  cpSync(`${fixtures}plain-handbook`, folder, { recursive: true });
  const bundle = builtCommand();
  const init = runBundle(bundle, ['init', '--yes'], folder);
  expect(init).toEqual({
    code: 0,
    stderr: '',
    stdout: `Taken for a repository's view of its files, as no file of a site generator is there.
21 pages.
2 pages with a role in the title, and with sections of a role page.
careers/{department}/{level}.md is a career framework: 2 departments, levels level-1, level-2.
Wrote handbook.yaml.
Wrote .remarkrc.yaml.

Next: npx handbook-lint, and npx handbook-lint explain RULE for what a finding is about.
Nothing has to be mended first: --staged and --since report only what a change breaks.
`,
  });

  const handbook = await openHandbook({ root: folder });
  const { findings } = lint(handbook, { rules });
  const report = formatFindings(findings, (path) => readFileSync(join(folder, path), 'utf8'));
  const file = new URL('plain-handbook.expected.txt', import.meta.url);
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(file, report);
  else expect(report).toBe(readFileSync(file, 'utf8'));
  for (const kind of ['link-', 'required-sections', 'competency-'])
    expect(findings.some(({ rule }) => rule.startsWith(`handbook-${kind}`))).toBe(true);
});
