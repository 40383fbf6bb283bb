import { describe, expect, test } from 'vitest';
import { compileNames } from '../../src/sections/names/names.ts';
import { normaliseName } from '../../src/sections/names/normalise.ts';
import { isRoleTitle, roleWordsOf } from '../../src/sections/names/role-words.ts';

describe('normaliseName', () => {
  test.each([
    ['Role & Responsibilities', 'role and responsibilities'],
    ['🚀 OKRs:', 'okrs'],
    [':rocket: OKRs', 'okrs'],
    ['OKR’s', 'okrs'],
    ['3. Reporting   structure', 'reporting structure'],
    ['1️⃣ Duties', 'duties'],
    ['ＯＫＲ', 'okr'],
    ['責任：', '責任'],
    ['', ''],
  ])('%s', (text, normal) => expect(normaliseName(text)).toBe(normal));
});

describe('a section’s names', () => {
  const responsibilities = compileNames(['Responsibilities', '/^what .+ does\\?$/']);
  const match = (heading: string, ...titles: string[]) => responsibilities.match(heading, roleWordsOf(titles));

  test.each([
    ['RESPONSIBILITIES', 'exact'],
    ['Responsibilities:', 'exact'],
    ['What a lamplighter does?', 'exact'],
    ['Senior Engineer Responsibilities', 'with-role'],
    ['Responsibilities of a Staff Engineer', 'with-role'],
    ['Responsibilities (Manager)', 'with-role'],
    ['Dock Operations Responsibilities', 'with-team'],
    ['Research & Development Responsibilities', 'with-team'],
    ['Responsibilities - dock and quay', 'with-team'],
    ['Responsibilities: what you own', 'with-team'],
    ['Responsibilities (dock)', 'with-team'],
    ['Shared responsibilities', null],
    ['How we share Responsibilities', null],
    ['Responsibilities of our customers', null],
    ['Irresponsibilities', null],
    ['Responsibility', null],
  ])('%s', (heading, how) => expect(match(heading)).toBe(how));

  test('words of the titles above may stand around', () => {
    expect(match('Dredging operations responsibilities')).toBeNull();
    expect(match('Dredging operations responsibilities', 'Dredging Operations')).toBe('with-role');
  });

  test('a language without spaces', () => {
    const names = compileNames(['責任']);
    expect(names.match('責任', roleWordsOf([]))).toBe('exact');
    expect(names.match('港長の責任', roleWordsOf(['港長']))).toBe('with-role');
    expect(names.match('無責任', roleWordsOf(['港長']))).toBeNull();
  });

  test('a sentence', () => {
    const names = compileNames(['reports to', '/上長は.+です/']);
    expect(names.occurIn('The purser reports to the captain.')).toBe(true);
    expect(names.occurIn('The purser reports too late.')).toBe(false);
    expect(names.occurIn('上長は港長です')).toBe(true);
  });
});

describe('isRoleTitle', () => {
  test.each([
    'Staff Support Engineer',
    'Support Managers',
    'Manager, Data',
    'Head of Design (EMEA)',
    'Director of Product – Payments',
    'Harbour Pilot Coordinator',
    'VP of Sales',
    "Crew Driver's",
    'Ｍａｎａｇｅｒ',
    'Shift `Lead`',
    `${'Very '.repeat(50)}Senior Clerk`,
  ])('%s names a role', (title) => expect(isRoleTitle(title)).toBe(true));
  test.each([
    'Custom Roles',
    'Support',
    'Roles and responsibilities',
    'Engineering Management',
    'Support Engineer Responsibilities',
    'Working with engineers every day',
    'Managing managers: a guide',
    'Product Team',
    '',
  ])('%s does not', (title) => expect(isRoleTitle(title)).toBe(false));
});
