import { expect, test } from 'vitest';
import { rules } from '../../rules/index.ts';
import { type FileTree, memoryTree } from '../../src/files/file-tree.ts';
import type { FileChange } from '../../src/git/diff.ts';
import { openHandbook, openOver } from '../../src/incremental/open.ts';
import { baseOfPipeline } from '../../src/lint/changes/base.ts';
import { judgeChange } from '../../src/lint/changes/index.ts';
import type { Finding } from '../../src/lint/finding.ts';
import { lint } from '../../src/lint/run.ts';
import { expectGolden } from '../support/golden.ts';
import { said } from '../support/said.ts';

type Files = Readonly<Record<string, string>>;
/** What a change writes; `null`: it deletes the file, `from …`: it renames that one, whose text stays. */
type Scene = readonly [name: string, changed: Readonly<Record<string, string | null>>, base?: Files];

const page = (title: string, ...texts: readonly string[]) => `---\ntitle: ${title}\n---\n\n${texts.join('\n\n')}\n`;
const pay = page(
  'Pay',
  '## Salary',
  'On the first day.',
  '## Bonus',
  'Once a year, <a name="cash"></a> in cash.',
  '[Nowhere](/nowhere/)',
);
const base: Files = {
  'handbook.yaml': 'site: hugo\n',
  'content/_index.md': page('Home', '[Pay](/pay/#bonus), [](/pay/), [Leave](/leave/#parents)'),
  'content/pay.md': pay,
  'content/leave.md': page('Leave', '[Salary](pay.md#salary) and [cash](/pay/#cash).', '## Parents', 'Six months.'),
  'content/more/_index.md': page('More', 'Words.'),
  'content/more/deep.md': page('Deep', '[Bonus](../pay.md#bonus) ![us](/us.png)', '{{% include "includes/note.md" %}}'),
  'assets/includes/note.md': '## Note\n\n[Leave](/leave/)\n',
  'static/us.png': 'a picture',
};
const redirects = {
  ...base,
  'static/_redirects': '/old/ /pay/ 301\n',
  'content/links.md': page('Links', '[Old](/old/)'),
};

const all: readonly Scene[] = [
  ['a page is renamed', { 'content/salary.md': 'from content/pay.md', 'content/pay.md': null }],
  [
    'a page is renamed, where there are redirects',
    { 'content/salary.md': 'from content/pay.md', 'content/pay.md': null },
    redirects,
  ],
  [
    'a page is renamed, and a heading as well',
    { 'content/salary.md': pay.replace('## Bonus', '## Extra'), 'content/pay.md': null },
  ],
  [
    'a page is renamed, and keeps an alias',
    { 'content/salary.md': pay.replace('title: Pay', 'title: Pay\naliases: [/pay/]'), 'content/pay.md': null },
  ],
  ['a page gets another address', { 'content/pay.md': pay.replace('title: Pay', 'title: Pay\nurl: /money/') }],
  ['a page is written anew under its title', { 'content/money.md': page('Pay', 'All new.'), 'content/pay.md': null }],
  ['a page is deleted', { 'content/pay.md': null }],
  ['a page is deleted, where there are redirects', { 'content/pay.md': null }, redirects],
  [
    'a deep page is deleted, where there are redirects',
    { 'content/more/deep.md': null, 'content/more/_index.md': null },
    { ...redirects, 'static/_redirects': '/x/ /pay/ 301', 'content/links.md': page('Links', '[Deep](/more/deep/)') },
  ],
  [
    'a page of a folder is deleted, where there are redirects',
    { 'content/more/deep.md': null },
    { ...redirects, 'content/links.md': page('Links', '[Deep](/more/deep/)') },
  ],
  ['a page is made a draft', { 'content/pay.md': pay.replace('title: Pay', 'title: Pay\ndraft: true') }],
  ['a heading is renamed', { 'content/pay.md': pay.replace('## Bonus', '## Extra pay') }],
  ['a heading is renamed and has an id', { 'content/pay.md': pay.replace('## Bonus', '## Bonus {#extra}') }],
  ['a heading is removed', { 'content/pay.md': pay.replace('## Bonus\n\n', '') }],
  [
    'a heading moves to another page',
    {
      'content/pay.md': pay.replace('## Bonus\n\n', ''),
      'content/more/deep.md': page('Deep', '## Bonus', 'Here now. [Bonus](../pay.md#bonus)'),
    },
  ],
  [
    'a heading moves to two other pages',
    {
      'content/pay.md': pay.replace('## Bonus\n\n', ''),
      'content/more/deep.md': page('Deep', '## Bonus', 'Here now.'),
      'content/more/_index.md': page('More', '## Bonus', 'Here as well.'),
    },
  ],
  ['an anchor is removed', { 'content/pay.md': pay.replace('<a name="cash"></a>', '') }],
  [
    'headings are put in another order',
    {
      'content/pay.md': page(
        'Pay',
        '## Bonus',
        'Once a year, <a name="cash"></a> in cash.',
        '## Salary',
        'On the first day.',
      ),
    },
  ],
  ['all headings go', { 'content/pay.md': page('Pay', 'Words. <a name="cash"></a>') }],
  [
    'a heading in an include is renamed',
    { 'assets/includes/note.md': '## Notes\n\n[Leave](/leave/)\n' },
    { ...base, 'content/_index.md': page('Home', '[Note](/more/deep/#note)') },
  ],
  ['a page that an include links to is deleted', { 'content/leave.md': null }],
  ['a file is renamed', { 'static/all.png': 'from static/us.png', 'static/us.png': null }],
  ['a file is deleted', { 'static/us.png': null }],
  ['a redirect is removed', { 'static/_redirects': '\n' }, redirects],
  ['a redirect leads elsewhere', { 'static/_redirects': '/old/ /gone/ 301\n' }, redirects],
  [
    'an alias is removed',
    { 'content/pay.md': pay },
    {
      ...base,
      'content/pay.md': pay.replace('title: Pay', 'title: Pay\naliases: [/wages/]'),
      'content/_index.md': page('Home', '[Wages](/wages/)'),
    },
  ],
  [
    'a heading that its own page links to is renamed',
    { 'content/pay.md': `${pay.replace('## Bonus', '## Extra')}\n[Bonus](#bonus)\n` },
    { ...base, 'content/pay.md': `${pay}\n[Bonus](#bonus)\n` },
  ],
  [
    'a page is renamed that is linked to with odd fragments',
    { 'content/salary.md': 'from content/pay.md', 'content/pay.md': null },
    { ...base, 'content/_index.md': page('Home', '[a](/pay/#) [b](/pay/#b%6Fnus) [c](/pay/#%zz) [d](/pay/#top)') },
  ],
  [
    'a page is renamed that a page in another folder, an include and a full address link to',
    { 'content/more/salary.md': 'from content/pay.md', 'content/pay.md': null },
    {
      ...base,
      'handbook.yaml': 'site: hugo\nhosts: [example.com]\n',
      'content/_index.md': page('Home', '[a](https://example.com/pay/) [b](pay/) [c](./pay.md) [d]({{< ref "pay" >}})'),
      'assets/includes/note.md': '## Note\n\n[Pay](/pay/#bonus) [too](../../pay/)\n',
    },
  ],
  [
    'a page is renamed that links by reference, in angle brackets and bare lead to',
    { 'content/salary.md': 'from content/pay.md', 'content/pay.md': null },
    {
      ...base,
      'handbook.yaml': 'site: hugo\nhosts: [example.com]\n',
      'content/_index.md': page(
        'Home',
        '[Leave](/leave/) [Pay][] <https://example.com/pay/>',
        'https://example.com/pay/',
        '[Pay]: /pay/#bonus',
      ),
    },
  ],
  [
    'a page is renamed on a site without aliases',
    { 'docs/salary.md': 'from docs/pay.md', 'docs/pay.md': null },
    {
      'handbook.yaml': 'site: mkdocs\n',
      'mkdocs.yml': 'site_name: x\n',
      'docs/index.md': '[Pay](pay.md)\n',
      'docs/pay.md': '# Pay\n',
    },
  ],
  [
    'an alias and a redirect lead to another page, without the heading',
    {
      'content/pay.md': pay,
      'content/leave.md': page('Leave', '## Parents').replace('title: Leave', 'title: Leave\naliases: [/wages/]'),
      'static/_redirects': '/old/ /leave/ 301\n',
    },
    {
      ...redirects,
      'content/pay.md': pay.replace('title: Pay', 'title: Pay\naliases: [/wages/]'),
      'content/links.md': page('Links', '[Wages](/wages/#bonus) [Old](/old/#bonus)'),
    },
  ],
  [
    'two pages are written anew under its title',
    { 'content/money.md': page('Pay', 'All new.'), 'content/cash.md': page('Pay', 'New too.'), 'content/pay.md': null },
  ],
  [
    'a page is written anew at its address',
    {
      'content/wages.md': page('Wages', '## Salary').replace('title: Wages', 'title: Wages\nurl: /pay/'),
      'content/pay.md': null,
    },
    {
      ...base,
      'content/leave.md': page('Leave', '[Salary](/pay/#salary) and [cash](/pay/#cash)'),
      'content/more/deep.md': page('Deep', '[Bonus](/pay/#bonus)'),
    },
  ],
  [
    'a page is written anew under its title as a draft',
    {
      'content/money.md': page('Pay', 'All new.').replace('title: Pay', 'title: Pay\ndraft: true'),
      'content/pay.md': null,
    },
  ],
  [
    'a page is deleted, where the redirects are empty',
    { 'content/pay.md': null },
    { ...redirects, 'static/_redirects': '', 'content/links.md': page('Links', 'None.') },
  ],
  [
    'a heading and its page are renamed, where the new page has the old words elsewhere',
    { 'content/pay.md': pay.replace('## Bonus', '## Extra').replace('## Salary', '## Bonus') },
  ],
  [
    'a heading goes, and one with its words comes to a page without an address',
    {
      'content/pay.md': pay.replace('## Bonus\n\n', ''),
      'content/draft.md': page('Draft', '## Bonus').replace('title: Draft', 'title: Draft\ndraft: true'),
    },
  ],
  [
    'a draft is deleted',
    { 'content/draft.md': null },
    {
      ...base,
      'content/draft.md': page('Draft', 'x').replace('title: Draft', 'title: Draft\ndraft: true'),
      'content/_index.md': page('Home', '[Draft](/draft/)'),
    },
  ],
  [
    'a redirect that leads on is replaced by a page',
    { 'static/_redirects': '\n', 'content/old.md': page('Old', 'Here again.') },
    redirects,
  ],
  ['a redirect and what it leads to are removed', { 'static/_redirects': '\n', 'content/pay.md': null }, redirects],
  ['a new link is wrong', { 'content/leave.md': page('Leave', '[Gone](/gone/)') }],
  ['an old wrong link is copied', { 'content/leave.md': `${base['content/leave.md']}\n[Nowhere](/nowhere/)\n` }],
  ['an old wrong link is mended', { 'content/pay.md': pay.replace('/nowhere/', '/leave/') }],
  [
    'a link gets the same words again',
    {
      'content/pay.md': pay.replace('## Bonus', '## Extra'),
      'content/_index.md': page('Home', '[Pay](/pay/#bonus), [Pay](/pay/#bonus)'),
    },
  ],
  ['an include goes wrong', { 'assets/includes/note.md': '## Note\n\n[Leave](/leaf/)\n' }],
  ['an include is deleted', { 'assets/includes/note.md': null }],
  [
    'the host is declared',
    { 'handbook.yaml': 'site: hugo\nhosts: [example.com]\n' },
    { ...base, 'content/links.md': page('Links', '[x](https://example.com/x/)') },
  ],
];

test('what a change is told of', async () => {
  const report: string[] = [];
  for (const [name, changed, own = base] of all) {
    const textOf = (text: string) => (text.startsWith('from ') ? own[text.slice(5)]! : text);
    const after = Object.fromEntries(
      Object.entries({ ...own, ...changed }).flatMap(([path, text]) => (text === null ? [] : [[path, textOf(text)]])),
    );
    const renames = new Map(
      Object.entries(changed).flatMap(([path, text]) =>
        text?.startsWith('from ') === true ? [[text.slice(5), path]] : [],
      ),
    );
    const changes = Object.entries(changed).flatMap(([path, text]): FileChange[] => {
      if (text === null && renames.has(path)) return [];
      const from = text?.startsWith('from ') === true ? text.slice(5) : null;
      const kind = text === null ? 'deleted' : from !== null ? 'renamed' : path in own ? 'changed' : 'added';
      return [{ kind, path, oldPath: from ?? path, oldId: '', id: '', within: '', oldSpecial: null, special: null }];
    });
    const pair = {
      before: memoryTree(own),
      after: memoryTree(after),
      changes,
      notes: [],
      name: () => '',
      isWhole: () => true,
    };
    const open = (tree: FileTree) => openHandbook({ root: tree.root, tree });
    const { findings, handbook } = await judgeChange({
      root: pair.after.root,
      base: null,
      staged: false,
      rules,
      pair,
      open,
      openOver,
    });
    const all = handbook === null ? [] : lint(handbook, { rules }).findings;
    const placed = ({ path, rule, start }: Finding) => `${path} ${rule} ${start.offset}`;
    const fresh = new Set(findings.map(placed));
    report.push(`${name} (${all.filter((finding) => !fresh.has(placed(finding))).length} as before)`);
    for (const [at, line] of said(findings).entries()) {
      const { note, severity, data } = findings[at]!;
      report.push(`${line} ${severity}${data.cause === undefined ? '' : ` by ${String(data.cause)}`}`);
      report.push(...findings[at]!.related.map(({ message }) => `      ${message}`));
      if (note !== undefined) report.push(`      note: ${note.replaceAll('\n', '⏎')}`);
    }
  }
  expectGolden(`${report.join('\n')}\n`, new URL('expected/scenes.txt', import.meta.url));
});

const CI_MERGE_REQUEST_IID = '1';
test.each([
  [{}, null],
  [{ CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'main' }, null],
  [{ CI_MERGE_REQUEST_IID }, null],
  [
    { CI_MERGE_REQUEST_IID, CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'main' },
    { kind: 'merge-base', branch: 'main' },
  ],
  [{ CI_MERGE_REQUEST_DIFF_BASE_SHA: 'a1' }, { kind: 'ref', ref: 'a1' }],
  [
    { CI_MERGE_REQUEST_IID, CI_MERGE_REQUEST_DIFF_BASE_SHA: 'a1', CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'main' },
    { kind: 'ref', ref: 'a1' },
  ],
  [
    { CI_MERGE_REQUEST_IID, CI_MERGE_REQUEST_DIFF_BASE_SHA: 'a1', CI_MERGE_REQUEST_TARGET_BRANCH_SHA: 'b2' },
    { kind: 'ref', ref: 'b2' },
  ],
])('the variables %j name the base %j', (variables, wanted) => {
  expect(baseOfPipeline(variables)).toEqual(wanted);
});
