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
  const { stdout, ...rest } = runBundle(bundle, ['init', '--yes'], folder);
  const samples = [...stdout.matchAll(/^ {2}\S+\.md:\d+ .*\n/gm)];
  expect(samples).toHaveLength(10);
  expect({ ...rest, stdout: stdout.replace(samples.join(''), '') }).toEqual({
    code: 0,
    stderr: '',
    stdout: `Taken for a repository's view of its files, as no file of a site generator is there.
21 pages.
2 pages with a role in the title, and with sections of a role page.
careers/{department}/{level}.md is a career framework: 2 departments, levels level-1, level-2.
Wrote handbook.yaml.
Wrote .remarkrc.yaml.
${folder} is in no git repository, so there is no commit and no merge request to check.

A first run has 11 findings (7 errors, 4 warnings). 10 of them:
0 of 11 would stop a commit or a merge request today: hook and pipeline report only what a change breaks.

Read handbook.yaml, .remarkrc.yaml, and commit what you want to keep.
Next: npx handbook-lint, and npx handbook-lint explain RULE for what a finding is about.
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
