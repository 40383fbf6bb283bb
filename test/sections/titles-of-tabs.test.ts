import { describe, expect, test } from 'vitest';
import { rules } from '../../rules/index.ts';
import { lint } from '../../src/lint/run.ts';
import { memoryHandbook } from '../support/memory-handbook.ts';
import { verdictOn } from './role-page.ts';

const bodies = {
  Responsibilities: '- Brings ships in.\n- Takes ships out.\n',
  'Reports to': '- Harbour Master\n',
  OKRs: '1. No scratch.\n',
};
type Bodies = Readonly<Record<string, string>>;
const front = '---\ntitle: Harbour Pilot\npageType: role\n---\n\n';

/** Ways to write tabs, each with its title and what it holds. */
const tabs: Readonly<Record<string, (parts: Bodies) => string>> = {
  'shortcodes of Hugo': (parts) =>
    `{{< tabs >}}\n${Object.entries(parts)
      .map(([name, body]) => `{{% tab "${name}" %}}\n\n${body}\n{{% /tab %}}\n`)
      .join('')}{{< /tabs >}}\n`,
  'shortcodes of Docsy, without empty lines': (parts) =>
    `{{< tabpane text=true >}}\n${Object.entries(parts)
      .map(([name, body]) => `{{% tab header="${name}" %}}\n${body}{{% /tab %}}\n`)
      .join('')}{{< /tabpane >}}\n`,
  'tabs of VitePress': (parts) =>
    `:::tabs\n${Object.entries(parts)
      .map(([name, body]) => `== ${name}\n${body}\n`)
      .join('')}:::\n`,
  'tabs of VitePress that share a key': (parts) =>
    `::: tabs key:crew\n\n${Object.entries(parts)
      .map(([name, body]) => `== ${name}\n\n${body}\n`)
      .join('')}:::\n`,
};

describe.each(Object.entries(tabs))('%s', (_name, written) => {
  test('are sections by their titles', async () => {
    expect(await verdictOn(front + written(bodies))).toBe('fine');
  });

  test('are missed by their titles', async () => {
    const { OKRs: _, ...others } = bodies;
    expect(await verdictOn(front + written(others))).toBe('okrs missing');
  });

  test('are empty with a placeholder in them', async () => {
    expect(await verdictOn(front + written({ ...bodies, 'Reports to': '- TBD\n' }))).toBe('reporting empty');
  });

  test('are levels of a career page by their titles', async () => {
    const judging = rules.filter(({ id }) => id.startsWith('handbook-competency-'));
    const levels = {
      Junior: '- Keeps the log of each watch\n',
      Senior: '- Plans a passage of three days\n- Repairs a torn sail at sea\n',
    };
    const page = (parts: Bodies) => `# Crew\n\n${written(parts)}`;
    const files = Object.fromEntries(['dock', 'deck', 'galley'].map((name) => [`careers/${name}.md`, page(levels)]));
    const config = 'site: github\nframeworks:\n  - name: growth\n    pages: careers/{department}.md\n';
    const said = async (sail: Bodies) => {
      const handbook = await memoryHandbook({ ...files, 'careers/sail.md': page(sail) }, { config });
      return lint(handbook, { rules: judging, known: rules.map(({ id }) => id) }).findings.map(
        ({ message }) => message,
      );
    };
    expect(await said(levels)).toEqual([]);
    expect(await said({ ...levels, Senior: '- Plans a passage of three days\n' })).toEqual([
      'Sail, Senior lacks "Repairs a torn sail at sea", which Deck, Dock and Galley have. Add it, or agree that nobody asks for it.',
    ]);
  });
});

test('a box with a title is a part of the section around it', async () => {
  const box = '{{% alert title="Port Director" %}}\nAsk before you change the plan.\n{{% /alert %}}\n\n';
  const text = `${front}## Responsibilities\n\n${box}- Brings ships in.\n\n**Reports to:** Port Director\n\n## OKRs\n\n1. No scratch.\n`;
  const handbook = await memoryHandbook({ 'content/roles/pilot.md': text });
  const judging = rules.filter(({ id }) => /reporting|required|role-name/.test(id));
  expect(lint(handbook, { rules: judging, known: rules.map(({ id }) => id) }).findings).toEqual([]);
});

test('a title with the word of a section, behind which other words stand, is not that section', async () => {
  const { OKRs: _, ...others } = bodies;
  const sections = Object.entries(others).map(([name, body]) => `## ${name}\n\n${body}\n`);
  const text = `---\ntitle: OKR Coach\npageType: role\n---\n\n# OKR Coach\n\nHelps crews to aim.\n\n${sections.join('')}`;
  expect(await verdictOn(text)).toBe('okrs missing');
});

test('a section whose name is written in the plural, behind the role, is not misspelt', async () => {
  const sections = Object.entries({ ...bodies, 'Reports to': '' }).map(([name, body]) => `## ${name}\n\n${body}\n`);
  const text = sections.join('').replace('## Reports to', '## Harbour Pilot Reporting Lines\n\nThe Harbour Master.');
  expect(await verdictOn(front + text)).toBe('fine');
});
