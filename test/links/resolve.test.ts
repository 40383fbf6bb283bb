import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judgeLinks, linkData, linksOn } from '../../src/links/judge.ts';
import type { Handbook } from '../../src/model/handbook.ts';
import type { Resolution } from '../../src/sites/resolution.ts';
import { memoryHandbook } from '../support/memory-handbook.ts';

const body = '## Watch\n\n## Watch\n';
const site = {
  'handbook.yaml':
    'site: hugo\nhosts: [handbook.example.com]\nunknown: [/jobs/]\nshortcodes: {generating: [roster], silent: [quiet]}\n',
  'content/_index.md': `# Home\n\n${body}`,
  'content/crew/_index.md': body,
  'content/crew/rules.md': `---\naliases: [/old-rules/]\n---\n${body}`,
  'content/crew/Night Log.md': body,
  'content/crew/trip/index.md': body,
  'content/crew/trip/chart.txt': '',
  'content/crew/roster.md': '{{% roster %}}\n\n## Known\n',
  'content/crew/quiet.md': '## Part {{% quiet %}}\n',
  'content/crew/parts.md': '## Part {{% quiet %}} {{% part %}}\n',
  'content/crew/plan.md': '---\ndraft: true\n---\n',
  'content/crew/hidden.md': '---\nbuild: {render: never}\n---\n',
  'content/loose/page.md': body,
  'static/bell.png': '',
  'assets/part.txt': '',
  'static/_redirects': '/moved/ /crew/rules/\n/away/ https://example.org/\n/ring/ /ring/\n/to/ /crew/rules/#watch-1\n',
};

/** Resolves one link as it would stand on a page. */
async function follow(markdown: string, from = 'content/crew/rules.md'): Promise<Resolution> {
  const handbook = await memoryHandbook({ ...site, [from]: `${site[from as keyof typeof site]}\n${markdown}\n` });
  return judgeLinks(handbook.page(from)!, handbook).at(-1)!.resolution;
}

function inWords(resolution: Resolution): string {
  if (resolution.outcome !== 'found') return `${resolution.outcome} ${resolution.reason} ${resolution.address}`;
  const { address, anchor, file, indirections } = resolution;
  const by = indirections.map(({ kind }) => ` by ${kind}`).join('');
  return `${address}${anchor ? `#${anchor.id}` : ''}${file === null ? '' : ` ${file}`}${by}`;
}

describe('a link on content/crew/rules.md', () => {
  test.each([
    ['[x](/crew/)', '/crew/'],
    ['[x](/crew)', '/crew/'],
    ['[x](../crew/rules)', '/crew/rules/'],
    ['[x](_index.md#watch-1)', '/crew/#watch-1'],
    ['[x](../roster/)', '/crew/roster/ by browser'],
    ['[x](night-log.md)', '/crew/night-log/'],
    ['[x](<Night Log.md>)', '/crew/night-log/'],
    ['[x](NIGHT-LOG.md)', '/crew/night-log/ by case'],
    ['[x](/CREW/)', '/crew/ by case'],
    ['<a href="/CREW/">x</a>', 'broken missing-page /CREW/'],
    ['<a href="rules/">x</a>', 'broken missing-page /crew/rules/rules/'],
    ['[x](crew//)', 'broken missing-page /crew/rules/crew//'],
    ['[x]()', '/crew/rules/'],
    ['[x](?a=b)', '/'],
    ['[x](./)', '/'],
    ['[x](#watch)', '/crew/rules/#watch'],
    ['[x](#Watch)', 'broken missing-anchor /crew/rules/'],
    ['[x](#%77atch)', '/crew/rules/#watch'],
    ['[x](#watch:~:text=a)', '/crew/rules/#watch'],
    ['[x](/old-rules)', '/crew/rules/ by alias'],
    ['[x](/moved/#watch)', '/crew/rules/#watch by redirect'],
    ['[x](/to/)', '/crew/rules/#watch-1 by redirect'],
    ['[x](/away/)', 'https://example.org/ by redirect'],
    ['[x](/ring/)', 'broken missing-page /ring/'],
    ['[x](/crew/plan/)', 'broken missing-page /crew/plan/'],
    ['[x](hidden.md)', 'broken unrendered /crew/hidden/'],
    ['[x](/crew/roster/#known)', '/crew/roster/#known'],
    ['[x](/crew/roster/#other)', 'unknown generated /crew/roster/'],
    ['[x](/crew/quiet/#gone)', 'broken missing-anchor /crew/quiet/'],
    ['[x](/crew/parts/#gone)', 'unknown generated /crew/parts/'],
    ['[x](/jobs/captain/)', 'unknown unknown-tree /jobs/captain/'],
    ['[x](/jobs{{< quiet >}}/)', 'unknown shortcode '],
    ['[x](/loose/)', '/loose/'],
    ['[x](/loose/#any)', 'unknown generated /loose/'],
    ['[x](trip/chart.txt)', 'broken missing-file /crew/rules/trip/chart.txt'],
    ['[x](/crew/trip/chart.txt)', '/crew/trip/chart.txt content/crew/trip/chart.txt'],
    ['[x](part.txt)', '/part.txt assets/part.txt'],
    ['![x](/bell.png)', '/bell.png static/bell.png'],
    ['![x](/Bell.png)', 'broken missing-file /Bell.png'],
    ['![x](bell.png)', 'broken missing-file /crew/rules/bell.png'],
    ['[x](https://handbook.example.com/crew/#watch)', '/crew/#watch'],
    ['[x](http://HANDBOOK.example.com:80/none/)', 'broken missing-page /none/'],
    ['[x](//example.org/crew/)', '/crew/'],
    ['[x](https:/example.org/)', 'broken missing-file /example.org/'],
    ['[x](../../../../content/crew/_index.md)', 'broken missing-page /content/crew/_index.md'],
    ['[x](../../content/crew/_index.md)', '/crew/'],
    ['{{< ref "night log" >}}', '/crew/night-log/'],
    ['{{< ref "none.md" >}}', 'broken missing-page /crew/none.md'],
    ['[x](/crew/night\\-log/)', 'broken missing-page /crew/night\\-log/'],
  ])('%s', async (markdown, expected) => {
    expect(inWords(await follow(markdown))).toBe(expected);
  });
});

test('a leaf bundle starts in the folder above, and in its own for ../x.ext', async () => {
  const leaf = 'content/crew/trip/index.md';
  expect(inWords(await follow('[x](rules.md)', leaf))).toBe('/crew/rules/');
  expect(inWords(await follow('[x](../rules.md)', leaf))).toBe('/crew/rules/');
  expect(inWords(await follow('[x](../)', leaf))).toBe('/');
  expect(inWords(await follow('[x](CHART.txt)', leaf))).toBe(
    '/crew/trip/chart.txt content/crew/trip/chart.txt by case',
  );
});

describe('an include', () => {
  const files = {
    'content/_index.md': '{{% include "includes/a.md" %}}\n\n## Only here\n',
    'content/crew/_index.md': '{{% include "includes/a.md" %}}\n',
    'content/crew/rules.md': '## Rules\n',
    'assets/includes/a.md': '[x](rules.md) [y](#only-here) [z](/nowhere/)\n',
    'assets/includes/unused.md': '[x](rules.md) [z](/nowhere/)\n',
  };

  test('is judged on every page that shows it, and the worst counts', async () => {
    const handbook = await memoryHandbook(files);
    const judged = judgeLinks(handbook.page('assets/includes/a.md')!, handbook);
    expect(judged.map(({ resolution }) => inWords(resolution))).toEqual([
      'broken missing-page /rules.md',
      'broken missing-anchor /crew/',
      'broken missing-page /nowhere/',
    ]);
    expect(judged.map(({ seenOn }) => seenOn.map(({ address }) => address))).toEqual([
      ['/'],
      ['/crew/'],
      ['/', '/crew/'],
    ]);
  });

  test('is broken on one page, though on another one its link is only redirected', async () => {
    const handbook = await memoryHandbook({
      'content/_index.md': '{{% include "includes/a.md" %}}\n',
      'content/crew/_index.md': '{{% include "includes/a.md" %}}\n',
      'content/deck.md': '---\naliases: [/rules/]\n---\n',
      'assets/includes/a.md': '<a href="rules/">x</a>\n',
    });
    const [judged] = judgeLinks(handbook.page('assets/includes/a.md')!, handbook);
    expect(inWords(judged!.resolution)).toBe('broken missing-page /crew/rules/');
    expect(judged!.seenOn.map(({ address }) => address)).toEqual(['/crew/']);
  });

  test('that no page shows has only its root-absolute links judged', async () => {
    const handbook = await memoryHandbook(files);
    const judged = judgeLinks(handbook.page('assets/includes/unused.md')!, handbook);
    expect(judged.map(({ resolution }) => resolution.outcome)).toEqual(['unknown', 'broken']);
    expect(linksOn(handbook.page('assets/includes/unused.md')!, handbook).counts).toEqual({
      checked: 1,
      broken: 1,
      unknown: 1,
    });
  });
});

test('links are counted by how they fared, those to other sites not at all', async () => {
  const links = [
    '/crew/',
    '#none',
    '/jobs/a/',
    '//example.org/far/',
    'https://example.org/',
    '{{< quiet >}}',
    '/none/',
  ];
  const text = links.map((href) => `[x](${href})\n`).join('');
  const handbook = await memoryHandbook({ ...site, 'content/a.md': text });
  const page = handbook.page('content/a.md')!;
  expect(linksOn(page, handbook).counts).toEqual({ checked: 3, broken: 2, unknown: 2 });
});

test('links to other sites are none of ours, unless a browser would take them for paths', async () => {
  const page = '[a](https://example.org/x) [b](mailto:a@example.org) [c](https:/crew/) [d](//example.org/crew/)\n';
  const html = '<a href="//example.org/crew/">e</a> <a href="https:crew/">f</a>\n';
  const judged = async (config: string) => {
    const handbook = await memoryHandbook({ 'handbook.yaml': config, 'content/a.md': `${page}\n${html}` });
    return judgeLinks(handbook.page('content/a.md')!, handbook).map(({ link }) => link.text);
  };
  expect(await judged('site: hugo\n')).toEqual(['c', 'd', 'f']);
  expect(await judged('site: plain\n')).toEqual([]);
});

test('links are judged once, and on the page itself', async () => {
  const handbook = await memoryHandbook({ ...site, 'content/crew/rules.md': '[x](/none/)\n' });
  const page = handbook.page('content/crew/rules.md')!;
  const [judged] = judgeLinks(page, handbook);
  expect([judged?.seenOn, judged?.shownOn]).toEqual([[page], [page]]);
  expect(judgeLinks(page, handbook)).toBe(judgeLinks(page, handbook));
});

describe('whatever the destination', () => {
  const handbooks = new Map<string, Promise<Handbook>>();
  const open = (kind: 'hugo' | 'plain') => {
    const known = handbooks.get(kind) ?? memoryHandbook({ ...site, 'handbook.yaml': `site: ${kind}\n` });
    handbooks.set(kind, known);
    return known;
  };
  const piece = fc.constantFrom(
    '..',
    '.',
    '/',
    '//',
    'crew',
    'rules.md',
    '%2e%2e',
    '%',
    '?',
    '#',
    '\\',
    'watch',
    'é',
    ':',
    ' ',
  );

  test.each(['hugo', 'plain'] as const)('%s gives an answer, and never one outside of the root', async (kind) => {
    const { resolveLink } = await import('../../src/links/resolve.ts');
    const handbook = await open(kind);
    const page = handbook.page('content/crew/rules.md')!;
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 12 }),
        fc.constantFrom('html', 'image', 'ref', 'inline'),
        (pieces, linkKind) => {
          const href = pieces.join('');
          const target = [0, href.length] as const;
          const link = { kind: linkKind, href, range: target, target, fragment: null, text: '' };
          const resolution = resolveLink(link, page, handbook);
          if (resolution.outcome === 'found' && resolution.page)
            expect(handbook.page(resolution.page.path)).toBe(resolution.page);
          if (resolution.outcome === 'found' && resolution.file)
            expect(resolution.file).not.toMatch(/(^|\/)\.\.(\/|$)/);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

test.each([
  ['[a](/gone/)', { href: '/gone/', target: '/gone/', outcome: 'broken' }],
  ['[a](/crew/#gone)', { href: '/crew/#gone', target: '/crew/#gone', outcome: 'broken' }],
  ['[a](/crew/#watch)', { href: '/crew/#watch', target: '/crew/', outcome: 'found' }],
  ['[a](/jobs/x/)', { href: '/jobs/x/', target: '/jobs/x/', outcome: 'unknown' }],
])('what machines are told of %s', async (markdown, data) => {
  const from = 'content/crew/rules.md';
  const handbook = await memoryHandbook({ ...site, [from]: markdown });
  expect(linkData(judgeLinks(handbook.page(from)!, handbook)[0]!)).toEqual(data);
});

describe('a link of an include is as bad as on the worst of the pages that show it', () => {
  const shown = '{{% include "includes/p.md" %}}\n';
  const places: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    found: { 'content/found/_index.md': shown, 'content/found/x.md': 'x\n' },
    also: { 'content/also/_index.md': shown, 'content/also/x.md': 'x\n' },
    unknown: { 'content/jobs/_index.md': shown },
    moved: { 'content/moved/_index.md': shown, 'content/y.md': '---\naliases: [/moved/x/]\n---\n' },
    broken: { 'content/broken/_index.md': shown },
    gone: { 'content/gone/_index.md': shown },
  };

  test.each([
    ['found also', 'found on /also/ /found/'],
    ['found unknown', 'unknown on /jobs/'],
    ['unknown found', 'unknown on /jobs/'],
    ['found unknown moved', 'found by browser by alias on /moved/'],
    ['moved broken', 'broken on /broken/'],
    ['broken found gone', 'broken on /broken/ /gone/'],
  ])('%s: %s', async (names, expected) => {
    const files = Object.assign({}, ...names.split(' ').map((name) => places[name]));
    const handbook = await memoryHandbook({
      'handbook.yaml': site['handbook.yaml'],
      'assets/includes/p.md': '[x](x/) [home](/)\n',
      'content/_index.md': '',
      ...files,
    });
    const [link, home] = judgeLinks(handbook.page('assets/includes/p.md')!, handbook);
    const { resolution, seenOn, shownOn } = link!;
    const by = resolution.outcome === 'found' ? resolution.indirections.map(({ kind }) => ` by ${kind}`).join('') : '';
    const addresses = seenOn.map(({ address }) => address).sort();
    expect(`${resolution.outcome}${by} on ${addresses.join(' ')}`).toBe(expected);
    expect(shownOn).toHaveLength(names.split(' ').length);
    expect(home!.seenOn).toEqual(shownOn);
  });
});
