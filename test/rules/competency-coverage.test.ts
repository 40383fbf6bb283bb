import { expect, test } from 'vitest';
import { rules } from '../../rules/index.ts';
import { lint } from '../../src/lint/run.ts';
import { memoryHandbook } from '../support/memory-handbook.ts';

const rule = rules.find(({ id }) => id === 'handbook-competency-coverage')!;
const level = (words: string) => `## Craft\n\n- ${words}\n`;

async function messages(files: Readonly<Record<string, string>>, levels: string): Promise<string[]> {
  const config = `site: hugo\nframeworks:\n  - name: careers\n    pages: content/careers/{department}/{level}.md\n    levels: ${levels}\n`;
  const handbook = await memoryHandbook({ 'handbook.yaml': config, ...files });
  return lint(handbook, { rules: [rule], levels: { [rule.id]: 'warn' } }).findings.map(({ message }) => message);
}

test('a missing level says whether any other department has it', async () => {
  const files = {
    'content/careers/bakery/junior.md': level('Shapes loaves'),
    'content/careers/kitchen/junior.md': level('Cuts onions'),
  };
  const kitchen = { ...files, 'content/careers/kitchen/senior.md': level('Writes the menu') };
  expect(await messages(kitchen, '[junior, senior]')).toEqual([
    'Bakery has no page for Senior, which other departments have. Write it, or list in handbook.yaml which levels Bakery has.',
  ]);
  const nobody = await messages(files, '[junior, senior]');
  expect(nobody).toHaveLength(2);
  for (const message of nobody) expect(message).toContain('no page for Senior, though the framework has that level.');
  expect(await messages(files, '[junior]')).toEqual([]);
});
