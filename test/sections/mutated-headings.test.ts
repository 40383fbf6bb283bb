import { describe, expect, test } from 'vitest';
import { bodyOf, pageWith, sections, verdictOn, type Wanted, wanted } from './role-page.ts';

test('the page as it should be', async () => expect(await verdictOn(pageWith())).toBe('fine'));

/** For each section, what is done to it, and the verdict; `NAME` stands for its heading, `BODY` for what is below. */
const fine: Readonly<Record<string, string>> = {
  'an id': '## NAME {#here}\n\nBODY',
  'an id and a class': '## NAME {#here .wide}\n\nBODY',
  'an emoji before': '## 🚢 NAME\n\nBODY',
  'an emoji by name': '## NAME :ship:\n\nBODY',
  'a colon behind': '## NAME:\n\nBODY',
  'hashes behind': '## NAME ##\n\nBODY',
  'a number before': '## 2. NAME\n\nBODY',
  'bold words': '## **NAME**\n\nBODY',
  'words in italics': '## _NAME_\n\nBODY',
  'an image before': '## ![anchor](anchor.svg) NAME\n\nBODY',
  'an image behind, linked': '## NAME [![a chart](chart.png)](chart.md)\n\nBODY',
  'a link': '## [NAME](/handbook/quay/)\n\nBODY',
  code: '## `NAME`\n\nBODY',
  'HTML around the words': '## <span class="wide">NAME</span>\n\nBODY',
  'an anchor before': '## <a name="x"></a>NAME\n\nBODY',
  'capitals only': '## CAPITALS\n\nBODY',
  'the role before': '## Harbour Pilot NAME\n\nBODY',
  'the role behind': '## NAME of a Harbour Pilot\n\nBODY',
  setext: 'NAME\n----\n\nBODY',
  'setext, top level': 'NAME\n===\n\nBODY',
  'two levels down': '#### NAME\n\nBODY',
  'one level up': '# NAME\n\nBODY',
  'no blank line below': '## NAME\nBODY',
  'blanks before': '   ##   NAME\n\nBODY',
  'raw HTML': '<h2>NAME</h2>\n\nBODY',
  'raw HTML with an id': '<h2 id="here" class="wide">NAME</h2>\n\nBODY',
  'raw HTML, deeper': '<h3>NAME</h3>\n\nBODY',
  'raw HTML in capitals': '<H2>NAME</H2>\n\nBODY',
  'raw HTML with bold words': '<h2><strong>NAME</strong></h2>\n\nBODY',
  'raw HTML on lines of its own': '<h2>\n  NAME\n</h2>\n\nBODY',
  'raw HTML in a div': '<div class="wide">\n<h2>NAME</h2>\n\nBODY</div>\n\n',
  'raw HTML with the text right below': '<h2>NAME</h2>\n<p>Something that is said in HTML.</p>\n\n',
  'below another section': '## More\n\n### NAME\n\nBODY',
  'after a rule': '***\n\n## NAME\n\nBODY',
  'in a details': '<details>\n<summary>More</summary>\n\n## NAME\n\nBODY</details>\n\n',
  'in a details whose summary it is': '<details>\n<summary>NAME</summary>\n\nBODY</details>\n\n',
  'in a quote': '> ## NAME\n>\n> What it says.\n\n',
  'parts below': '## NAME\n\n### By day\n\nBODY### By night\n\nThe rest.\n\n',
  'a part named alike below': '## NAME\n\nSome words.\n\n### NAME for beginners\n\nBODY',
};

const missing: Readonly<Record<string, string>> = {
  'taken away': '',
  'another name': '## The weather in March\n\nIt rains.\n\n',
  'in code': '```markdown\n## NAME\n```\n\nIt is written so.\n\n',
  'in indented code': 'It is written so.\n\n    ## NAME\n\n',
  'commented out': '<!--\n## NAME\n\nSome words.\n-->\n\n',
  'commented out by a shortcode': '{{% comment %}}\n## NAME\n\nSome words.\n{{% /comment %}}\n\n',
  'commented out by the other shortcode': '{{< comment >}}\n## NAME\n\nSome words.\n{{< /comment >}}\n\n',
  'hidden by an attribute': '<div hidden>\n\n## NAME\n\nSome words.\n\n</div>\n\n',
  'hidden by a style': '<div style="display: none">\n\n## NAME\n\nSome words.\n\n</div>\n\n',
  'raw HTML that is hidden': '<div hidden>\n<h2>NAME</h2>\n<p>Some words.</p>\n</div>\n\n',
  'in a template': '<template>\n\n## NAME\n\nSome words.\n\n</template>\n\n',
  'commented-out HTML': '<!-- <h2>NAME</h2> -->\n\n',
  'a row of equals too short to be seen': 'NAME and the weather\n\nIt rains.\n\n',
  'no blank behind the hashes': '##NAME\n\nIt rains.\n\n',
};

const empty: Readonly<Record<string, string>> = {
  nothing: '## NAME\n\n',
  'nothing, raw HTML': '<h2>NAME</h2>\n\n',
  'nothing but a heading below': '## NAME\n\n### By day\n\n',
};

const written = (source: string, section: Wanted) =>
  source
    .replace('CAPITALS', wanted[section].toUpperCase())
    .replaceAll('NAME', wanted[section])
    .replace('BODY', bodyOf(section));

describe.each(sections)('%s', (section) => {
  test.each(Object.entries(fine))('fine: %s', async (_name, source) => {
    expect(await verdictOn(pageWith({ [section]: written(source, section) }))).toBe('fine');
  });

  test.each(Object.entries(missing))('missing: %s', async (_name, source) => {
    expect(await verdictOn(pageWith({ [section]: written(source, section) }))).toBe(`${section} missing`);
  });

  test.each(Object.entries(empty))('empty: %s', async (_name, source) => {
    expect(await verdictOn(pageWith({ [section]: written(source, section) }))).toBe(`${section} empty`);
  });

  test('twice', async () => {
    const source = written('## NAME\n\nBODY', section);
    expect(await verdictOn(pageWith({ [section]: source + source }))).toBe(`${section} twice`);
  });

  test('moved to the end', async () => {
    expect(await verdictOn(`${pageWith({ [section]: '' })}\n${written('## NAME\n\nBODY', section)}`)).toBe('fine');
  });

  test('moved into an include', async () => {
    const page = pageWith({ [section]: '{{% include "includes/part.md" %}}\n\n' });
    const others = { 'assets/includes/part.md': written('## NAME\n\nBODY', section) };
    expect(await verdictOn(page, others)).toBe('fine');
  });

  test('the body moved into an include', async () => {
    const page = pageWith({ [section]: written('## NAME\n\n{{% include "includes/part.md" %}}\n\n', section) });
    expect(await verdictOn(page, { 'assets/includes/part.md': 'As ever.\n' })).toBe('fine');
  });
});

describe('misspelt', () => {
  test.each([
    ['responsibilities', '## Responsibilites'],
    ['responsibilities', '## Responsabilities'],
    ['responsibilities', '## Resposibilities:'],
    ['responsibilities', '## Harbour Pilot responsibilties'],
    ['responsibilities', '<h2>Responsibilites</h2>'],
    ['reporting', '## Reporting strucure'],
    ['reporting', '## Reportng structure'],
    ['reporting', '## Reporting stucture {#here}'],
  ] as const)('%s as %s', async (section, heading) => {
    const body = section === 'reporting' ? '\nThat is the Harbour Master.\n\n' : bodyOf(section);
    expect(await verdictOn(pageWith({ [section]: `${heading}\n${body}` }))).toBe(`${section} misspelt`);
  });
});

describe('other names', () => {
  test.each([
    ['responsibilities', 'Responsibility', 'fine'],
    ['responsibilities', 'Role and Responsibilities', 'fine'],
    ['responsibilities', 'Roles & Responsibilities', 'fine'],
    ['responsibilities', 'Duties', 'fine'],
    ['responsibilities', 'What you’ll do', 'fine'],
    ['responsibilities', 'Duties and responsibilities', 'fine'],
    ['responsibilities', 'Areas of responsibility', 'fine'],
    ['responsibilities', 'Core responsibilities and duties', 'fine'],
    ['responsibilities', 'Accountabilities', 'fine'],
    ['responsibilities', 'Requirements', 'responsibilities missing'],
    ['responsibilities', 'How we share responsibilities in the harbour', 'responsibilities missing'],
    ['responsibilities', 'Zuständigkeiten', 'responsibilities missing'],
    ['reporting', 'Reports to', 'fine'],
    ['reporting', 'Reporting lines', 'fine'],
    ['reporting', 'Reporting', 'fine'],
    ['reporting', 'Line manager', 'fine'],
    ['reporting', 'Who you report to', 'fine'],
    ['reporting', 'Who you’ll report to', 'fine'],
    ['reporting', 'Your manager', 'fine'],
    ['reporting', 'Org chart', 'fine'],
    ['reporting', 'Reporting incidents', 'reporting missing'],
    ['reporting', 'Direct reports', 'reporting missing'],
    ['reporting', 'Berichtslinie', 'reporting missing'],
    ['okrs', 'OKR', 'fine'],
    ['okrs', 'OKR’s', 'fine'],
    ['okrs', 'Objectives and Key Results', 'fine'],
    ['okrs', 'Objectives & key results (OKRs)', 'fine'],
    ['okrs', 'OKRs for Harbour Pilots', 'fine'],
    ['okrs', 'Objectives', 'okrs missing'],
    ['okrs', 'Goals', 'okrs missing'],
    ['okrs', 'KPIs', 'okrs missing'],
    ['okrs', 'Ziele', 'okrs missing'],
  ] as const)('%s as "%s"', async (section, heading, verdict) => {
    const body = section === 'reporting' ? '\nThat is the Harbour Master.\n\n' : bodyOf(section);
    expect(await verdictOn(pageWith({ [section]: `## ${heading}\n${body}` }))).toBe(verdict);
  });
});
