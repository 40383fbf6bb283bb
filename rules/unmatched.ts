/**
 * What handbook.yaml says of pages meets pages.
 *
 * ## What it does
 *
 * Reports, in handbook.yaml, a framework whose pattern matches no page, or a handbook of which hardly any page is about a level, a
 * framework whose pages give no competency at all, and a page type with a glob that matches no page. When a folder of nearly that
 * name is there, it is named. A glob of data files, and a framework's pattern of files in a format that is not read, are told as such.
 *
 * ## Why it matters
 *
 * A pattern with a slip in it makes every rule silent, and a silent run looks like a clean one.
 *
 * ## How to fix
 *
 * Correct the pattern. `handbook-lint explain-config` shows what is read from where.
 *
 * ## When to turn it off
 *
 * When handbook.yaml speaks of pages that are still to be written.
 */

import { distance } from 'fastest-levenshtein';
import { competenciesOn, type Framework } from '../src/competencies/framework.ts';
import { frameworksOf } from '../src/competencies/reading/read-framework.ts';
import { isDataPath } from '../src/config/data-path.ts';
import { compileGlobs } from '../src/config/glob.ts';
import { folderOf, foldersAbove } from '../src/files/paths.ts';
import { defineRule } from '../src/lint/define-rule.ts';
import type { Report } from '../src/lint/finding.ts';
import { rangeAt } from '../src/markdown/data/data-at.ts';
import type { DataNode } from '../src/markdown/facts.ts';
import type { Handbook } from '../src/model/handbook.ts';
import { quoted, shown, withDashes } from '../src/phrases/quoted.ts';

const noPage = (what: string, near: string | null, folder: string | null) =>
  `${what} matches no page. ${near !== null ? `Did you mean ${shown(near)}?` : folder !== null ? `The nearest folder that is there is ${shown(folder)}.` : 'Correct the path.'}`;
const noMarkdown = (name: string) =>
  `This pattern of the page type ${quoted(name)} is one of data files, which hold no sections, so that these roles cannot be checked. Name Markdown pages, or remove the pattern.`;
const noFormat = (name: string) =>
  `The pattern of the framework ${quoted(withDashes(name))} is one of files that cannot be read, so that nothing in them is checked. Career frameworks may be Markdown, YAML, JSON or CSV.`;
const noCompetency = ({ name, matched }: Framework) =>
  `The ${matched.length === 1 ? 'page' : `${matched.length} pages`} of the framework ${quoted(withDashes(name))} ${matched.length === 1 ? 'gives' : 'give'} no competency. See what was left out and why with handbook-lint explain-config.`;
const tooWide = ({ name, matched }: Framework) =>
  `The pattern of the framework ${quoted(withDashes(name))} matches ${matched.length} pages, of which hardly any is about a level, so that none is compared. Name the folder of the career pages in it, or list their levels in handbook.yaml.`;

export default defineRule({
  id: 'handbook-unmatched',
  level: 'warn',
  check(page, { handbook, report }) {
    if (page.kind !== 'data' || page.path !== handbook.config.data.config) return;
    const root = page.content.data?.root ?? null;
    for (const each of [...frameworkReports(handbook, root), ...pageTypeReports(handbook, root)]) report(each);
  },
});

function* frameworkReports(handbook: Handbook, root: DataNode | null): Generator<Report> {
  for (const [index, framework] of frameworksOf(handbook).entries()) {
    const { pages } = framework.config;
    const range = rangeAt(root, ['frameworks', index, 'pages']);
    const common = { range, data: { framework: framework.name }, identity: framework.name };
    if (framework.matched.length === 0 && !isDataPath(pages) && /\.(?!mdx?$)[a-z]{2,5}$/i.test(pages))
      yield { ...common, message: noFormat(framework.name) };
    else if (framework.matched.length === 0)
      yield {
        ...common,
        ...unmatched(`The pattern of the framework ${quoted(withDashes(framework.name))}`, pages, handbook),
      };
    else if (framework.isTooWide) yield { ...common, message: tooWide(framework) };
    else if (framework.pages.every((page) => competenciesOn(page).length === 0))
      yield { ...common, message: noCompetency(framework) };
  }
}

function* pageTypeReports(handbook: Handbook, root: DataNode | null): Generator<Report> {
  const paths = handbook.pages.filter(({ kind }) => kind !== 'data').map(({ path }) => path);
  for (const [name, { pages = [] }] of Object.entries(handbook.config.pageTypes)) {
    for (const [index, glob] of pages.entries()) {
      const isMatch = compileGlobs([glob]);
      if (paths.some((path) => isMatch(path))) continue;
      const range = rangeAt(root, ['pageTypes', name, 'pages', index]);
      const common = { range, data: { pageType: name }, identity: `${name} ${index}` };
      if (isDataPath(glob)) yield { ...common, message: noMarkdown(name) };
      else yield { ...common, ...unmatched(`This pattern of the page type ${quoted(name)}`, glob, handbook) };
    }
  }
}

function unmatched(what: string, pattern: string, handbook: Handbook): Pick<Report, 'message' | 'suggestions'> {
  const near = nearestPattern(pattern, handbook);
  const message = noPage(what, near, deepestFolder(pattern, handbook));
  return { message, suggestions: near === null ? [] : [{ title: `Read ${near}`, text: near, safe: false }] };
}

/** In each folder of a pattern, this many letters may be wrong. */
const mostTypos = 3;

/**
 * The pattern with the folder that is there in place of the one that is not, for a pattern that matches nothing:
 * `content/careers/*.md` for `content/carers/*.md`. `null` when no folder is near.
 */
function nearestPattern(pattern: string, handbook: Handbook): string | null {
  const fixed = fixedFolder(pattern);
  if (fixed === '') return null;
  let best: { readonly folder: string; readonly cost: number } | null = null;
  for (const folder of foldersOf(handbook)) {
    const cost = costOf(fixed, folder);
    if (cost > 0 && cost < (best?.cost ?? Number.POSITIVE_INFINITY)) best = { folder, cost };
  }
  return best === null ? null : best.folder + pattern.slice(fixed.length);
}

/** The deepest folder on the way to a pattern's pages that is there, with a final slash; `null` when none is. */
function deepestFolder(pattern: string, handbook: Handbook): string | null {
  const folders = foldersOf(handbook);
  for (let folder = fixedFolder(pattern); folder !== ''; folder = folderOf(folder))
    if (folders.has(folder)) return `${folder}/`;
  return null;
}

function fixedFolder(pattern: string): string {
  const fixed = pattern.slice(0, pattern.search(/[{*?[(!]|$/));
  return folderOf(fixed);
}

function foldersOf(handbook: Handbook): ReadonlySet<string> {
  return new Set(handbook.pages.flatMap(({ path }) => foldersAbove(path)));
}

/** Letters that differ, folder by folder; infinite when one folder is another one, or is at another depth. */
function costOf(wanted: string, folder: string): number {
  const [left, right] = [wanted.split('/'), folder.split('/')];
  if (left.length !== right.length) return isSamePlace(wanted, folder) ? 10 : Number.POSITIVE_INFINITY;
  let cost = 0;
  for (const [at, name] of left.entries()) {
    const other = right[at] ?? '';
    if (name === other) continue;
    const typos = distance(name.toLowerCase(), other.toLowerCase());
    if (typos > Math.min(mostTypos, Math.floor(name.length / 3))) return Number.POSITIVE_INFINITY;
    cost += Math.max(typos, 1);
  }
  return cost;
}

/** `careers` for `content/careers`: the same last folders, some more before. */
function isSamePlace(left: string, right: string): boolean {
  return `/${left}`.endsWith(`/${right}`) || `/${right}`.endsWith(`/${left}`);
}
