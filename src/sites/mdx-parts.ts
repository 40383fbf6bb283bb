import { folderOf, joinInside } from '../files/paths.ts';
import type { PageParts, PartCall } from '../model/heading-ids.ts';

/** `import Part from './_part.mdx';` */
const IMPORT = /^import[ \t]([^"'\n]{1,300})["']([^"'\n]{1,300})["']/dgm;
const COMPONENT = /<([A-Z][\w.]*)/g;
/** Ids of anything, in tags of JSX as well, and of footnotes. */
const ID = /\b(?:id|name)=["']([^"'\n]+)["']/g;
const FOOTNOTE = /\[\^([^\]\s[]{1,100})\]/g;
/** Ids that code makes, headings that stand too far to the right for Markdown, and expressions in headings. */
const MORE = [/\b(?:id|name)=\{/, /^(?: {4}|\t)[ \t]*#{1,6} /m, /dangerouslySetInnerHTML|set:html/];

/** What a generator makes of components and imports in pages of MDX. */
interface MdxRules {
  /** Components that make no ids, wherever they come from. */
  readonly harmless: ReadonlySet<string>;
  /** Packages of components that make none. */
  readonly packages: RegExp;
  /** The folder that `@site` stands for; `null` where it stands for none. */
  readonly siteFolder: string | null;
  /** Ids of the theme's own. */
  readonly themeIds: readonly string[];
}

/** The file that a page in this folder names: beside the page, or below the folder of the site where it begins with `@site/`. */
export function namedFile(from: string, folder: string, siteFolder: string | null): string | null {
  const isOfSite = siteFolder !== null && from.startsWith('@site/');
  return isOfSite ? joinInside(siteFolder, from.slice(6)) : joinInside(folder, from);
}

/** What a page of MDX brings in, and the ids that its text gives; footnotes have those of remark-rehype. */
export function mdxParts(text: string, path: string, rules: MdxRules): PageParts {
  const { harmless: known, packages, siteFolder, themeIds } = rules;
  const folder = folderOf(path);
  const files: PartCall[] = [];
  const others: PartCall[] = [];
  const harmless = new Set(known);
  for (const { 1: names = '', 2: from = '', indices } of text.matchAll(IMPORT)) {
    const call: PartCall = { paths: [namedFile(from, folder, siteFolder) ?? []].flat(), range: indices![2]! };
    if ((from.startsWith('.') || (siteFolder !== null && from.startsWith('@site/'))) && !/\.mdx?$/.test(from))
      others.push(call);
    if (!/\.mdx?$/.test(from) && !packages.test(from)) continue;
    for (const name of names.split(/[{},\s]+/)) harmless.add(name);
    if (!packages.test(from)) files.push(call);
  }
  const isStrange = [...text.matchAll(COMPONENT)].some(([, name = '']) => !harmless.has(name));
  const ids = new Set(themeIds);
  for (const [, id = ''] of text.matchAll(ID)) ids.add(id);
  for (const [, label = ''] of text.matchAll(FOOTNOTE)) {
    ids.add('footnote-label');
    for (const kind of ['fn', 'fnref']) ids.add(`user-content-${kind}-${label.toLowerCase()}`);
  }
  return { files, others, isOpen: isStrange || MORE.some((pattern) => pattern.test(text)), ids };
}
