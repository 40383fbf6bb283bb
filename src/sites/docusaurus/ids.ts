import { folderOf } from '../../files/paths.ts';
import { type HeadingIds, type PageParts, usualIds } from '../../model/heading-ids.ts';
import { mdxParts, namedFile } from '../mdx-parts.ts';

/** `require('./plan.png')` */
const REQUIRE = /\brequire\(["']((?:@site\/|\.)[^"'\n]{1,300})["']\)/dg;
const rules = {
  harmless: new Set('Tabs TabItem Details Link Admonition CodeBlock DocCardList TOCInline Head'.split(' ')),
  // Themes and sites bring components of their own below `@theme` besides these of the classic theme.
  packages:
    /^@docusaurus\/|^@site\/static\/[^?]*\.(?![cm]?[jt]sx?(?:\?|$))\w+(?:\?|$)|^@theme(?:-original)?\/(?:Tabs|TabItem|CodeBlock|CodeInline|Admonition|Details|DocCard|DocCardList|TOCInline|ThemedImage|IdealImage|Mermaid|Heading|Layout|MDXComponents)(?:\/|$)/,
  themeIds: ['__docusaurus', '__docusaurus_skipToContent_fallback'],
};

/** An id at the end of a heading's words counts in code and in emphasis as well (run with 3.10.2). */
const SHOWN_ID = /\{#([^{}]{1,200})\}$/;

/** How Docusaurus 3.10 makes ids of headings: github-slugger, h1 counted but without its id. */
export function idsOf(siteFolder: string): HeadingIds {
  return {
    ...usualIds,
    hasAttributes: true,
    slugOf: ({ slug, text }) => SHOWN_ID.exec(text)?.[1]?.trim() || slug,
    isShown: ({ level }) => level > 1,
    partsOf: (text, path) => partsOf(text, path, siteFolder),
  };
}

function partsOf(text: string, path: string, siteFolder: string): PageParts {
  const parts = mdxParts(text, path, { ...rules, siteFolder });
  const required = [...text.matchAll(REQUIRE)].map(({ 1: from = '', indices }) => ({
    paths: [namedFile(from, folderOf(path), siteFolder) ?? []].flat(),
    range: indices![1]!,
  }));
  return { ...parts, others: [...(parts.others ?? []), ...required] };
}
