import type { Files } from './promises.ts';

const lines = (count: number, line: (index: number) => string) =>
  Array.from({ length: Math.ceil(count) }, (_, index) => line(index)).join('');

const onOnePage = (text: string): Files => ({ 'content/handbook/page.md': text });

/**
 * Handbooks made to hang a linter or to fill its memory, by what is wrong with them. `share` scales the size: 1 is the whole.
 * Unlike pages made for the reader alone, these have to come through every rule, their suggestions and their lines.
 */
export const adversarialHandbooks: Readonly<Record<string, (share: number) => Files>> = {
  'plain prose': (share) =>
    onOnePage(lines(20_000 * share, () => 'Words of [a page](/handbook/values/#values) that **goes** on.\n\n')),
  '100,000 links to pages that are not there': (share) =>
    onOnePage(lines(100_000 * share, (i) => `[a](/handbook/value-${i}/)\n`)),
  '100,000 links to one page that is not there': (share) =>
    onOnePage('[a](/handbook/valuse/)\n'.repeat(100_000 * share)),
  '100,000 links to headings that are not there': (share) =>
    onOnePage(`## Values\n\n${lines(100_000 * share, (i) => `[a](#valuse-${i})\n`)}`),
  '10,000 headings and 10,000 links that miss them': (share) =>
    onOnePage(lines(10_000 * share, (i) => `## Heading of ${i} things\n\n[a](#heading-off-${i}-things)\n\n`)),
  '100,000 links to files that are not there': (share) =>
    onOnePage(lines(100_000 * share, (i) => `![a](/images/picture-${i}.png)\n`)),
  '100,000 links beside tags of templates': (share) => ({
    'handbook.yaml': 'site: unknown\n',
    ...onOnePage('{% set a %}{% include b %}[a](gone.md)\n'.repeat(100_000 * share)),
  }),
  '100,000 links to headings by number': (share) =>
    onOnePage(`## A\n\n## A\n\n${'[a](#a-1)\n'.repeat(100_000 * share)}`),
  '50,000 headings of one name': (share) => onOnePage('## Values\n\n'.repeat(50_000 * share)),
  '50,000 headings named like numbers': (share) => onOnePage(lines(50_000 * share, (i) => `## Values ${i % 300}\n\n`)),
  '1 MB in one line': (share) => onOnePage('word '.repeat(200_000 * share)),
  '1 MB of links in one line': (share) => onOnePage('[a](/handbook/gone/) '.repeat(50_000 * share)),
  'one link of 1 MB': (share) => onOnePage(`[a](/${'handbook-'.repeat(110_000 * share)}/)`),
  'one address of 300,000 folders': (share) => onOnePage(`[a](/${'a/'.repeat(300_000 * share)})`),
  'one heading of 1 MB and a link to it': (share) =>
    onOnePage(`## ${'word '.repeat(200_000 * share)}\n\n[a](#${'word-'.repeat(200_000 * share)}x)\n`),
  'nested quotes': (share) => onOnePage('>'.repeat(100_000 * share)),
  'nested list markers': (share) => onOnePage(`${'- '.repeat(100_000 * share)}a`),
  'deep lists': (share) => onOnePage(lines(1000 * Math.sqrt(share), (i) => `${'  '.repeat(i)}- a\n`)),
  'open brackets': (share) => onOnePage('['.repeat(200_000 * share)),
  'open comments': (share) => onOnePage('<!--'.repeat(200_000 * share)),
  'open shortcodes': (share) => onOnePage('{{< x '.repeat(100_000 * share)),
  'nested shortcodes': (share) => onOnePage('{{< x >}}'.repeat(50_000 * share) + '{{< /x >}}'.repeat(50_000 * share)),
  'references by shortcode': (share) => onOnePage('{{< ref "values" >}}\n'.repeat(100_000 * share)),
  'bodies of shortcodes': (share) => onOnePage('{{< x >}}[a](/gone/){{< /x >}}\n'.repeat(100_000 * share)),
  'control comments': (share) =>
    onOnePage('<!-- lint disable handbook-link-page -->\n\n[a](/gone/)\n\n'.repeat(20_000 * share)),
  'control comments with many rules': (share) =>
    onOnePage(`<!-- lint disable ${lines(100_000 * share, (i) => `handbook-x${i} `)}-->\n`),
  'include calls that fail': (share) =>
    onOnePage(lines(50_000 * share, (i) => `{{% include "includes/x${i}.md" %}}\n`)),
  '1,000 includes that each include 1,000': (share) => ({
    'content/handbook/page.md': lines(1000 * share, (i) => `{{% include "includes/${i}.md" %}}\n`),
    ...Object.fromEntries(
      Array.from({ length: 1000 * share }, (_, i) => [
        `assets/includes/${i}.md`,
        lines(1000, (j) => `{{% include "includes/leaf-${j % 1000}.md" %}}\n`),
      ]),
    ),
    ...Object.fromEntries(Array.from({ length: 1000 }, (_, j) => [`assets/includes/leaf-${j}.md`, `## Leaf ${j}\n`])),
  }),
  'includes that all include each other': (share) =>
    Object.fromEntries(
      Array.from({ length: 200 * Math.sqrt(share) }, (_, i) => [
        `assets/includes/${i}.md`,
        lines(200 * Math.sqrt(share), (j) => `{{% include "includes/${j}.md" %}}\n`),
      ]),
    ),
  'one include shown on 2,000 pages with 500 links': (share) => ({
    'assets/includes/a.md': lines(500, (i) => `[a](#gone-${i})\n`),
    ...Object.fromEntries(
      Array.from({ length: 2000 * share }, (_, i) => [
        `content/handbook/p${i}.md`,
        '{{% include "includes/a.md" %}}\n',
      ]),
    ),
  }),
  '20,000 redirects in a row': (share) => ({
    'static/_redirects': lines(20_000 * share, (i) => `/r${i}/ /r${i + 1}/ 301\n`),
    'content/handbook/page.md': '[a](/r0/)\n',
  }),
  '20,000 redirects with a star': (share) => ({
    'static/_redirects': lines(20_000 * share, (i) => `/r${i}/* /handbook/:splat 301\n`),
    'content/handbook/page.md': '[a](/q/)\n[b](/r3/values/)\n',
  }),
  '20,000 aliases': (share) =>
    onOnePage(`---\naliases:\n${lines(20_000 * share, (i) => `  - /alias-${i}/\n`)}---\n\n[a](/alias-7/)\n`),
  'aliases of YAML that multiply': () =>
    onOnePage(
      `---\na: &a [x, x, x, x, x, x, x, x, x]\n${lines(12, (i) => `${String.fromCharCode(98 + i)}: &${String.fromCharCode(98 + i)} [${`*${String.fromCharCode(97 + i)}, `.repeat(9)}]\n`)}---\n`,
    ),
  'a role page of 50,000 sections': (share) => ({
    'handbook.yaml':
      'site: hugo\npageTypes:\n  role:\n    pages: [content/handbook/page.md]\n    sections:\n      - id: okrs\n        names: [OKRs]\n',
    'content/handbook/page.md': lines(50_000 * share, (i) => `## Section ${i}\n\nWords.\n\n`),
  }),
  'a list of 20,000 competencies': (share) => ({
    'content/handbook/careers/a/senior.md': `## Skills\n\n${lines(20_000 * share, (i) => `- Writes ${i} clear documents for ${i * 7} people\n`)}`,
    'content/handbook/careers/b/senior.md': `## Skills\n\n${lines(20_000 * share, (i) => `- Writes ${i} clear document for ${i * 7} persons\n`)}`,
  }),
  'a list of 20,000 equal competencies': (share) => ({
    'content/handbook/careers/a/senior.md': `## Skills\n\n${'- Writes clear documents for many people\n'.repeat(20_000 * share)}`,
    'content/handbook/careers/b/senior.md': '## Skills\n\n- Writes clear documents for many people\n',
  }),
  '80 departments whose lists repeat each other': (share) => departmentsAlike(80 * share),
};

const verbs = 'plans mends reviews explains measures teaches delivers simplifies documents questions'.split(' ');
const things = 'budgets harbours alerts incidents schedules contracts dashboards backups interviews releases'.split(
  ' ',
);

/** A framework in which every department has everything that costs time: copies, near twins, own lists, odd spellings. */
function departmentsAlike(departments: number): Files {
  const files: Record<string, string> = {};
  const levels = Array.from({ length: 10 }, (_, at) => `level-${at + 1}`);
  const shared = (level: string) =>
    things.map((thing, at) => `- Cares for ${thing} at ${level}, ${verbs[at]}.\n`).join('');
  for (const level of levels) files[`assets/includes/${level}.md`] = shared(level);
  for (let number = 0; number < departments; number++)
    for (const [rank, level] of levels.entries()) {
      const own = Array.from({ length: 8 }, (_, at) => {
        const seed = number * 7 + rank * 3 + at;
        return `- ${verbs[seed % 10]} ${things[(seed * 3) % 10]} number${(number * 31 + at) % 97} with team${seed % 53} and organi${seed % 2 ? 's' : 'z'}es part${(rank + at) % 41}`;
      });
      const list = number % 3 === 0 ? shared(level) : `{{% include "includes/${level}.md" %}}\n`;
      files[`content/handbook/careers/department-${number}/${level}.md`] =
        `## Leadership\n\n${list}\n## Technical\n\n${own.join('\n')}\n`;
    }
  return files;
}
