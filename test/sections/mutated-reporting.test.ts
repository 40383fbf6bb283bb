import { describe, expect, test } from 'vitest';
import { said, unsaid } from './reporting-texts.ts';
import { findingsOf, pageWith, verdictOn } from './role-page.ts';

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
