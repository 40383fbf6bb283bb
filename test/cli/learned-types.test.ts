import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { survey } from '../../src/cli/init/survey.ts';
import { writeConfig } from '../../src/cli/init/write-config.ts';
import { compileGlobs } from '../../src/config/glob.ts';
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

test('folders of one name, as each language has them, and those in other letters are types of their own', async () => {
  const recipes = ['a', 'b', 'c', 'd'].map((name) => [`${name}.md`, page('Ingredients', 'Steps')] as const);
  const folders = ['de/recipes', 'en/recipes', '[作り方]', '献立'];
  const handbook = await memoryHandbook({
    'content/_index.md': '# Home\n',
    ...Object.fromEntries(
      folders.flatMap((folder) => recipes.map(([name, text]) => [`content/${folder}/${name}`, text])),
    ),
  });
  const config = writeConfig(handbook.config, survey(handbook));
  const [proposed = ''] = /(?:^# {3}.*\n)+/m.exec(config.slice(config.indexOf('# Pages of these folders'))) ?? [];
  const { pageTypes } = parse(`pageTypes:\n${proposed.replace(/^#/gm, '')}`);
  const globs = Object.values<{ pages: string[] }>(pageTypes).flatMap(({ pages }) => pages);
  expect(
    folders.map((folder) => globs.filter((glob) => compileGlobs([glob])(`content/${folder}/a.md`)).length),
  ).toEqual([1, 1, 1, 1]);
  expect(Object.keys(pageTypes)).toEqual(expect.arrayContaining(['de-recipes', 'en-recipes']));
});
