import { describe, expect, test } from 'vitest';
import { survey, withCareers } from '../../src/cli/init/survey.ts';
import { writeConfig } from '../../src/cli/init/write-config.ts';
import { memoryHandbook } from '../support/memory-handbook.ts';

type Files = Readonly<Record<string, string>>;
const roles = ['Harbour Pilot', 'Dock Engineer', 'Crane Operator'];

/** The lines below `pageTypes` that are no comments. */
async function typesIn(files: Files): Promise<string> {
  const handbook = await memoryHandbook(files, { config: '' });
  const config = writeConfig(handbook.config, survey(handbook));
  const lines = config.split('\n').filter((line) => line !== '' && !/^\s*#/.test(line));
  return lines.slice(lines.indexOf('pageTypes:') + 1 || lines.length).join('\n');
}

const pages = (folder: string, text: (role: string) => string): Files =>
  Object.fromEntries(
    roles.map((role) => [`${folder}/${role.toLowerCase().replace(' ', '-')}.md`, `# ${role}\n\n${text(role)}`]),
  );

describe('a folder of roles', () => {
  test.each([
    ['headings', '#### Duties\n\n- Ships\n\n#### Reports to\n\nHead of Ships\n\n#### OKRs\n\n- Ships\n'],
    ['bold lines', '**Duties**\n\n- Ships\n\n**Reports to**\n\nHead of Ships\n\n**OKRs**\n\n- Ships\n'],
    ['rows', '| What | |\n| --- | --- |\n| Duties | Ships |\n| Reports to | Head of Ships |\n| OKRs | Ships |\n'],
    ['a sentence', '## Duties\n\n- Ships\n\nThis role reports to the Head of Ships.\n\n## OKRs\n\n- Ships\n'],
  ])('with the three sections as %s is a type', async (_, text) =>
    expect(await typesIn(pages('crew', () => text))).toBe('  role:\n    pages: ["crew/*.md"]'),
  );

  const whole = '## Duties\n\n- Ships\n\n## Reports to\n\nHead of Ships\n\n## OKRs\n\n- Ships\n';
  const under = (start: string, files: Files): Files =>
    Object.fromEntries(Object.entries(files).map(([path, text]) => [path, start + text]));
  test.each([
    ['plans for the first days', pages('crew/onboarding', () => whole)],
    [
      'plans for the first days, by their titles',
      under(
        '# Onboarding: Pilot\n\n',
        pages('crew', () => whole),
      ),
    ],
    ['prompts for programs', pages('agents', (role) => `You are a senior ${role}.\n\n${whole}`)],
    [
      'prompts with their tools',
      under(
        '---\nname: ship\ndescription: Ships\ntools: Read\n---\n',
        pages('crew', () => whole),
      ),
    ],
  ])('is none of %s', async (_, files) => {
    expect(await typesIn(files)).toBe('');
    expect(survey(await memoryHandbook(files, { config: '' }))).toMatchObject({ roles: 0, likelyRoles: [] });
  });

  test.each([
    ['of people who plan the first days', pages('onboarding-team', () => whole)],
    [
      'called after the first days',
      under(
        '# Manager, Onboarding\n\n',
        pages('crew', () => whole),
      ),
    ],
    [
      'that names its tools',
      under(
        '---\ndescription: Ships\ntools: [Sails]\n---\n',
        pages('crew', () => whole),
      ),
    ],
    [
      'of people who are called agents',
      pages('agents', () => `They work at night.\n\nYou are their voice.\n\n${whole}`),
    ],
    ['that speak to the reader', pages('crew', () => `${whole}\nYou are a patient sailor.\n`)],
  ])('is one %s', async (_, files) => expect(await typesIn(files)).toContain('role:'));

  test('leaves out its index, which is about no role', async () => {
    const text = '## Duties\n\n- Ships\n\n## Reports to\n\nHead of Ships\n\n## OKRs\n\n- Ships\n';
    const files = { ...pages('crew', () => text), 'crew/README.md': '# Our crew\n' };
    expect(await typesIn(files)).toBe('  role:\n    pages: ["crew/*.md"]\n    except: [crew/README.md]');
  });

  test.each([
    ['a page about all roles', '# Who is who\n\n## Chart\n\nPilots lead the docks.\n', true],
    ['a page with one of their sections', '# Growth\n\n## Duties\n\n- Ships\n', false],
    ['a page with one of them in bold words', '# Growth\n\n## Ways\n\n**Duties**\n\n- Ships\n', false],
    ['a page that is still to be written', '# Growth\n\nComing soon.\n', false],
  ])('with %s beside them', async (_, text, isLeftOut) => {
    const role = '## Duties\n\n- Ships\n\n## Reports to\n\nHead of Ships\n\n## OKRs\n\n- Ships\n';
    const except = isLeftOut ? '\n    except: [crew/who.md]' : '';
    expect(await typesIn({ ...pages('crew', () => role), 'crew/who.md': text })).toBe(
      `  role:\n    pages: ["crew/*.md"]${except}`,
    );
  });

  test('asks once for a section that some write with a colon', async () => {
    const mark = (role: string) => (role === 'Dock Engineer' ? ':' : '');
    const text = (role: string) => `## Duties${mark(role)}\n\n- Ships\n\n## KPIs${mark(role)}\n\n- Ships\n`;
    expect(await typesIn(pages('crew', text))).toContain('names: [Duties]}');
  });

  test('with other sections asks for these, by the names that are used', async () => {
    const text = (role: string) =>
      `## ${role === 'Dock Engineer' ? 'Your duties' : 'Duties'}\n\n- Ships\n\n## KPIs\n\n- Ships\n\n## Links\n\n- Ships\n`;
    expect(await typesIn(pages('crew', text))).toBe(
      `  role:
    pages: ["crew/*.md"]
    sections:
      - {id: responsibilities, names: [Duties, Your duties]}
      - {id: kpis, names: [KPIs]}`.replace(/\}$/gm, '} # 3 of 3'),
    );
  });

  test.each([
    [
      'German',
      'Leitung',
      ['Aufgaben', 'Berichtslinie', 'Ziele (OKRs)'],
      ['Aufgaben', 'Berichtslinie', '"Ziele (OKRs)"'],
    ],
    ['French', 'Comptable', ['Missions', 'Rattachement', 'Objectifs'], ['Missions', 'Rattachement', 'Objectifs']],
    ['Japanese', '港長', ['職務内容', '報告先', '目標'], ['"職務内容"', '"報告先"', '"目標"']],
  ])('with the sections in %s asks for these, whatever the titles are', async (_, title, headings, names) => {
    const text = headings.map((heading) => `## ${heading}\n\n- Hafen\n`).join('\n');
    const files = Object.fromEntries(
      ['a', 'b', 'c'].map((name) => [`rollen/${name}.md`, `# ${title} ${name}\n\n${text}`]),
    );
    const [responsibilities, reporting, okrs] = names;
    expect(await typesIn(files)).toBe(
      `  role:
    pages: ["rollen/*.md"]
    sections:
      - {id: responsibilities, names: [${responsibilities}]} # 3 of 3
      - {id: reporting, names: [${reporting}], says: reports-to} # 3 of 3
      - {id: okrs, names: [${okrs}]} # 3 of 3`,
    );
  });

  test.each<[string, Files]>([
    [
      'whose pages are no roles',
      { ...pages('crew', () => '## Duties\n\nx\n\n## KPIs\n\nx\n'), 'crew/a.md': '# A\n', 'crew/b.md': '# B\n' },
    ],
    ['without a section that roles have', pages('crew', () => '## Craft\n\nx\n\n## Care\n\nx\n')],
    ['with one section alone', pages('crew', () => '## Duties\n\nx\n')],
    [
      'with one translated section',
      { 'x/a.md': '# A\n\n## Ziele\n\nx\n', 'x/b.md': '# B\n\n## Ziele\n\nx\n', 'x/c.md': '# C\n\n## Ziele\n\nx\n' },
    ],
  ])('%s is none', async (_, files) => expect(await typesIn(files)).toBe(''));

  test('that is a career framework is none', async () => {
    const handbook = await memoryHandbook(
      pages('careers', () => '## Duties\n\nx\n\n## KPIs\n\nx\n'),
      { config: '' },
    );
    const found = survey(handbook);
    expect(found.roleTypes).toHaveLength(1);
    const tree = { pattern: 'careers/{department}.md', departments: 3, levels: ['a', 'b'], pages: 3 };
    expect(withCareers(found, [tree]).roleTypes).toEqual([]);
  });
});

test('a page of several roles asks for the sections below each', async () => {
  const parts = roles.map((role) => `## ${role}\n\n### Duties\n\n- Ships\n\n### OKRs\n\n- Ships\n`).join('\n');
  expect(await typesIn({ 'crew.md': `# Our crew\n\n${parts}` })).toBe(
    `  role:
    pages: [crew.md]
    levels: {with: [Duties, OKRs]}
    sections:
      - {id: responsibilities, names: [Duties], scope: each-level}
      - {id: okrs, names: [OKRs], scope: each-level}`.replace(/\}$/gm, (end, at, all) =>
      all.slice(at - 10, at) === 'each-level' ? '} # 3 of 3' : end,
    ),
  );
});

test('a role is a folder where its page is that of a folder', async () => {
  const text = (role: string) => `# ${role}\n\n## Duties\n\n- Ships\n\n## KPIs\n\n- Ships\n`;
  const files = Object.fromEntries(
    roles.map((role) => [`crew/${role.toLowerCase().replace(' ', '-')}/README.md`, text(role)]),
  );
  expect(await typesIn(files)).toContain('pages: ["crew/*/README.md"]');
});
