import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { rules } from '../../rules/index.ts';
import { lint } from '../../src/lint/run.ts';
import { memoryHandbook } from '../support/memory-handbook.ts';

const text = readFileSync(new URL('../../docs/recipes.md', import.meta.url), 'utf8');
const fence = (language: string) => `\`\`\`${language}\\n(.*?)^\`\`\`$\\n`;
const recipe = new RegExp(
  `^### ([^\\n]+)\\n(?:(?!^### ).)*?${fence('yaml')}\\nA page \`([^\`]+)\`\\n\\n${fence('markdown')}\\nis told\\n\\n${fence('text')}`,
  'gms',
);
const recipes = [...text.matchAll(recipe)];

test('each recipe has a configuration, a page and what it is told', () => {
  const prose = text.replace(/^```.*?^```$/gms, '');
  expect(recipes.map(([, title]) => title)).toEqual([...prose.matchAll(/^### (.+)$/gm)].map(([, title]) => title));
});

test.each(recipes.map(([, ...parts]) => parts))('%s', async (_title, config, path, page, told) => {
  const handbook = await memoryHandbook({ 'handbook.yaml': config!, [path!]: page!, 'content/_index.md': '# Home\n' });
  const { findings } = lint(handbook, { rules });
  expect(findings.map(({ message }) => `${message}\n`).join('')).toBe(told);
});
