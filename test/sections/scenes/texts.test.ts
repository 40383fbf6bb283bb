import { expect, test } from 'vitest';
import { normaliseName } from '../../../src/sections/names/normalise.ts';
import { isRoleTitle } from '../../../src/sections/names/role-words.ts';
import { readOutline } from '../../../src/sections/outline/read-outline.ts';
import { type Unit, unitsOf } from '../../../src/sections/outline/units.ts';
import { levelRank, managerRank } from '../../../src/sections/roles/ranks.ts';
import { reportingLines } from '../../../src/sections/roles/reporting-lines.ts';
import { isSameRole, readRoleTitle } from '../../../src/sections/roles/role-titles.ts';
import { expectGolden, Golden } from '../../support/golden.ts';
import { said, unsaid } from '../reporting-texts.ts';
import { type Files, handbookOf, include, titled } from './scenes.ts';

const golden = (name: string) => new URL(`expected/${name}.txt`, import.meta.url);
const line = (text: string) => text.replaceAll('\n', '⏎');

async function outlineOf(text: string, others: Files = {}) {
  const handbook = await handbookOf({ ...others, a: text }, '');
  const page = handbook.page('content/a.md')!;
  return { page, outline: readOutline(page, handbook) };
}

const more: readonly string[] = [
  'Reports to the Head of Bids, who reports to the Mayor.',
  'The Senior Bid Writer and the Bid Editor report to the Head of Bids.',
  'In spring, the Senior Bid Writer reports to the Head of Bids.',
  'The Manager, Billing reports to the Director, Finance.',
  'Manager, Account Managers reports to the Director.',
  'The Writer, Editor reports to the Head of Bids.',
  'The Bid Writer (night shift) reports to the Head of Bids.',
  'Ann reports to the Head of Bids.',
  'NASA reports to the Head of Bids.',
  'The team usually reports to the Head of Bids.',
  'Our small team of four reports to the Head of Bids.',
  'A group of seven people that works by night and day reports to the Head of Bids.',
  'A team of five people usually reports to the Head of Bids.',
  'A team of five who paint reports to the Head of Bids.',
  'A team of five who paint ships reports to the Head of Bids.',
  'Reports to the ***Head*** **of** Bids.',
  'The Bid Writer is supervised by ***Ann*** **Bell** and Ben.',
  'When it rains, it reports to the Head of Bids.',
  'Pilots, reporting to the Head of Bids, bring in ships.',
  'They are reporting to the Head of Bids.',
  'Those reporting to the Head of Bids are six.',
  'Reporting to the Head of Bids, the Senior Writer plans.',
  'Reporting to the Head of Bids, the Quay is where you work.',
  'Reports directly to Sr. Manager Bell. They plan.',
  'Reports to the Head of Bids and works in the tower.',
  'Reports to the Head of Bids via the Shift Lead.',
  'Reports to the Head of Bids (or the Mayor).',
  'Reports to the Head of Bids, Harbour.',
  'Reports to the Head of Bids, You can ask.',
  'Reports to Manager - Night Shift.',
  'Reports to the following people.',
  'Reports to work at six.',
  'Reports to the desk at six.',
  'Report to the Head of Bids.',
  'You should report to the Head of Bids.',
  'You’ll report to the Head of Bids.',
  'The pilot writes reports to the Head of Bids.',
  'Weekly reports to the Head of Bids are due.',
  'Three people report to this role.',
  'Six deckhands report to you.',
  'Whom do I report to? The Head of Bids.',
  'Who do they report to?',
  'Your manager is the Head of Bids.',
  'Your manager is happy.',
  'The direct supervisor of this role will be Ann.',
  'The Bid Writer is managed by the Head of Bids.',
  'The role is supervised by Ann.',
  'The tower is managed by the Head of Bids.',
  'The Bid Writer is managed by nobody.',
  'Accountable to: Head of Bids',
  'Managed by – Head of Bids',
  'Direct line manager: Ann',
  'Reporting structure: Head of Bids',
  'Reporting relationships\n\nHead of Bids',
  'Reports to:\n\n![Ann](/ann.png)',
  'Reports to:\n\n{{< ann >}}',
  'Reports to:\n\n| Who |\n| --- |\n| Ann |',
  'Reports to:',
  '**Reports to** Ann',
  '**Reports to** is open.',
  'Reports to ANN. Reports to Ben.',
  '## Reports to the Head of Bids\n\nIn spring.',
  '| Role | Reports to |\n| --- | --- |\n| Bid Writer | Head of Bids |\n| Deckhand | Mate |',
  '| Place | Reports to |\n| --- | --- |\n| Tower | Head of Bids |',
  '| Role | Manager |\n| --- | --- |\n| Bid Writer | Head of Bids |',
  '| Line manager | Head of Bids |\n| --- | --- |\n| Place | Tower |',
  '| Line manager | Place |\n| --- | --- |\n| Head of Bids | Tower |',
  '| Line manager | TBD |\n| --- | --- |\n| Place | Tower |',
  '| Line manager |\n| --- |\n| Head of Bids |',
  '| What | How |\n| --- | --- |\n| Reports to | Ann |\n| Note | The Bid Writer reports to Ben. |',
  '| What | How |\n| --- | --- |\n| Reports to | <img src="/ann.png"> |',
  '<dl><dt>Reports to</dt><dd>Ann</dd></dl>',
  `The Bid Writer reports to ${'the very '.repeat(80)}Mayor.`,
  'Der Schreiber berichtet an die Leitung. Reports to: Leitung',
  'Reports to: Ann Bell. Lives in the tower.',
  'Lives in the tower. The Bid Writer reports to Ann.',
  'Reports to the Head of Bids, the Senior Writer plans.',
  'The deckhands reporting to the Head of Bids are six.',
  'Six deckhands reporting to the Head of Bids clean.',
  '| What |\n| --- |\n| Reports to |',
  '| What | How |\n| --- | --- |\n| Reports to | The Bid Writer reports to Ben. |',
  '| What | How | Why |\n| --- | --- | --- |\n| Reports to | Ann | The Bid Writer reports to Ben. |',
  '| Reports to | Head of Bids |\n| --- | --- |\n| Head of Bids | Mayor |',
  '| Reports to | |\n| --- | --- |\n| Head of Bids | Mayor |',
  '| Role | Reports to |\n| --- | --- |\n| | Head of Bids |',
  '| Role | Reports to |\n| --- | --- |\n| Deckhand | Head of Bids |',
];

test('lines of who reports to whom', async () => {
  const file = new Golden(golden('reporting-lines'));
  for (const text of [...said, ...unsaid, ...more]) {
    const report: string[] = [];
    const { outline } = await outlineOf(titled('Harbour Pilot', text));
    report.push(line(text.length > 200 ? `${text.slice(0, 60)} …` : text));
    for (const { section, subject, boss, text: whole, page, range } of reportingLines(outline))
      report.push(
        `  ${section} ${subject ?? '(it)'} -> ${boss ?? '(nobody)'} in "${line(whole).slice(0, 100)}" at "${line(page.text.slice(...range)).slice(0, 100)}"`,
      );
    file.expect(`${report.join('\n')}\n`);
  }
  file.end();
});

const markup: readonly string[] = [
  'A word.',
  '- <div><p>Aye</p></div>\n- One\n\n  <div>\n  <p>Two</p>\n  </div>',
  '- One\n- Two\n  - Three\n\n    Four\n  - > Five\n- [ ] Six\n-',
  '| A | B |\n| - | - |\n| one | ![two](/b.png) |\n| {{< x >}} | <br> |\n|  | &nbsp; |',
  '<table><tr><th>A</th><th>B</th></tr><tr><td>one</td><td><img src="b.png"></td></tr></table>',
  '<table><tr><th>A</th><th>B</th></tr></table>',
  '<table><tr><th>A</th><td>one</td></tr><tr><th>B</th><td>two</td></tr></table>',
  '<table><tr><td>A</td></table>',
  '<p>x</p><table><tr><th>A</th><th>B</th></tr><tr><td>one</td><td><img src="b.png"></td></tr><tr><td></td><td><br></td></tr></table>',
  '<p>x</p><table><tr><th>A</th></tr></table>',
  '<table><tr><th>Role</th><td>Reports <p>to</p> the <div>Mate</div></td></tr></table>',
  '<p>x</p><table><tr><td>a<table><tr><td>b</td></tr></table>c</td></tr></table>y',
  '<p>x</p><table><tr><td><h3>T</h3>a<PilotList /></td></tr></table>',
  '</table>x',
  '<h3>A <p>B</p></h3>x',
  '<h3>A<h4>B</h4></h3>',
  '<p>x</p><table><tr><th>A</th><td>one</td></tr><tr><th>B</th><td>two</td></tr></table>',
  '<p>One <b>two</b></p>three<div>four</div>',
  '<details><summary>More</summary>Words</details>',
  '<div hidden>gone</div><p>shown</p>',
  '<div hidden><div>gone</div>gone</div>shown',
  '<div hidden>\n\ngone\n\n</div>\n\nshown',
  '<p style="color: red; display:none">gone</p>shown',
  '<p hidden="until-found">shown</p>',
  '<script>gone()</script><style>gone</style>shown',
  '<input hidden>shown',
  '<template/>shown',
  '<PilotList />',
  '<PilotList>\n</PilotList>',
  '<PilotList>words</PilotList>',
  '<pilot-list></pilot-list>',
  '<my-box>words</my-box>',
  '<!-- gone -->',
  '<!--@include: ./part.md-->',
  '<div hidden><!--@include: ./part.md--></div>',
  '<video src="a.mp4"></video>',
  '<h3>Title</h3>words',
  '<h3></h3>words',
  '<h3>Two\n  lines</h3>',
  '<h3>Open',
  'Words with <b>bold</b> and <PilotList /> inside.',
  '<span></span>',
  '<a href="/x/"><img src="x.png"></a>',
  '![A picture](/a.png)',
  '![A picture](/a.png) and words',
  '~~gone~~',
  '~~gone~~ shown',
  '~~gone~~ ~~gone~~',
  '<s>gone</s>',
  '<del>gone</del> shown',
  '- ~~gone~~\n- <s>gone</s>\n- 1. ~~gone~~',
  '```\nshort code\n```',
  '```\n```',
  `\`\`\`\n${'long '.repeat(25)}\n\`\`\``,
  '```text\ncode\n```',
  '    indented code',
  '~~~\ntilde\n~~~',
  '> A quote\n> of two lines',
  '> [!NOTE]\n> Words',
  '> [!NOTE] Title\n> Words',
  '> [!tip]- Title\n> Words',
  ':::note\nWords\n:::',
  ':::note[Title]\n\nWords\n\n:::',
  ':::note Title\nWords\n:::',
  '!!! note "Title"\n    Words',
  '??? note\n    Words',
  '{% hint style="info" %}\nWords\n{% endhint %}',
  '{% include x.md %}',
  '{% if x %}\nWords\n{% endif %}',
  '{% tabs %}\n{% tab title="A" %}\nWords\n{% endtab %}\n{% endtabs %}',
  '--8<-- "x.md"',
  '{!x.md!}',
  '{{ content }}',
  '{{< note >}}\nWords\n{{< /note >}}',
  '{{< video "x" >}}',
  '{{< note >}}{{< /note >}}',
  '{{% comment %}}\ngone\n{{% /comment %}}\n\nshown',
  '{{% comment %}} gone {{% /comment %}}',
  `${'Words. '.repeat(20)}\n\n{{% comment %}} gone {{% /comment %}}`,
  '{{% comment %}} gone {{% /comment %}} shown',
  '{{< hide >}}gone{{< /hide >}}',
  '\u200bWords\u200b',
  '\u200b',
  '***',
  '[ref]: /x/',
  '- One\n\n  ## Title in a list\n\n  Below\n- Two',
  '-\n\n  ## Title in a list\n\n  Below',
  include('part'),
  `- One\n- ${include('part')}`,
  include('gone'),
  include('loop'),
  `<div hidden>\n\n${include('part')}\n\n</div>`,
  `{{% comment %}}\n${include('part')}\n{{% /comment %}}`,
  `${include('part')} ${include('part')}`,
];

function wordsOf(unit: Unit): string {
  if (unit.kind === 'shown') return 'shown';
  if (unit.kind === 'text')
    return `${unit.isItem ? 'item' : 'text'} "${line(unit.text)}" at "${line(unit.source(unit.range))}"`;
  const cells = (row: (typeof unit)['header']) =>
    row.map(({ text, showsMore }) => `${text}${showsMore ? '+' : ''}`).join(' | ');
  return `table ${cells(unit.header)} / ${unit.rows.map(cells).join(' / ')}`;
}

test('what a reader sees', async () => {
  const others = { 'includes/part': '## Part\n\nWords of it.\n', 'includes/loop': include('loop') };
  const file = new Golden(golden('units'));
  for (const text of markup) {
    const report: string[] = [];
    const { page, outline } = await outlineOf(`# A\n\n${text}\n`, others);
    report.push(line(text.length > 100 ? `${text.slice(0, 60)} …` : text));
    if (outline.unknown.length > 0) report.push(`  unknown ${outline.unknown.join(', ')}`);
    for (const { level, id, text: heading, place, pieces, parent, end } of outline.sections.slice(0)) {
      if (heading !== 'A')
        report.push(
          `  heading ${level} ${id} "${heading}" at "${line(place.source(place.range))}" on the page "${line(page.text.slice(...place.onPage))}" below ${parent} to ${end}`,
        );
      report.push(...pieces.flatMap(unitsOf).map((unit) => `  ${wordsOf(unit)}`));
    }
    file.expect(`${report.join('\n')}\n`);
  }
  file.end();
});

const titles: readonly string[] = (
  'Harbour Pilot|Senior Harbour Pilot|Sr. Harbour Pilot|Manager, Data|the Manager of Data|Head of Design (EMEA)|Manager, Account Managers|Account Manager|' +
  'Engineer II|Level 3 Engineer|L3 Engineer|Engineer, IC4|3 Engineers|Shift Lead|Lead Engineer|Vice President of Ships|VP, Ships|Staff Writers|Florist|Beer Brewer|Customer Number|' +
  'Secretaries|Business Operations Analyst|Sales Manager|Night/Day Pilot|Pilot: by night|Pilot – by night|Chief of Staff|Executive Assistant|Assistant to the Editor|Deputy Director|Interim Head|Team|River|Owner|Chef|Nurses|Associate Director|' +
  'Trainee Pilot|Principal Fellow|Junior|Engineering|Editor-in-chief|Data Scientist I|Group Manager|Entry Level Clerk|Ship of the Line|Head|Mid Level Pilot|Distinguished Engineer|' +
  'Manager of Engineers|Head of Managers|of Pilots|Team of Pilots|Engineering Intern|Senior Intern|Engineer 9|Engineer 10|Pros|Head of Gas|Head of Apps'
).split('|');

test('titles of roles', () => {
  const report = titles.map((title) => {
    const role = readRoleTitle(title);
    const read =
      role === null
        ? 'none'
        : `${[...role.levels].join('+') || '-'} ${role.noun} (${[...role.words].join(' ')}) rank ${levelRank(role)} manager ${managerRank(role)}`;
    return `${title}: ${isRoleTitle(title) ? 'a role' : 'no role'}, ${read}`;
  });
  expectGolden(`${report.join('\n')}\n`, golden('titles-of-roles'));
});

test.each([
  ['Pilot', 'Harbour Pilot', true],
  ['Harbour Pilot', 'River Pilot', false],
  ['Senior Pilot', 'Harbour Pilot', true],
  ['Senior Pilot', 'Junior Pilot', false],
  ['Senior Pilot', 'Senior Staff Pilot', true],
  ['Senior Staff Pilot', 'Senior Pilot', true],
  ['Senior Principal Pilot', 'Senior Staff Pilot', false],
  ['Harbour Pilot', 'Harbour Manager', false],
  ['Harbour Pilot', 'Harbour Pilot Coordinator', false],
  ['Senior Pilot', 'Pilot', true],
  ['Pilot', 'Senior Pilot', true],
  ['Head of Apps', 'Head of App', true],
  ['Head of Gas', 'Head of Ga', false],
])('%s and %s are one role: %s', (one, other, isOne) => {
  expect(isSameRole(readRoleTitle(one)!, readRoleTitle(other)!)).toBe(isOne);
});

test.each([
  ['**Role & Responsibilities** 🚀:', 'role and responsibilities'],
  ['1. Owner', 'owner'],
  ['2.3 Owner', 'owner'],
  ['1000 Owners', '1000 owners'],
  ['3', '3'],
  [':ship: Owner’s “list”', 'owners list'],
  ['R&D', 'r and d'],
  ['Ｏｗｎｅｒ', 'owner'],
  ['Ow\u00adner\u200b', 'owner'],
  ['1️⃣ Owner', 'owner'],
  ['', ''],
])('%j is compared as %j', (text, name) => {
  expect(normaliseName(text)).toBe(name);
});
