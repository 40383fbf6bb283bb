import { describe, expect, test } from 'vitest';
import { findingsOf, pageWith, verdictOn } from './role-page.ts';

/** Ways to say whom the role reports to, without a heading for it. */
const said: readonly string[] = [
  'A Harbour Pilot reports to the Harbour Master.',
  'The Harbour Pilot reports directly to the Harbour Master.',
  'Harbour Pilots report to the Harbour Master.',
  'This role reports into the Harbour Master.',
  'This position will report to the Harbour Master.',
  'The role is reporting to the Harbour Master.',
  'The post holder reports to the Harbour Master.',
  'A Harbour Pilot should report to the level above Shift Lead, meaning the Harbour Master.',
  'A Harbour Pilot reports, as all pilots do, to the Harbour Master.',
  'You report to the Harbour Master.',
  'You will report to the Harbour Master.',
  'You’ll report directly to our Harbour Master, Ann.',
  'In this job you will be reporting to the Harbour Master.',
  'Reporting to the Harbour Master, you will bring in ships.',
  'Reporting directly to the Head of Ships, the Harbour Pilot brings in ships.',
  'Reports to the Harbour Master.',
  'Reports to: Harbour Master',
  'Reports to Ann Bell',
  'Reporting to: Harbour Master',
  'Reporting line: Harbour Master',
  'Reporting lines – Harbour Master',
  'Line manager: Harbour Master',
  'Line Manager – the Harbour Master',
  'Manager: Harbour Master',
  'Your manager: Harbour Master',
  'Supervisor: Harbour Master',
  '**Reports to** Harbour Master',
  '**Reports to:** Harbour Master',
  '**Reporting to:** [Harbour Master](/handbook/master/)',
  '**Line manager**\n\nHarbour Master',
  '**Who you report to**\n\nThe Harbour Master.',
  '- **Reports to:** Harbour Master\n- **Place:** the tower',
  '* Reports to: Harbour Master',
  '| Reports to | Place |\n| --- | --- |\n| Harbour Master | Tower |',
  '| Reports to | Place |\n| --- | --- |\n| ![The Harbour Master](/master.png) | Tower |',
  '| Reports to | Place |\n| --- | --- |\n| {{< master >}} | Tower |',
  '| | |\n| --- | --- |\n| Place | Tower |\n| Reports to | Harbour Master |',
  '| Place | Tower |\n| --- | --- |\n| **Line manager** | Harbour Master |',
  '| Reports to | Harbour Master |\n| --- | --- |\n| Place | Tower |',
  '<table>\n<tr><th>Reports to</th><td>Harbour Master</td></tr>\n</table>',
  '<table>\n<tr><th>Place</th><th>Reports to</th></tr>\n<tr><td>Tower</td><td>Harbour Master</td></tr>\n</table>',
  '<p>This role reports to the Harbour Master.</p>',
  'Your line manager is the Harbour Master.',
  'Who will I report to? The Harbour Master.',
  'The line manager of this role is the Harbour Master.',
  'The role is managed by the Harbour Master.',
  'Who you report to: the Harbour Master',
  '> You will report to the Harbour Master.',
  '{{% alert %}}\nYou will report to the Harbour Master.\n{{% /alert %}}',
  '### Reports to the Harbour Master\n\nSince last spring.',
  'They report to the Harbour Master, and to nobody else.',
  'Pilots report to the Harbour Master.',
];

/** What looks like it and is none. */
const unsaid: readonly string[] = [
  'Nobody asked.',
  'Reports to: TBD',
  'Reports to TBD',
  'Reports to: …',
  'Reports to:',
  '**Reports to:** to be decided',
  '**Reports to:**',
  '- Reports to: TBC',
  'You will report to TBD.',
  'This role reports to (to be confirmed).',
  'Line manager: to be announced',
  'Line manager: coming soon',
  '| Reports to | Place |\n| --- | --- |\n| TBD | Tower |',
  '| Reports to | Place |\n| --- | --- |\n|  | Tower |',
  '| | |\n| --- | --- |\n| Reports to | TBD |\n| Place | Tower |',
  'Who this role reports to is under review.',
  'Who you report to is still to be decided.',
  'Whom this role reports to has not been decided yet.',
  'It is not yet clear who this role reports to.',
  'The reporting line is under discussion.',
  'The Shift Lead reports to the Harbour Master.',
  'The Harbour Master reports to the Mayor.',
  'Shift Leads report to the Harbour Master.',
  'A Crane Operator reports to the Shift Lead, and the Shift Lead reports to the Harbour Master.',
  'The Senior Harbour Engineer reports to the Harbour Master.',
  '<!-- This role reports to the Harbour Master. -->',
  '```text\nThis role reports to the Harbour Master.\n```',
  'Two deckhands report to this role.',
  'Deckhands report to the Harbour Pilot.',
  'Harbour Pilots report incidents to the tower.',
  'Pilots report to work at six.',
  'All incidents are reported to the tower.',
  'Damage is reported to the Harbour Master.',
  'The yearly reports to the council are short.',
  'Reports to the council are due on Mondays.',
  '| Reports to | TBD |\n| --- | --- |\n| Place | Tower |',
  'Each pilot writes reports to be read on Mondays.',
  'A pilot has no direct reports.',
  'Report to the tower at the start of your shift.',
  'Please report bugs to the Harbour Master.',
];

const below = (text: string) => pageWith({ reporting: `## The place\n\n${text}\n\n` });

describe('said', () => {
  test.each(said)('%s', async (text) => expect(await verdictOn(below(text))).toBe('fine'));

  test.each(said)('above the first heading: %s', async (text) => {
    expect(await verdictOn(pageWith({ overview: `${text}\n\n`, reporting: '' }))).toBe('fine');
  });
});

describe('not said', () => {
  test.each(unsaid)('%s', async (text) => expect(await verdictOn(below(text))).toBe('reporting missing'));
});

describe('below its heading', () => {
  test.each([
    'Who this role reports to is under review.',
    'Whom this role reports to has not been decided yet.',
    'It is not yet clear who this role reports to.',
    'Reports to: TBD',
    '**Reports to:** to be decided',
    '| Reports to |\n| --- |\n| TBD |',
    'The Shift Lead reports to the Harbour Master.',
    'Deckhands report to the Harbour Pilot.',
    'The Harbour Master reports to the Mayor. The Shift Lead reports to the Harbour Master.',
  ])('empty: %s', async (text) =>
    expect(await verdictOn(pageWith({ reporting: `## Reporting structure\n\n${text}\n\n` }))).toBe('reporting empty'),
  );

  test.each([
    'The Harbour Master.',
    'See the chart of the harbour.',
    'The Shift Lead reports to the Harbour Master. Pilots do as well.',
    'The Shift Lead reports to the Harbour Master.\n\n![Chart](/images/chart.png)',
    'The team reports to the Harbour Master.',
  ])('fine: %s', async (text) =>
    expect(await verdictOn(pageWith({ reporting: `## Reporting structure\n\n${text}\n\n` }))).toBe('fine'),
  );

  test('misspelt, though a sentence says it', async () =>
    expect(
      await verdictOn(
        pageWith({ reporting: '## Reporting strucure\n\nA Harbour Pilot reports to the Harbour Master.\n\n' }),
      ),
    ).toBe('reporting misspelt'));
});

describe('on a page for several levels, the line of one of them', () => {
  test.each([
    ['## Senior Harbour Pilot\n\nThe Senior Harbour Pilot reports to the Harbour Master.\n\n', 'fine'],
    ['## Senior Harbour Pilot\n\nA Chief Cook reports to the Harbour Master.\n\n', 'reporting missing'],
  ])('%s', async (text, verdict) => expect(await verdictOn(pageWith({ reporting: text }))).toBe(verdict));
});

describe('a page that says it in words that a reader has to look for', () => {
  test('names the line', async () => {
    const text = pageWith({ reporting: '## The place\n\nReports to TBD.\n\n', overview: '' });
    const [finding] = await findingsOf(text);
    expect(finding!.message).toBe(
      'This page does not say who the role reports to. Line 18, "Reports to TBD.", leaves it open. Complete that line, or add a heading "Reporting structure" (or "Reporting line" or "Reports to") with a sentence below it.',
    );
    expect(text.slice(finding!.start.offset, finding!.end.offset)).toBe('TBD');
  });

  test('names a bold line in the place of the heading', async () => {
    const text = pageWith({ okrs: '**OKRs**\n\nOne per quarter.\n\n' });
    const [finding] = await findingsOf(text);
    expect(finding!.data).toEqual({ type: 'role', section: 'okrs', problem: 'missing' });
    expect(finding!.message).toBe(
      'This page has no heading "OKRs". Line 31 has "OKRs" in bold. Make it a heading, with ## in front.',
    );
    expect(text.slice(finding!.start.offset, finding!.end.offset)).toBe('**OKRs**');
  });

  test("names another role's line", async () => {
    const [finding] = await findingsOf(below('The Shift Lead reports to the Harbour Master.'));
    expect(finding!.message).toContain('"The Shift Lead reports to the Harbour Master.", is about another role.');
  });
});
