import { test } from 'vitest';
import { rules } from '../../rules/index.ts';
import { lint } from '../../src/lint/run.ts';
import { expectGolden } from '../support/golden.ts';
import { memoryHandbook } from '../support/memory-handbook.ts';
import { said } from '../support/said.ts';

type Files = Readonly<Record<string, string>>;
type Scene = readonly [name: string, text: string, files?: Files, config?: string];

const page = (title: string, ...texts: readonly string[]) => `---\ntitle: ${title}\n---\n\n${texts.join('\n\n')}\n`;
const base: Files = {
  'content/_index.md': page('Home', '## Welcome', 'Words.'),
  'content/pay.md': page(
    'Pay',
    '## Salary',
    'Words.',
    '## Yearly Bonus',
    'Words.[^1]',
    '[^1]: A note.',
    '## Bonus',
    '## Bonus',
  ),
  'content/team/_index.md': page('Team', '## People', 'Words.'),
  'content/team/anna.md': page('Anna', '<a id="desk"></a> Words.'),
  'content/draft.md': '---\ntitle: Draft\ndraft: true\n---\n',
  'content/moved.md': '---\ntitle: Moved\naliases: [/old-home/, /old-pay.html]\n---\n',
  'static/us.png': 'x',
  'static/files/Plan.PDF': 'x',
  'static/_redirects': '/went/ /pay/ 301\n/out/ https://elsewhere.example/ 301\n',
};
const config = 'site: hugo\nhosts: [handbook.example.com]\n';
const note = { 'assets/includes/note.md': '[Pay](/pay/#salry) [Team](/TEAM/) ![us](/usa.png)\n' };
const shown = '{{% include "includes/note.md" %}}';

const all: readonly Scene[] = [
  ['all right', '[Pay](/pay/#salary) [Team](/team/) [Anna](team/anna.md#desk) ![us](/us.png) [Home](/)'],
  ['no such page', '[x](/pya/) [x](/nothing/like/it/) [x](pya.md) [x](/team/ana/) [x](./team/ann)'],
  ['no such page in a folder', '[x](/team/nobody/) [x](team/nobody.md)'],
  [
    'no such heading',
    '[x](/pay/#salry) [x](/pay/#nothing-like-it) [x](#welcom) [x](#nothing) [x](pay.md#bonus-2) [x](/pay/#YEARLY-BONUS)',
  ],
  [
    'no such heading, and a redirect',
    '[x](/went/#salry) [x](/old-home/#x) [x](https://handbook.example.com/pay/#salry)',
  ],
  ['a footnote', '[x](/pay/#fn:1) [x](/pay/#fn:2) [x](/pay/#fnref:1) [x](#fn:9)'],
  ['a heading by number', '[x](/pay/#bonus-1)'],
  ['other capitals', '[x](/PAY/) [x](/Team/Anna/#desk) [x](Team/Anna.md) [x](/files/plan.pdf) ![x](/US.png)'],
  ['no such file', '![x](/usa.png) [x](/files/plan2.pdf) ![x](us.png) [x](/files/)'],
  [
    'an old address',
    '[x](/old-home/) [x](/old-pay.html) [x](/went/) [x](/went/#salary) [x](/gone-on/) [x](/around/) [x](/out/)',
    {
      'static/_redirects':
        '/went/ /pay/ 301\n/gone-on/ /nowhere/ 301\n/around/ /around/ 301\n/out/ https://elsewhere.example/ 301\n',
    },
  ],
  [
    'the own host',
    '[x](https://handbook.example.com/pay/) [x](https://handbook.example.com/pya/) [x](http://handbook.example.com/) <https://handbook.example.com/team/>',
  ],
  ['a draft', '[x](/draft/) [x](draft.md)'],
  [
    'an address that is none',
    '[x](http:/pay/) [x](https//pay/) [x](www.example.com) [x](/pay/ #salary) [x]() [x](htps://x.example) [x](pay.md#a#b)',
  ],
  ['in an include', shown, note],
  ['in an include that two pages show', shown, { ...note, 'content/also.md': page('Also', shown) }],
  ['in an include that nobody shows', 'Words.', note],
  ['in an include, to its own heading', shown, { 'assets/includes/note.md': '[x](#welcom) [x](#here)\n\n## There\n' }],
  [
    'in an include, to the page that shows it',
    shown,
    { 'assets/includes/note.md': '[x](/page/#welcom)\n\n## There\n' },
  ],
  [
    'includes',
    '{{% include "includes/nte.md" %}}\n\n{{% include "nothing/like/it.md" %}}\n\n{{% include %}}\n\n{{% include "includes/note.md" }}\n\n{{% include "/includes/note.md" %}}',
    note,
  ],
  ['an include that shows itself', shown, { 'assets/includes/note.md': shown }],
  [
    'shortcodes',
    '{{< note >}}\n\nWords.\n\n{{% /other %}}\n\n{{< broken "x >}}\n\n{{< ref "pya.md" >}} {{< relref "pay.md#salry" >}} {{< ref "pay.md" >}}',
  ],
  [
    'front matter',
    'Words.',
    {
      'content/open.md': '---\ntitle: Open\n\n# Open\n',
      'content/bad.md': '---\ntitle: [Bad\n---\n\nWords.\n',
      'content/toml.md': '+++\ntitle = Bad\n+++\n',
      'content/colon.md': '---\ntitle: a: b: "c"\n---\n',
    },
  ],
  [
    'redirects',
    'Words.',
    {
      'static/_redirects':
        '/a/ /nowhere/ 301\n/b/ /pay/ 301\n/b/ /team/ 301\n/pay/ /team/ 301\n/c/ /d/ 301\n/d/ /pay/ 301\n/e/ /f/ 301\n/f/ /e/ 301\n/g /PAY/ 301\n/h/ /pay/#salry 301\n/* /pay/ 301\n/i\n/j/ /draft/ 301\n',
    },
  ],
  [
    'quarters of the year',
    'Words.',
    {
      'content/okrs.md': page('OKRs', '## FY20-Q1', 'One.', '## FY19-Q4', 'One.', '## More of FY20-Q1', 'One.'),
      'content/none.md': page('OKRs', '## Words', 'One.'),
      'content/last.md': page('OKRs', '## FY25-Q4', 'One.'),
      'content/next.md': page('OKRs', '## FY26 Q2', 'One.'),
    },
    "rules: {handbook-up-to-date: [warn, {today: '2026-03-31'}]}\npageTypes: {okrs: {pages: ['content/{okrs,none,last,next}.md'], sections: [{id: a, names: [A], optional: true}], quarter: {pattern: 'FY{yy}Q{q}'}}}\n",
  ],
  [
    'days of review',
    'Words.',
    {
      'content/a.md': '---\ntitle: A\nReviewed: 2025-03-31\n---\n',
      'content/b.md': '---\ntitle: B\nreviewed: 2025-03-30\n---\n',
      'content/c.md': '---\ntitle: C\nreviewed:\n---\n',
      'content/d.md': "---\ntitle: D\nreviewed: ''\n---\n",
      'content/e.md': '# E\n',
      'content/f.md': '---\ntitle: F\nreviewed: 2025-3-1\n---\n',
    },
    "rules: {handbook-up-to-date: [warn, {today: '2026-03-31'}]}\npageTypes: {policy: {pages: ['content/?.md'], sections: [{id: a, names: [A], optional: true}], review: {key: reviewed}}}\n",
  ],
  [
    'patterns that match nothing, of folders that are there and that are not',
    'Words.',
    { 'content/careers/a.md': page('A', 'Words.') },
    "pageTypes: {a: {pages: ['content/careers/*.txt']}, b: {pages: ['content/carers/*.md']}, c: {pages: ['content/ships/*.md']}}\n",
  ],
  [
    'a page that is old',
    'Words.',
    {
      'content/old.md': '---\ntitle: Old\nreviewed: 2019-01-01\n---\n\nWords.\n',
      'content/odd.md': '---\ntitle: Odd\nreviewed: soon\n---\n',
      'content/not.md': page('Not', 'Words.'),
    },
    "pageTypes: {policy: {pages: ['content/{old,odd,not}.md'], sections: [{id: a, names: [A], optional: true}], review: {key: reviewed, months: 12}}}\n",
  ],
  ['not in Markdown', '<a href="/pya/">x</a> <img src="/usa.png"> <a name="x"></a>[x](#x) <a href="#nothing">x</a>'],
  ['by reference', '[x][pya] [Pay][] [x]: y\n\n[pya]: /pya/ "title"\n[pay]: /pay/#salry'],
];

test('what the rules on links and files say', async () => {
  const report: string[] = [];
  const judging = rules.filter(({ id }) => !/competency|role-name|reporting/.test(id));
  for (const [name, text, files = {}, more = ''] of all) {
    const handbook = await memoryHandbook({
      ...base,
      'content/page.md': page('Page', '## Welcome', text),
      ...files,
      'handbook.yaml': config + more,
    });
    const levels = Object.fromEntries(
      judging.filter(({ level }) => level === 'off').map(({ id }) => [id, 'warn' as const]),
    );
    const { findings } = lint(handbook, { rules: judging, known: rules.map(({ id }) => id), levels });
    report.push(name);
    for (const [at, line] of said(findings).entries()) {
      const { note, suggestions, severity } = findings[at]!;
      const kinds = suggestions.map(({ safe }) => (safe ? ' safe' : ' unsafe')).join('');
      report.push(`${line} ${severity}${kinds}${note === undefined ? '' : ` note: ${note.replaceAll('\n', '⏎')}`}`);
    }
  }
  expectGolden(`${report.join('\n')}\n`, new URL('expected/scenes.txt', import.meta.url));
});
