/**
 * `npm run compare:mdschema [-- --check]`: changes a role page in twenty ways and writes into docs/decisions/role-pages.md what mdschema
 * and this tool print of each; `--check` fails when the page says otherwise. Installs mdschema, a Linux x64 program, from npm.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import rule from '../rules/required-sections.ts';
import { memoryTree } from '../src/files/file-tree.ts';
import { openHandbook } from '../src/incremental/open.ts';
import { lint } from '../src/lint/run.ts';

const version = '0.15.4';
const root = new URL('..', import.meta.url).pathname;
const doc = join(root, 'docs/decisions/role-pages.md');

const parts = {
  front: '---\ntitle: Harbour Pilot\n---\n\n# Harbour Pilot\n\n',
  responsibilities: '## Responsibilities\n\nBring ships in and out at every tide.\n\n',
  reporting: '## Reporting structure\n\nA Harbour Pilot reports to the Harbour Master.\n\n',
  okrs: '## OKRs\n\nPilots agree on one objective per quarter.\n\n',
};
const page = (changed: Partial<typeof parts> = {}) => Object.values({ ...parts, ...changed }).join('');
const { responsibilities, reporting, okrs } = parts;
const headed = (heading: string) => page({ okrs: okrs.replace('## OKRs', heading) });
const holding = (body: string) => page({ okrs: `## OKRs\n\n${body}\n\n` });

/** Each change, whether a reader wants to be told of it, and the page. */
const changes: readonly (readonly [name: string, wanted: boolean, text: string])[] = [
  ['"OKRs" taken away', true, page({ okrs: '' })],
  ['"Responsibilites"', true, page({ responsibilities: responsibilities.replace('lities', 'lites') })],
  ['🚢 OKRs:', false, headed('## 🚢 OKRs:')],
  [
    'Harbour Pilot Responsibilities',
    false,
    page({ responsibilities: responsibilities.replace('## ', '## Harbour Pilot ') }),
  ],
  ['`<h2>OKRs</h2>`', false, headed('<h2>OKRs</h2>')],
  ['bold words in the heading', false, headed('## **OKRs**')],
  ['`{#here}` behind the heading', false, headed('## OKRs {#here}')],
  ['setext heading', false, headed('OKRs\n----')],
  ['one level deeper', false, headed('### OKRs')],
  ['another order', false, page({ responsibilities: reporting, reporting: responsibilities })],
  ['commented out', true, page({ okrs: `<!--\n${okrs}-->\n` })],
  ['twice', true, page({ okrs: okrs + okrs })],
  ['nothing below', true, holding('')],
  ['TBD', true, holding('TBD')],
  ['More to come.', true, holding('More to come.')],
  ['a table of empty cells', true, holding('| What | When |\n| --- | --- |\n|  |  |')],
  [
    '"TBD" in one cell of a filled table',
    false,
    holding('| What | When |\n| --- | --- |\n| Ships in | TBD |\n| Ships out | noon |'),
  ],
  [
    '"You will report to the Harbour Master." without a heading',
    false,
    page({ reporting: 'You will report to the Harbour Master.\n\n' }),
  ],
  ['"Reports to: TBD" without a heading', true, page({ reporting: 'Reports to: TBD\n\n' })],
  [
    "another role's line below the heading",
    true,
    page({ reporting: '## Reporting structure\n\nThe Chart Clerk reports to the Harbour Master.\n\n' }),
  ],
];

const section = (names: string) => `      - heading:
          pattern: "## (?i)(${names})"
          regex: true
        word_count: {min: 3}
        forbidden_text: ["TBD", "TODO", "coming soon", "to be decided"]
`;
const schema = `structure:
  - heading:
      pattern: "# .*"
      regex: true
    children:
${section('(role and )?responsibilities|duties')}${section('reporting (structure|line)|reports to')}${section('okrs?|objectives and key results')}`;

const work = mkdtempSync(join(tmpdir(), 'mdschema-'));
try {
  const inWork = { cwd: work, stdio: 'ignore' } as const;
  writeFileSync(join(work, 'package.json'), '{"private": true}\n');
  const name = '@jackchuka/mdschema-linux-x64';
  execFileSync('npm', ['install', '--silent', '--no-audit', '--no-fund', `${name}@${version}`], inWork);
  writeFileSync(join(work, 'schema.yml'), schema);
  const program = join(work, 'node_modules', name, 'bin/mdschema');
  const rows = [['unchanged', false, page()] as const, ...changes].map(async ([change, wanted, text]) => {
    writeFileSync(join(work, 'page.md'), text);
    const { stdout, stderr } = spawnSync(program, ['check', 'page.md', '--schema', 'schema.yml'], {
      cwd: work,
      encoding: 'utf8',
    });
    const theirs = [...`${stdout}${stderr}`.matchAll(/✗ \S+ \[([\w-]+)\]/g)].map(([, id = '']) => id);
    return `| ${change} | ${wanted ? 'yes' : 'no'} | ${counted(theirs)} | ${counted(await ours(text))} |`;
  });
  const head = '| Change of the page | To be told | mdschema | handbook-lint |\n| --- | --- | --- | --- |';
  const table = `${head}\n${(await Promise.all(rows)).join('\n')}\n`;
  const before = readFileSync(doc, 'utf8');
  const after = before.replace(/\| Change of the page[\s\S]*?\n(?=\n)/, table);
  if (!process.argv.includes('--check')) writeFileSync(doc, after);
  else if (after !== before) {
    console.error(`${doc} differs from what the two print:\n${table}`);
    process.exitCode = 1;
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}

/** What the rule finds: "OKRs missing". */
async function ours(text: string): Promise<string[]> {
  const tree = memoryTree({ 'handbook.yaml': 'pageTypes: {role: {pages: ["*.md"]}}\n', 'pilot.md': text });
  const { findings } = lint(await openHandbook({ root: tree.root, tree }), { rules: [rule] });
  return findings.map(({ data }) => `${data.section} ${data.problem}`);
}

/** "structure ×4, word-count"; "silent" for none. */
function counted(said: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const each of said) counts.set(each, (counts.get(each) ?? 0) + 1);
  return [...counts].map(([each, count]) => (count > 1 ? `${each} ×${count}` : each)).join(', ') || 'silent';
}
