import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { builtCommand, runBundle } from '../support/command.ts';
import { workspace } from '../support/workspace.ts';

const yaml = `
pageTypes:
  role:
    pages: [content/roles/**]
frameworks:
  - name: careers
    pages: content/careers/{department}/{level}.md
    levels: [junior, senior]
`;
const level = (name: string) =>
  `---\ntitle: Senior ${name}\n---\n\n## Leadership\n\n{{% include "includes/leadership.md" %}}\n\n- Only here.\n\n## Craft\n\n- Cuts ${name}.\n`;
const files = {
  'handbook.yaml': yaml,
  'content/careers/garden/senior.md': level('garden'),
  'content/careers/kitchen/senior.md': level('kitchen'),
  'content/careers/kitchen/junior.md': level('kitchen'),
  'assets/includes/leadership.md': '- Leads.\n',
};
const run = (root: string, ...args: string[]) => runBundle(builtCommand(), args, root);

test('a page of a type has every section, and lacks only their texts', () => {
  const place = workspace(files);
  expect(run(place.root, 'new', 'role', 'content/roles/bid-writer.md').code).toBe(0);
  expect(readFileSync(place.path('content/roles/bid-writer.md'), 'utf8')).toBe(
    '---\ntitle: Bid writer\n---\n\n## Responsibilities\n\n<!-- Say what the role is responsible for -->\n\n## Reporting structure\n\n' +
      '<!-- Say who the role reports to -->\n\n## OKRs\n\n<!-- Say which objectives and key results (OKRs) the role has -->\n',
  );
  const { stdout } = run(place.root, 'content/roles/bid-writer.md');
  expect(stdout.match(/Nothing stands below the heading/g)).toHaveLength(3);
});

test('a page outside the globs of its type names it', () => {
  const place = workspace(files);
  run(place.root, 'new', 'role', 'content/other/bid-writer.md');
  expect(readFileSync(place.path('content/other/bid-writer.md'), 'utf8')).toContain('\npageType: role\n');
});

test('a level page has the headings and shared lists of its neighbour', () => {
  const place = workspace(files);
  expect(run(place.root, 'new', 'careers', 'content/careers/stables/senior.md').code).toBe(0);
  expect(readFileSync(place.path('content/careers/stables/senior.md'), 'utf8')).toBe(
    '---\ntitle: Senior Stables\n---\n\n## Leadership\n\n{{% include "includes/leadership.md" %}}\n\n## Craft\n\n<!-- What this level asks for -->\n',
  );
});

test.each([
  [['new', 'roles', 'content/roles/x.md'], 'Did you mean role?'],
  [['new', 'role', 'content/careers/garden/senior.md'], 'is there already'],
  [['new', 'role', 'content/x.txt'], 'no Markdown file'],
  [['new', 'role', '../x.md', '--root', '.'], 'outside'],
  [['new', 'role', '../x.md'], 'If it belongs to another one, name that by --root DIR.'],
  [['new', 'careers', 'content/careers/garden/staff.md'], 'nothing to follow'],
  [['new', 'role'], 'Write handbook-lint new'],
])('%s is refused', (args, words) => {
  const { code, stderr } = run(workspace(files).root, ...args);
  expect(code).toBe(2);
  expect(stderr).toContain(words);
});
