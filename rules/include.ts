/**
 * An include brings in a file that is there.
 *
 * ## What it does
 *
 * Checks each call that includes a Markdown file: the call is well formed, the file exists, lies inside the handbook,
 * is Markdown, and does not include itself in a circle. Calls in code and escaped examples are left alone.
 *
 * ## Why it matters
 *
 * A broken include leaves a hole in the page, or stops the whole site from building.
 *
 * ## How to fix
 *
 * Correct the path, which counts from the folder that `includes.root` in handbook.yaml names.
 *
 * ## When to turn it off
 *
 * When the site's own build already fails on every broken include.
 */

import { suggestInclude } from '../src/links/suggest-include.ts';
import { meant } from '../src/links/words.ts';
import { defineRule } from '../src/lint/define-rule.ts';
import { shown } from '../src/phrases/quoted.ts';
import { problemsOf } from '../src/sites/index.ts';

const malformed =
  'This include is not written as the site expects it, so readers see its code instead. Write {{% include "path/to/file.md" %}}.';
const missing = (path: string) => `This include asks for ${path}, but there is no such file.`;
const nothingNear = ' Correct the path, or remove the include.';
const nothingAsked = 'This include does not say which file to show. Write {{% include "path/to/file.md" %}}.';
const outside = 'This include asks for a file outside of the handbook. Move the file into the handbook.';
const circular = (chain: string) => `This include leads back to itself, from ${chain}. Remove one of these includes.`;
const notMarkdown = (path: string) => `This include asks for ${path}, which is not Markdown. Include a Markdown file.`;
const forbidden = (path: string) =>
  `This include asks for ${path}, which cannot be read. Give whoever checks the handbook permission to read its folder.`;
const tooMany = () =>
  'This page includes so many parts that not all of them could be read. Include fewer, or split the page.';

const whyUnread = { 'not-markdown': notMarkdown, forbidden, 'too-many': tooMany };

export default defineRule({
  id: 'handbook-include',
  level: 'error',
  check(page, { handbook, report }) {
    for (const { kind, range } of problemsOf(page, handbook))
      if (kind === 'include-malformed') report({ range, message: malformed });
    for (const include of handbook.includes(page)) {
      const { argument, call, state } = include;
      // All of the call when it has no path.
      const range = call.params.find(({ value }) => value === argument)?.range ?? call.range;
      const data = { href: argument, outcome: state.kind };
      if (state.kind === 'outside') report({ range, message: outside, data });
      if (state.kind === 'circular') report({ range, message: circular(state.chain.map(shown).join(' to ')), data });
      if (state.kind === 'unread') report({ range, message: whyUnread[state.why](shown(argument)), data });
      if (state.kind !== 'missing') continue;
      if (argument === '') {
        report({ range, message: nothingAsked, data });
        continue;
      }
      const near = suggestInclude(state.path, argument, call.name, handbook);
      report({
        range,
        message: missing(shown(argument)) + (near ? meant(shown(near.argument)) : nothingNear),
        suggestions: near ? [{ title: `Include ${shown(near.argument)}`, text: near.argument, safe: near.safe }] : [],
        data: { ...data, target: state.path },
      });
    }
  },
});
