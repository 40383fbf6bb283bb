import { getOrInsert } from '../../collections/get-or-insert.ts';
import { addToGroup, countOne } from '../../collections/groups.ts';
import { folderOf } from '../../files/paths.ts';
import type { Page } from '../../model/handbook.ts';
import { normaliseName } from '../../sections/names/normalise.ts';
import { escapeGlob, slugOf, text } from './yaml-words.ts';

/** Sections that most pages of one folder have, so that a page type could ask for them. */
export interface LearnedType {
  readonly folder: string;
  readonly pages: number;
  /** In the order of most pages, each as it is written most often. */
  readonly sections: readonly { readonly name: string; readonly pages: number }[];
}

const fewestPages = 4;
const fewestSections = 2;
const mostTypes = 5;
/** Headings of any page, which say nothing of its type. */
export const anywhere =
  /^(?:overview|introduction|about|intro|contents?|table of contents|summary|background|links?|useful links|related links|resources|references|see also|faqs?|notes?|more|other|contact|next steps)$/;

/** Folders whose pages share sections, those with the most pages first. `known` holds folders that have a type already. */
export function learnTypes(pages: readonly Page[], known: readonly string[]): readonly LearnedType[] {
  const folders = new Map<string, Page[]>();
  for (const page of pages) {
    if (page.kind !== 'regular') continue;
    const folder = folderOf(page.path);
    if (folder === '' || known.some((each) => folder === each || folder.startsWith(`${each}/`))) continue;
    addToGroup(folders, folder, page);
  }
  return [...folders]
    .map(([folder, own]) => ({ folder, pages: own.length, sections: sharedSections(own) }))
    .filter((type) => type.pages >= fewestPages && type.sections.length >= fewestSections)
    .sort((a, b) => b.pages - a.pages || (a.folder < b.folder ? -1 : 1))
    .slice(0, mostTypes);
}

/** Headings of the second level that more than two thirds of the pages have. */
function sharedSections(pages: readonly Page[]): LearnedType['sections'] {
  const found = new Map<string, { readonly written: Map<string, number>; pages: number; places: number }>();
  for (const { facts } of pages) {
    const seen = new Set<string>();
    for (const [place, { level, text }] of facts.headings.entries()) {
      const name = normaliseName(text);
      if (level !== 2 || name === '' || seen.has(name) || anywhere.test(name)) continue;
      seen.add(name);
      const counts = getOrInsert(found, name, () => ({ written: new Map<string, number>(), pages: 0, places: 0 }));
      countOne(counts.written, text);
      counts.pages += 1;
      counts.places += place;
    }
  }
  return [...found.values()]
    .filter((counts) => counts.pages * 3 > pages.length * 2)
    .sort((a, b) => a.places / a.pages - b.places / b.pages)
    .map(({ written, pages }) => ({
      name: [...written].reduce((most, each) => (each[1] > most[1] ? each : most))[0],
      pages,
    }));
}

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
  const lines = sections.map(({ name, pages: having }, at) => {
    return `#       - {id: ${slugOf(name, `section-${at + 1}`)}, names: [${text(name)}]} # ${having} of ${pages}`;
  });
  return [
    `#   ${key}:`,
    `#     pages: [${text(`${escapeGlob(folder)}/*.md`)}]`,
    "#     except: ['**/_index.md', '**/README.md']",
    '#     sections:',
    ...lines,
  ].join('\n');
}
