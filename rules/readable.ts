/**
 * A page can be read in full.
 *
 * ## What it does
 *
 * Reports files and parts of files that could not be read: text that is not UTF-8, binary data, pages of
 * many megabytes, front matter that is not closed, not valid, or has a key twice where that stops Hugo, and shortcodes that are not closed or not well formed.
 * The other rules still judge the rest of such a page.
 *
 * ## Why it matters
 *
 * What this tool cannot read, the site often cannot build, and no other rule can look into it.
 *
 * ## How to fix
 *
 * Each finding says what is wrong and where.
 *
 * ## When to turn it off
 *
 * Better not. Add a file that is meant to be odd to `ignore` in handbook.yaml.
 */

import { defineRule } from '../src/lint/define-rule.ts';
import type { ReadProblem, ReadProblemKind } from '../src/markdown/facts.ts';
import { complaintAsSentence } from '../src/phrases/complaint.ts';
import { quoted } from '../src/phrases/quoted.ts';
import { problemsOf, siteAt } from '../src/sites/index.ts';

const messages: Readonly<Record<Exclude<ReadProblemKind, 'include-malformed'>, (detail: string) => string>> = {
  unreadable: (detail) => `This file could not be opened. ${complaintAsSentence(`It ${detail}`)}`,
  'invalid-utf8': () =>
    'This file is not saved as UTF-8, so some of its letters cannot be read. Save it again as UTF-8.',
  'nul-byte': () => 'This page holds a character that no text should hold (a NUL). Remove it.',
  binary: () => 'This file does not hold text although its name says Markdown. Rename it, or replace it.',
  'too-large': () => 'This page is too large to be read. Split it into several pages.',
  'too-deep': () => 'This page nests quotes, lists or brackets too deeply to be read. Make it flatter.',
  'front-matter-broken': (detail) =>
    `The settings at the top of this page cannot be read. ${complaintAsSentence(detail)}`,
  'front-matter-repeated': (key) =>
    `The settings at the top of this page have${named(key)} twice, which stops the build since Hugo 0.152. Keep one of them.`,
  'front-matter-unclosed': () =>
    'The settings at the top of this page have no end. Add a line with only --- after them.',
  'shortcode-malformed': (name) =>
    `The shortcode${named(name)} is not well formed, so the site cannot build this page. Check its quotes and brackets.`,
  'shortcode-unclosed': (name) => `The shortcode${named(name)} is opened here but never closed. Add its closing tag.`,
};

export default defineRule({
  id: 'handbook-readable',
  level: 'error',
  check(page, { handbook, report }) {
    const stopsBuild = siteAt(page, handbook).stopsAtRepeatedKeys(handbook.config);
    const isHarmless = ({ kind }: ReadProblem) => kind === 'front-matter-repeated' && !stopsBuild;
    for (const problem of problemsOf(page, handbook)) {
      const { kind, range, detail } = problem;
      if (kind !== 'include-malformed' && !isHarmless(problem))
        report({ range, message: messages[kind](detail), data: { problem: kind } });
    }
  },
});

function named(name: string): string {
  return name === '' ? '' : ` ${quoted(name)}`;
}
