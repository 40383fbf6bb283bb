import type { Heading } from '../../markdown/facts.ts';
import type { HeadingIds, PageParts } from '../../model/site-model.ts';
import type { MkdocsSettings } from './config.ts';

/** What macros, includes and attribute lists write into a page, which may bring ids. */
const MORE = /--8<--|\{[%{:!]|^:::/m;
/** `--8<-- "part.md"`, on a line of its own (pymdownx.snippets 11). */
const SNIPPET = /^[ \t]*--8<--[ \t]+["']([^"'\n:]+)["'][ \t]*$/gm;

/** How Python-Markdown 3.10 makes ids of headings (its toc extension, with the slugs that MkDocs leaves as they are). */
export function idsOf({ attributes, snippets }: Pick<MkdocsSettings, 'attributes' | 'snippets'>): HeadingIds {
  return {
    hasAttributes: attributes,
    hasShortcodes: false,
    areRead: false,
    slugOf: (heading) => pythonSlug(wordsOf(heading, attributes)),
    numbered: numberedByUnderscore,
    ignoreCase: false,
    partsOf: (text) => partsOf(text, snippets),
  };
}

function wordsOf({ text, id }: Heading, attributes: boolean): string {
  return id === undefined || attributes ? text : `${text} {#${id}}`;
}

/** `toc.slugify`: only ASCII stays. A heading without any gets `_1`. */
function pythonSlug(words: string): string {
  const ascii = words.normalize('NFKD').replace(/[^\p{ASCII}]/gu, '');
  const slug = ascii
    .replace(/[^\w\s-]/g, '')
    .trim()
    .toLowerCase()
    .replace(/[-\s]+/g, '-');
  return slug === '' ? '_1' : slug;
}

/** `toc.unique`: `x`, `x_1`, `x_2`; an id that ends in a number counts on from it. */
function numberedByUnderscore(slug: string, number: number): string {
  const counted = /^(.*)_(\d+)$/.exec(slug);
  return counted ? `${counted[1]}_${Number(counted[2]) + number}` : `${slug}_${number}`;
}

function partsOf(text: string, snippets: readonly string[]): PageParts {
  const files = [...text.matchAll(SNIPPET)].map(([, name = '']) =>
    snippets.map((folder) => (folder === '' ? name : `${folder}/${name}`)),
  );
  return { files, isOpen: MORE.test(text.replace(SNIPPET, '')) };
}
