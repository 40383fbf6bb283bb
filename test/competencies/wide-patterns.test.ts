import { expect, test } from 'vitest';
import { rules } from '../../rules/index.ts';
import { describeFrameworks } from '../../src/cli/explain/describe-frameworks.ts';
import { lint } from '../../src/lint/run.ts';
import { memoryHandbook } from '../support/memory-handbook.ts';

type Files = Readonly<Record<string, string>>;

const topics = [
  'okrs',
  'roadmap',
  'meetings',
  'onboarding',
  'planning',
  'tools',
  'budget',
  'retreats',
  'offices',
  'metrics',
  'travel',
];
const teams = ['dock', 'deck', 'sail', 'galley', 'chart', 'rope', 'lamp', 'keel', 'mast', 'hold'];

/** A handbook of 110 pages about everything, in which few teams have pages of two levels. */
const handbookOf = (careers: readonly string[]): Files => ({
  ...Object.fromEntries(
    teams.flatMap((team, at) =>
      topics
        .map((name) => `${name}-of-${at % 2 === 0 ? 'day' : 'night'}-${at % 3}`)
        .map((topic) => [
          `docs/${team}/${topic}.md`,
          `# ${topic}\n\n## How we work\n\n- The ${team} crew plans its ${topic}\n`,
        ]),
    ),
  ),
  ...Object.fromEntries(
    careers.flatMap((team) =>
      ['junior', 'senior'].map((level) => [
        `docs/${team}/${level}.md`,
        `# ${level}\n\n## Craft\n\n- Mends what breaks at sea as a ${level}\n- Reads the chart\n`,
      ]),
    ),
  ),
});

async function findingsOf(files: Files, framework: string): Promise<readonly string[]> {
  const config = `site: github\nframeworks:\n  - name: growth\n    pages: ${framework}\n`;
  const handbook = await memoryHandbook({ ...files, 'handbook.yaml': config }, { config });
  const judging = rules.filter(({ id }) => /^handbook-(?:competency-|unmatched)/.test(id));
  const { findings } = lint(handbook, { rules: judging, known: rules.map(({ id }) => id) });
  return findings.map(({ rule, message }) => `${rule} ${message}`);
}

test.each(['docs/{department}/{level}.md', 'docs/{department}.md', 'docs/{level}/{department}.md'])(
  'a pattern over a whole handbook is told once, and no page of it: %s',
  async (pattern) => {
    expect(await findingsOf(handbookOf(['dock', 'deck']), `'${pattern}'`)).toEqual([
      'handbook-unmatched The pattern of the framework "growth" matches 114 pages, of which hardly any is about a level, so that none is compared. Name the folder of the career pages in it, or list their levels in handbook.yaml.',
    ]);
  },
);

test('where handbook.yaml lists the levels, their pages alone are read', async () => {
  const files = { ...handbookOf(teams), 'docs/keel/senior.md': '# Senior\n\n## Craft\n\n- TBD\n' };
  const found = await findingsOf(files, "'docs/{department}/{level}.md'\n    levels: [junior, senior]");
  expect(found).toEqual([
    'handbook-competency-placeholder "TBD" is no competency. Write what Keel, Senior asks for under Craft, or remove this.',
  ]);
});

test('explain-config says why such a pattern gives nothing', async () => {
  const config = `site: github\nframeworks:\n  - name: growth\n    pages: docs/{department}/{level}.md\n`;
  const handbook = await memoryHandbook(handbookOf(['dock', 'deck']), { config });
  expect(describeFrameworks(handbook)).toContain('all 114 pages; hardly any is about a level');
});
