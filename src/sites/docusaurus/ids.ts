import { folderOf, joinInside } from '../../files/paths.ts';
import type { Range } from '../../markdown/facts.ts';
import { type HeadingIds, type PageParts, type PartCall, usualIds } from '../../model/site-model.ts';

/** `import Part from './_part.mdx';` */
const IMPORT = /^import[ \t]([^"'\n]{1,300})["']([^"'\n]{1,300})["']/dgm;
/** `require('./plan.png')` */
const REQUIRE = /\brequire\(["']((?:@site\/|\.)[^"'\n]{1,300})["']\)/dg;
const COMPONENT = /<([A-Z][\w.]*)/g;
/** Components that are known everywhere, and make no ids. */
const KNOWN = new Set('Tabs TabItem Details Link Admonition CodeBlock DocCardList TOCInline Head'.split(' '));
const PACKAGE = /^@(?:theme|docusaurus|site\/static)\//;
/** Ids of anything, in tags of JSX as well, and of footnotes. */
const ID = /\b(?:id|name)=["']([^"'\n]+)["']/g;
const FOOTNOTE = /\[\^([^\]\s[]{1,100})\]/g;
/** Ids that code makes, headings that stand too far to the right for Markdown, and expressions in headings. */
const MORE = [/\b(?:id|name)=\{/, /^(?: {4}|\t)[ \t]*#{1,6} /m, /dangerouslySetInnerHTML/];

/** How Docusaurus 3.10 makes ids of headings: github-slugger, h1 counted but without its id. */
export function idsOf(siteFolder: string): HeadingIds {
  return {
    ...usualIds,
    hasAttributes: true,
    isShown: ({ level }) => level > 1,
    partsOf: (text, path) => partsOf(text, path, siteFolder),
  };
}

function partsOf(text: string, path: string, siteFolder: string): PageParts {
  const folder = folderOf(path);
  const files: PartCall[] = [];
  const others: PartCall[] = [];
  const harmless = new Set(KNOWN);
  const callOf = (from: string, range: Range): PartCall => {
    const path = from.startsWith('@site/') ? joinInside(siteFolder, from.slice(6)) : joinInside(folder, from);
    return { paths: path === null ? [] : [path], range };
  };
  for (const { 1: names = '', 2: from = '', indices } of text.matchAll(IMPORT)) {
    const call = callOf(from, indices![2]!);
    if (/^(?:@site\/|\.)/.test(from) && !/\.mdx?$/.test(from)) others.push(call);
    if (!/\.mdx?$/.test(from) && !PACKAGE.test(from)) continue;
    for (const name of names.split(/[{},\s]+/)) harmless.add(name);
    if (!PACKAGE.test(from)) files.push(call);
  }
  for (const { 1: from = '', indices } of text.matchAll(REQUIRE)) others.push(callOf(from, indices![1]!));
  const isStrange = [...text.matchAll(COMPONENT)].some(([, name = '']) => !harmless.has(name));
  const ids = new Set(['__docusaurus', '__docusaurus_skipToContent_fallback']);
  for (const [, id = ''] of text.matchAll(ID)) ids.add(id);
  for (const [, label = ''] of text.matchAll(FOOTNOTE)) {
    ids.add('footnote-label');
    for (const kind of ['fn', 'fnref']) ids.add(`user-content-${kind}-${label.toLowerCase()}`);
  }
  return { files, others, isOpen: isStrange || MORE.some((pattern) => pattern.test(text)), ids };
}
