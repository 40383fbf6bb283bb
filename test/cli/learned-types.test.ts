import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { survey } from '../../src/cli/init/survey.ts';
import { writeConfig } from '../../src/cli/init/write-config.ts';
import { memoryHandbook } from '../support/memory-handbook.ts';

const page = (...sections: string[]) => `# A page\n\n${sections.map((name) => `## ${name}\n\nText.\n`).join('\n')}`;
const files = {
  'content/_index.md': '# Home\n',
  'content/recipes/a.md': page('Overview', 'Ingredients', 'Steps', 'Serving'),
  'content/recipes/b.md': page('Overview', 'Ingredients', 'Steps'),
  'content/recipes/c.md': page('Overview', 'ingredients', 'Steps', 'History'),
  'content/recipes/d.md': page('Overview', 'Ingredients', 'Serving'),
  'content/notes/a.md': page('Monday', 'Steps'),
  'content/notes/b.md': page('Tuesday', 'Steps'),
  'content/notes/c.md': page('Wednesday', 'Steps'),
  'content/notes/d.md': page('Thursday', 'Steps'),
};

test('sections that most pages of a folder share are proposed, with their counts', async () => {
  const handbook = await memoryHandbook(files);
  const found = survey(handbook);
  expect(found.learned).toEqual([
    {
      folder: 'content/recipes',
      pages: 4,
      sections: [
        { name: 'Ingredients', pages: 4 },
        { name: 'Steps', pages: 3 },
      ],
    },
  ]);
});

test('the proposal is a comment, and with the # away a page type that the pages pass or fail', async () => {
  const handbook = await memoryHandbook(files);
  const config = writeConfig(handbook.config, survey(handbook));
  expect(config).toContain('names: [Steps]} # 3 of 4');
  const block = /^# {3}recipes:\n(?:# {3,}.*\n)*?(?=\n|$|# [^ ])/m.exec(config)?.[0] ?? '';
  const lines = block.trimEnd().split('\n');
  const types = parse(`pageTypes:\n${lines.map((line) => line.slice(1)).join('\n')}`);
  expect(types.pageTypes.recipes.sections.map(({ id }: { id: string }) => id)).toEqual(['ingredients', 'steps']);
});
