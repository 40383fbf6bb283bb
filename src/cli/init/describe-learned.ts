import type { LearnedType } from './learned-types.ts';
import { escapeGlob, slugOf, text } from './yaml-words.ts';

/** Page types that could be asked for, as comments below `pageTypes`. */
export function describeLearned(types: readonly LearnedType[]): string {
  const keys = keysOf(types.map(({ folder }) => folder));
  return types.map((type, at) => describeType(keys[at]!, type)).join('\n');
}

/** A key for each folder, of as many of its last names as tell it from the others. */
function keysOf(folders: readonly string[]): readonly string[] {
  const keyOf = (folder: string, depth: number) => slugOf(folder.split('/').slice(-depth).join('-'), 'pages');
  const keys = folders.map((folder) => {
    const depths = folder.split('/').map((_, at) => at + 1);
    const own = depths.find(
      (depth) => folders.filter((other) => keyOf(other, depth) === keyOf(folder, depth)).length === 1,
    );
    return keyOf(folder, own ?? depths.length);
  });
  return keys.map((key, at) => (keys.indexOf(key) === at ? key : `${key}-${at + 1}`));
}

function describeType(key: string, { folder, pages, sections }: LearnedType): string {
  const lines = sections.map(
    ({ name, pages: having }, at) =>
      `#       - {id: ${slugOf(name, `section-${at + 1}`)}, names: [${text(name)}]} # ${having} of ${pages}`,
  );
  return [
    `#   ${key}:`,
    `#     pages: [${text(`${escapeGlob(folder)}/*.md`)}]`,
    "#     except: ['**/_index.md', '**/README.md']",
    '#     sections:',
    ...lines,
  ].join('\n');
}
