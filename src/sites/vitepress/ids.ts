import { folderOf, joinInside } from '../../files/paths.ts';
import { vitepressSlug } from '../../markdown/headings/token-words.ts';
import { type HeadingIds, type PageParts, type PartCall, usualIds } from '../../model/heading-ids.ts';

/** `<!--@include: ./part.md{3,}-->`; a region or lines take a part of the file. */
const INCLUDE = /<!--[ \t]*@include:([^<>\n]+)-->/g;
/** `<<< @/snippets/a.js#region{2}`, on a line of its own */
const SNIPPET = /^<<<[ \t]*([^\s#{[]+)/gm;
/** Components, bound attributes and slots may bring ids. */
const MORE = [
  /<[A-Z]/,
  /<[a-z]{1,40}-[a-z]/,
  /\s(?::|v-bind:|v-)(?:id|html|bind)\b/,
  /<!--[ \t]*@include/,
  /<<<.{0,500}\.(?:md|vue)\b/,
  /^(?: {4}|\t)[ \t]*#{1,6} /m,
];
/** Ids that attributes in braces give to blocks and words (markdown-it-attrs). */
const ATTRIBUTES = /\{[^{}\n]*\}/g;
/** A heading that may have an emoji, `## :tada: Cheers`, or an attribute that is but a name, `## Find {user}`. */
const HEADING = /^#{1,6}[ \t](.{1,400})$/gm;
const EMOJI = /:[a-z0-9_+-]{1,40}:/;
/** Attributes at the end of a heading, whatever stands in them (run with 1.6.4). */
const AT_END = /\{[^{}]*\}$/;
/** Ids of the default theme's own parts. */
const THEME = ['app', 'VPContent', 'VPSidebarNav', 'VPNavScreen', 'main-nav-aria-label', 'doc-outline-aria-label'];

/** How VitePress 1.6 makes ids of headings: slugs of @mdit-vue, numbered by markdown-it-anchor. */
export function idsOf(content: string, hasAttributes: boolean): HeadingIds {
  return {
    ...usualIds,
    hasAttributes,
    areRead: true,
    partsOf: (text, path) => partsOf(text, path, content, hasAttributes),
  };
}

function partsOf(text: string, path: string, content: string, hasAttributes: boolean): PageParts {
  const folder = folderOf(path);
  let isPart = false;
  const callOf = (name: string, start: number): PartCall => {
    const found = name.startsWith('@') ? joinInside(content, name.slice(1)) : joinInside(folder, name);
    return { paths: found === null ? [] : [found], range: [start, start + name.length] };
  };
  const files = [...text.matchAll(INCLUDE)].map(({ 0: all, 1: argument = '', index }) => {
    const [name = '', ...lines] = argument.trim().split(/[#{]/);
    isPart ||= lines.length > 0;
    return callOf(name, index + all.indexOf(argument.trim()));
  });
  const others = [...text.matchAll(SNIPPET)].map(({ 0: all, 1: name = '', index }) =>
    callOf(name, index + all.length - name.length),
  );
  const ids = new Set(THEME);
  // Names of emoji are left out; what only looks like one is not.
  for (const [, words = ''] of text.matchAll(HEADING))
    if (EMOJI.test(words) || (hasAttributes && AT_END.test(words))) ids.add(vitepressSlug(words.replace(AT_END, '')));
  for (const [braces] of text.matchAll(ATTRIBUTES)) {
    const id = /#([\w:.-]+)/.exec(braces)?.[1] ?? /\bid=["']?([\w:.-]+)/.exec(braces)?.[1];
    if (id !== undefined) ids.add(id);
  }
  return { files, others, isOpen: isPart || MORE.some((pattern) => pattern.test(text.replace(INCLUDE, ''))), ids };
}
