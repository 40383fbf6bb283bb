/**
 * What handbook.yaml says of pages meets pages.
 *
 * ## What it does
 *
 * Reports, in handbook.yaml, a framework whose pattern matches no page, a framework whose pages give no competency at all, and
 * a page type with a glob that matches no page. When a folder of nearly that name is there, it is named.
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
import type { Framework } from '../src/competencies/framework.ts';
import { deepestFolder, nearestPattern } from '../src/competencies/nearest-path.ts';
import { frameworksOf } from '../src/competencies/reading/read-framework.ts';
import { compileGlobs } from '../src/config/glob.ts';
import { defineRule } from '../src/lint/define-rule.ts';
import type { Report } from '../src/lint/finding.ts';
import { rangeAt } from '../src/markdown/data/data-at.ts';
import type { DataNode } from '../src/markdown/facts.ts';
import type { Handbook } from '../src/model/handbook.ts';
import { quoted, shown, withDashes } from '../src/phrases/quoted.ts';

const noPage = (what: string, near: string | null, folder: string | null) =>
  `${what} matches no page. ${near !== null ? `Did you mean ${shown(near)}?` : folder !== null ? `The nearest folder that is there is ${shown(folder)}.` : 'Correct the path.'}`;
const noCompetency = ({ name, matched }: Framework) =>
  `The ${matched.length === 1 ? 'page' : `${matched.length} pages`} of the framework ${quoted(withDashes(name))} ${matched.length === 1 ? 'gives' : 'give'} no competency. See what was left out and why with handbook-lint explain-config.`;

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
    const data = { framework: framework.name };
    if (framework.matched.length === 0) {
      const near = nearestPattern(pages, handbook);
      const what = `The pattern of the framework ${quoted(withDashes(framework.name))}`;
      const suggestions = near === null ? [] : [{ title: `Read ${near}`, text: near, safe: false }];
      const folder = deepestFolder(pages, handbook);
      yield { range, message: noPage(what, near, folder), suggestions, data, identity: framework.name };
    } else if (framework.pages.every(({ groups }) => groups.every(({ items }) => items.length === 0)))
      yield { range, message: noCompetency(framework), data, identity: framework.name };
  }
}

function* pageTypeReports(handbook: Handbook, root: DataNode | null): Generator<Report> {
  const paths = handbook.pages.filter(({ kind }) => kind !== 'data').map(({ path }) => path);
  for (const [name, { pages = [] }] of Object.entries(handbook.config.pageTypes)) {
    for (const [index, glob] of pages.entries()) {
      const isMatch = compileGlobs([glob]);
      if (paths.some((path) => isMatch(path))) continue;
      const near = nearestPattern(glob, handbook);
      const folder = deepestFolder(glob, handbook);
      const message = noPage(`This pattern of the page type ${quoted(name)}`, near, folder);
      const suggestions = near === null ? [] : [{ title: `Read ${near}`, text: near, safe: false }];
      const range = rangeAt(root, ['pageTypes', name, 'pages', index]);
      yield { range, message, suggestions, data: { pageType: name }, identity: `${name} ${index}` };
    }
  }
}
