import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { rules } from '../../rules/index.ts';
import { frameworksOf } from '../../src/competencies/reading/read-framework.ts';
import { openHandbook } from '../../src/incremental/open.ts';
import type { Finding } from '../../src/lint/finding.ts';
import { lint } from '../../src/lint/run.ts';
import type { Handbook } from '../../src/model/handbook.ts';

// A real framework, with findings that were confirmed by eye. CORPUS names the folder in which it was unpacked.
const root = process.env.CORPUS;
const matrix = 'content/handbook/engineering/careers/matrix';
const includes = 'assets/includes/engineering-careers';

describe.skipIf(root === undefined)('a real framework', () => {
  let handbook: Handbook;
  let findings: readonly Finding[];

  beforeAll(async () => {
    const text = readFileSync(new URL('../corpus/gitlab-handbook.yaml', import.meta.url), 'utf8');
    handbook = await openHandbook({ root: root ?? '', config: { path: 'handbook.yaml', text } });
    const paths = [
      matrix,
      includes,
      'content/handbook/marketing/marketing-career-development',
      'assets/includes/marketing',
    ];
    findings = lint(handbook, { rules, paths }).findings;
  });

  const at = (path: string, line: number) =>
    findings
      .filter((each) => each.path === path && each.start.line === line)
      .map(({ rule }) => rule.slice('handbook-'.length));

  // Where the fact names a stretch of lines, the line at which the finding starts.
  test.each<readonly [string, string, number, string]>([
    ['a malformed include call', `${matrix}/infrastructure/core-platform/distribution/senior.md`, 22, 'include'],
    ['the navigation of another department', `${matrix}/development/dev/frontend/senior.md`, 7, 'competency-coverage'],
    ['the navigation of another department', `${matrix}/development/dev/frontend/staff.md`, 7, 'competency-coverage'],
    ['broken navigation links', `${includes}/dev-fullstack-career-matrix-nav.md`, 3, 'link-page'],
    ['broken navigation links', `${includes}/dev-fullstack-career-matrix-nav.md`, 5, 'link-page'],
    ['broken navigation links', 'assets/includes/marketing/cs_career_matrix_nav.md', 3, 'link-page'],
    ['broken navigation links', 'assets/includes/marketing/cs_career_matrix_nav.md', 5, 'link-page'],
    ['contents that point nowhere', `${matrix}/development/dev/backend/senior.md`, 12, 'link-anchor'],
    ['contents that point nowhere', `${matrix}/development/dev/backend/senior.md`, 14, 'link-anchor'],
    ['contents that leave out a group', `${matrix}/development/intern.md`, 11, 'competency-coverage'],
    ['a link to the level below that leads to itself', `${matrix}/principal.md`, 12, 'competency-coverage'],
    ['an index that leaves out a level', `${matrix}/development/_index.md`, 12, 'competency-coverage'],
    ['an index that leaves out a level', `${matrix}/support/_index.md`, 11, 'competency-coverage'],
    ['an index that leaves out a team', `${matrix}/development/dev/_index.md`, 13, 'competency-coverage'],
    ['a level without a page', `${matrix}/infrastructure/_index.md`, 35, 'competency-coverage'],
    ['a level without a page', `${matrix}/infrastructure/_index.md`, 36, 'competency-coverage'],
    ['TBD', `${includes}/quality-principal-technical-competency.md`, 3, 'competency-placeholder'],
    ['no differences', `${includes}/development-senior-leadership-competency.md`, 3, 'competency-placeholder'],
    ...['associate', 'intermediate', 'senior', 'staff', 'principal'].map(
      (level) =>
        [
          'a replaced list',
          `${matrix}/quality/software-engineer-in-test/${level}.md`,
          24,
          'competency-shared',
        ] as const,
    ),
    ['a shared list left out', `${matrix}/support/associate.md`, 21, 'competency-shared'],
    ['a drifted copy', `${includes}/csr-competency.md`, 4, 'competency-shared'],
    ['the same twice', `${includes}/development-staff-technical-competency.md`, 13, 'competency-duplicate'],
    [
      'nearly the same twice',
      `${includes}/development-intermediate-technical-competency.md`,
      15,
      'competency-duplicate',
    ],
    ['nearly the same twice', `${includes}/development-senior-technical-competency.md`, 7, 'competency-duplicate'],
    ['a copied list', `${matrix}/development/dev/principal.md`, 22, 'competency-duplicate'],
    ['a copied list', `${matrix}/development/dev/principal.md`, 31, 'competency-duplicate'],
    ...[
      'intermediate_leadership',
      'intermediate_technical',
      'senior_leadership',
      'senior_technical',
      'staff_technical',
    ].map((name) => ['a twin', `${includes}/engineering_${name}_competency.md`, 3, 'competency-shared'] as const),
    ['a twin', `${includes}/engineering_staff_leadership_competency.md`, 5, 'competency-shared'],
    [
      'groups missing',
      `${matrix}/infrastructure/core-platform/distribution/intermediate.md`,
      2,
      'competency-structure',
    ],
    ['groups missing', `${matrix}/infrastructure/core-platform/distribution/senior.md`, 2, 'competency-structure'],
    ['a small word', `${matrix}/support/staff.md`, 23, 'competency-wording'],
    ['spelling', `${matrix}/infrastructure/senior.md`, 25, 'competency-wording'],
    ['levels missing', `${matrix}/development/_index.md`, 12, 'competency-coverage'],
    ['levels missing', `${matrix}/quality/_index.md`, 28, 'competency-coverage'],
    ['levels missing', `${matrix}/support/_index.md`, 11, 'competency-coverage'],
  ])('%s, %s line %i', (_what, path, line, rule) => {
    expect(at(path, line)).toContain(rule);
  });

  test('nothing but what was confirmed by eye', () => {
    const counts: Record<string, number> = {};
    for (const { rule } of findings.filter((each) => each.rule.startsWith('handbook-competency-')))
      counts[rule.slice('handbook-competency-'.length)] = (counts[rule.slice('handbook-competency-'.length)] ?? 0) + 1;
    expect(counts).toEqual({ coverage: 12, duplicate: 5, placeholder: 2, shared: 13, structure: 2, wording: 11 });
  });

  test('a page with groups of its own and shared lists is read whole', () => {
    const page = frameworksOf(handbook)[0]?.pages.find(
      (each) => each.page.path === `${matrix}/infrastructure/staff.md`,
    );
    expect(page?.groups.map(({ group, items }) => [group.name, items.length])).toEqual([
      ['Accountability', 6],
      ['Credibility', 6],
      ['Autonomy', 6],
      ['Team building', 8],
      ['Leadership', 8],
      ['Technical', 7],
      ['Values Alignment', 6],
    ]);
    expect(page?.groups.slice(4).map(({ items }) => items[0]?.page.path)).toEqual([
      `${includes}/staff-leadership-competency.md`,
      `${includes}/staff-technical-competency.md`,
      `${includes}/values-competency.md`,
    ]);
  });
});
