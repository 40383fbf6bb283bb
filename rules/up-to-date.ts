/**
 * A page that is kept by the quarter, or reviewed by the year, is up to date.
 *
 * ## What it does
 *
 * Does nothing until a page type in handbook.yaml asks for it.
 *
 * - With `quarter`, a page of the type has a heading that names the present fiscal quarter or the last one. The rule reports a page whose
 *   newest quarter is older, and one that names none.
 * - With `review`, the front matter of a page of the type has a date that is not older than so many months.
 *
 * The present day is that of the run, in UTC.
 *
 * ## Why it matters
 *
 * Objectives of a year ago are read as those of today, until somebody works by them.
 *
 * ## How to fix
 *
 * Add the section of the present quarter, or review the page and write the day into its front matter.
 *
 * ## When to turn it off
 *
 * Leave `quarter` and `review` out of your page types.
 *
 * ## Example
 *
 * ```yaml
 * pageTypes:
 *   okrs:
 *     pages: ['content/**\/okrs.md']
 *     quarter: {pattern: 'FY{yy}Q{q}', starts: 2, named: end}
 *   policy:
 *     pages: ['content/policies/**']
 *     review: {key: reviewed, months: 12}
 * ```
 *
 * Here FY26 starts in February 2025. "FY26-Q1" and "FY26 Q1" are found as well.
 *
 * ## Options
 *
 * - `today`: the day to judge by, such as `2026-03-31`, for a run that gives the same answer on every day. Default: the present day.
 */
import * as z from 'zod';
import type { QuarterConfig, ReviewConfig } from '../src/config/page-types.ts';
import { defineRule } from '../src/lint/define-rule.ts';
import type { Report } from '../src/lint/finding.ts';
import type { Page } from '../src/model/handbook.ts';
import { quoted } from '../src/phrases/quoted.ts';
import { readOutline } from '../src/sections/outline/read-outline.ts';
import { pageTypeOf } from '../src/sections/page-type.ts';
import { nameOfQuarter, ordinal, type Quarter, quarterOf, quartersIn } from '../src/sections/quarters.ts';
import { titleRange } from '../src/sections/title-range.ts';

const noQuarter = (wanted: string) =>
  `No heading on this page names a quarter such as ${wanted}. Add a section for ${wanted}.`;
const oldQuarter = (newest: string, wanted: string) =>
  `The newest quarter on this page is ${newest}. Add a section for ${wanted}.`;
const noReview = (key: string) =>
  `The front matter does not say when this page was last reviewed. Add the date under ${key}.`;
const noDate = (key: string, value: string) => `${quoted(value)} under ${key} is no date. Write it like 2026-03-31.`;
const oldReview = (date: string, months: number) =>
  `This page was last reviewed on ${date}, more than ${months === 1 ? 'a month' : `${months} months`} ago. Review it, and write the new date.`;

export default defineRule({
  id: 'handbook-up-to-date',
  level: 'warn',
  options: z.strictObject({
    today: z.iso.date().optional().describe('The day to judge by. Default: the present day.'),
  }),
  check(page, { handbook, options, report }) {
    if (page.kind === 'redirects') return;
    const found = pageTypeOf(page, handbook);
    if (found?.kind !== 'type') return;
    const { quarter, review } = found.type.type;
    if (quarter === null && review === null) return;
    const today = options.today === undefined ? new Date() : new Date(`${options.today}T00:00:00Z`);
    if (quarter !== null) {
      const { sections, unknown } = readOutline(page, handbook);
      const places = sections.map(({ text, place }) => ({ text, range: place.onPage }));
      const wrong = judgeQuarter(places, page, quarter, today);
      // A shortcode may show the section that is missing.
      if (wrong !== null && unknown.length === 0) report(wrong);
    }
    if (review !== null) {
      const wrong = judgeReview(page, review, today);
      if (wrong !== null) report(wrong);
    }
  },
});

function judgeQuarter(
  headings: readonly { readonly text: string; readonly range: Report['range'] }[],
  page: Page,
  config: QuarterConfig,
  today: Date,
): Report | null {
  const present = quarterOf(today, config);
  const wanted = nameOfQuarter(present, config);
  let newest: { readonly quarter: Quarter; readonly range: Report['range'] } | null = null;
  for (const { text, range } of headings)
    for (const quarter of quartersIn(text, config))
      if (newest === null || ordinal(quarter) > ordinal(newest.quarter)) newest = { quarter, range };
  if (newest === null) return { range: titleRange(page), message: noQuarter(wanted) };
  if (ordinal(newest.quarter) >= ordinal(present) - 1) return null;
  return { range: newest.range, message: oldQuarter(nameOfQuarter(newest.quarter, config), wanted) };
}

function judgeReview(page: Page, { key, months }: ReviewConfig, today: Date): Report | null {
  const { frontMatter } = page.facts;
  const name = Object.keys(frontMatter?.values ?? {}).find((each) => each.toLowerCase() === key.toLowerCase());
  const value = name === undefined ? undefined : frontMatter?.values[name];
  if (name === undefined || value === undefined || value === null || value === '')
    return { range: titleRange(page), message: noReview(key) };
  const range = frontMatter?.keys[name]?.value ?? titleRange(page);
  const date =
    value instanceof Date ? value : new Date(/^\d{4}-\d{2}-\d{2}/.test(String(value)) ? String(value) : Number.NaN);
  if (Number.isNaN(date.getTime())) return { range, message: noDate(key, String(value)) };
  const limit = new Date(today);
  limit.setUTCMonth(limit.getUTCMonth() - months);
  return date < limit ? { range, message: oldReview(date.toISOString().slice(0, 10), months) } : null;
}
