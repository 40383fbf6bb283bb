import rule from '../../rules/required-sections.ts';
import type { Finding } from '../../src/lint/finding.ts';
import { lint } from '../../src/lint/run.ts';
import { memoryHandbook } from '../support/memory-handbook.ts';

/** Where the page under test stands. */
export const path = 'content/handbook/harbour/pilot.md';

/** The parts of a role page that is as it should be: front matter first, then each section with its heading. */
const parts = {
  front: '---\ntitle: Harbour Pilot\ndescription: What a harbour pilot does, and for whom\n---\n\n',
  overview: '## Overview\n\nShips of more than ninety metres take a pilot on board, by day and by night.\n\n',
  responsibilities:
    '## Responsibilities\n\nHarbour pilots look after three things:\n\n- Bring ships in and out at every tide.\n' +
    '- Train new pilots in the simulator.\n- Keep the chart of the sand banks up to date.\n\n' +
    'More about the work is on [the page of the quay](/handbook/quay/).\n\n',
  reporting:
    '## Reporting structure\n\nA Harbour Pilot reports to the Harbour Master.\n\nAll pilots meet on Mondays in the tower.\n\n',
  contact: '## Keeping in touch\n\n- Read the radio log of the week.\n- Look at the board in the tower.\n\n',
  okrs: '## OKRs\n\nPilots agree on one objective per quarter.\n\n1. Have at most one objective.\n2. Measure it in ships.\n\n',
  tools: '## Tools\n\nA radio, and a coat that keeps the rain out.\n',
} as const;

type Part = keyof typeof parts;
export type Wanted = 'responsibilities' | 'reporting' | 'okrs';
/** The three sections that a role page has, with their headings. */
export const wanted = { responsibilities: 'Responsibilities', reporting: 'Reporting structure', okrs: 'OKRs' } as const;
export const sections = Object.keys(wanted) as readonly Wanted[];

/** The page with some of its parts written otherwise; an empty text leaves the part out. */
export function pageWith(changed: Readonly<Partial<Record<Part, string>>> = {}): string {
  return Object.values({ ...parts, ...changed }).join('');
}

/** What stands below a section's heading. */
export function bodyOf(section: Wanted): string {
  return parts[section].slice(parts[section].indexOf('\n') + 1);
}

/** What the rule says of the page. */
export async function findingsOf(
  text: string,
  others: Readonly<Record<string, string>> = {},
): Promise<readonly Finding[]> {
  const handbook = await memoryHandbook({ 'content/_index.md': '# Home\n', ...others, [path]: text });
  return lint(handbook, { rules: [rule], paths: [path] }).findings;
}

/** The same in few words: "okrs missing, reporting empty"; "fine" when there is nothing to say. */
export async function verdictOn(text: string, others: Readonly<Record<string, string>> = {}): Promise<string> {
  const findings = await findingsOf(text, others);
  return findings.length === 0 ? 'fine' : findings.map(({ data }) => `${data.section} ${data.problem}`).join(', ');
}
