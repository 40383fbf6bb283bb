/**
 * A role page contains the sections that people rely on.
 *
 * ## What it does
 *
 * Looks at pages of a type, such as `role`, and at the sections that the type asks for. A section may go by several
 * names. Capitals, emoji, a `{#id}`, a colon at the end and a role, level or team before or after the name do not matter:
 * "Senior Accountant Responsibilities" and "Responsibilities (night shift)" are the section "Responsibilities". Sections that an include brings count. The rule reports a
 * section that is missing, misspelt, empty (or holds only "TBD"), at the wrong place, or there twice.
 *
 * ### Which pages are role pages
 *
 * 1. The front matter decides when it has the key `pageType`: `pageType: role` makes a page one, `pageType: none` makes it none.
 * 2. Otherwise `handbook.yaml` decides, by the globs (`pages`, `except`) and the `heading` of its page types. The first
 *    type that fits is taken.
 * 3. Otherwise a page is taken for a role page when both are true: its title names a role ("Staff Support Engineer", "Manager, Data",
 *    "Head of Design"), and it already has headings for at least two of the three sections, misspelt or not, at the third level
 *    or above. A page that only mentions roles, a team page or a process with a heading "Responsibilities" is left alone. Write
 *    `pageTypes: {role: {pages: []}}` to have no page recognised.
 *
 * ### Built-in types
 *
 * `role` asks for responsibilities, a reporting structure (or a sentence like "reports to the Support Manager") and OKRs.
 * `job-family` asks for responsibilities, requirements and performance indicators, once for all levels or below each level; and once
 * per page for a career ladder, a hiring process and a sentence that says who the role reports to. Levels are the headings below
 * "Levels", and those with a "Job Grade" below them. It applies to no page until `handbook.yaml` gives it `pages`.
 *
 * ## Why it matters
 *
 * People look up whom they report to and what they are measured by. When the section has gone, nobody notices until somebody
 * needs it.
 *
 * ## How to fix
 *
 * Add the section under one of the names in the message, or correct its heading. When the page is no role page after
 * all, write `pageType: none` into its front matter.
 *
 * ## When to turn it off
 *
 * When your handbook describes roles elsewhere.
 *
 * ## Example
 *
 * ```yaml
 * pageTypes:
 *   role:
 *     pages: ['content/handbook/roles/*.md']
 *     except: ['content/handbook/roles/_index.md']
 *     ordered: true
 *     sections:
 *       - id: responsibilities
 *         names: [Responsibilities, '/^what .+ does$/']
 *         content: {items: 3}
 *       - id: reporting
 *         names: [Reporting structure, Reports to]
 *         sentences: [reports to]
 *         about: who the role reports to
 *       - id: okrs
 *         names: [OKRs, Objectives and key results]
 *         severity: warn
 *         hint: Ask your manager when you have none yet.
 * ```
 *
 * A name between slashes is a regular expression. It is compared without capitals, with the first 400 characters of a heading or
 * sentence, both as written and without punctuation. References back and look-around are not supported.
 */
import * as z from 'zod';
import { quoted } from '../src/links/words.ts';
import { defineRule } from '../src/lint/define-rule.ts';
import type { Report } from '../src/lint/finding.ts';
import type { Page } from '../src/model/handbook.ts';
import type { Emptiness } from '../src/sections/content.ts';
import { judgeSections, type Misplacement, type SectionProblem } from '../src/sections/judge.ts';
import type { Section } from '../src/sections/outline.ts';
import { type CompiledSection, pageTypeOf } from '../src/sections/page-type.ts';
import { respell } from '../src/sections/spelling.ts';
import { titleRange } from '../src/sections/title-range.ts';

const quote = (text: string) => quoted(text.trim().replace(/(?<![:：])[:：]+$/u, ''));
const nameOf = ({ names, config }: CompiledSection) => names.plain[0] ?? config.id;

const missing = (section: CompiledSection, level: string | null, everyLevel: boolean) => {
  const { about, scope, hint } = section.config;
  const orTop = scope === 'top-or-each-level' ? ', and neither has the page as a whole' : '';
  const what =
    level !== null
      ? `${quote(level)} has no section ${quote(nameOf(section))}${orTop}.`
      : everyLevel
        ? `No level on this page has a section ${quote(nameOf(section))}${orTop}.`
        : about === undefined
          ? `This page has no section ${quote(nameOf(section))}.`
          : `This page does not say ${withoutColon(about)}.`;
  return `${what} Add a heading ${accepted(section, 3)} with ${asked(section)} below it.${hint === undefined ? '' : ` ${withoutColon(hint)}`}`;
};
const misspelt = (heading: string, name: string) =>
  `The heading ${quote(heading)} looks like a misspelling of ${quote(name)}, a section that this page needs. Correct it.`;
const empty = (heading: string, emptiness: Emptiness, section: CompiledSection) => {
  const hint = section.config.hint === undefined ? '' : ` ${withoutColon(section.config.hint)}`;
  switch (emptiness.kind) {
    case 'nothing':
      return `Nothing stands below the heading ${quote(heading)}. Write ${asked(section)} there.${hint}`;
    case 'placeholder':
      return `Below the heading ${quote(heading)} stands only ${quote(emptiness.text)}. Write ${asked(section)} there.${hint}`;
    case 'few-words':
      return `The section ${quote(heading)} has ${count(emptiness.words, 'word')}, and it needs at least ${emptiness.wanted}.${hint}`;
    case 'few-items':
      return `The section ${quote(heading)} lists ${count(emptiness.items, 'item')}, and it needs at least ${emptiness.wanted}.${hint}`;
  }
};
const twice = (heading: string, onLevel: boolean) =>
  `${onLevel ? 'This level' : 'This page'} has the section ${quote(heading)} twice. Join the two, or give one of them another heading.`;
const misplaced = (heading: string, where: Misplacement) => {
  switch (where.kind) {
    case 'inside-level':
      return `The section ${quote(heading)} stands below ${quote(where.level.text)}, but it is about the whole page. Move it out of the levels.`;
    case 'outside-levels':
      return `The section ${quote(heading)} stands outside the levels, but every level needs its own. Move it below the heading of its level.`;
    case 'beside-level':
      return `The heading ${quote(heading)} stands beside ${quote(where.level.text)} instead of below it. Put one more # in front of it.`;
    case 'depth':
      return `The heading ${quote(heading)} is at the wrong level. Write it with ${where.wanted.map((depth) => '#'.repeat(depth)).join(' or ')} in front.`;
    case 'order':
      return `The section ${quote(heading)} should come ${where.side} ${quote(where.other.text)}. Move it there.`;
  }
};
const unknownType = (name: string, near: string | null, known: readonly string[]) =>
  near === null
    ? `This handbook has no page type ${quote(name)}. It has ${listed([...known, 'none'], 'and')}.`
    : `This handbook has no page type ${quote(name)}. Did you mean ${quote(near)}?`;

export default defineRule({
  id: 'handbook-required-sections',
  level: 'error',
  options: z.strictObject({}),
  check(page, { handbook, report }) {
    const found = pageTypeOf(page, handbook);
    if (found === null) return;
    if (found.kind === 'unknown') {
      const { range, name, near, known } = found;
      const suggestions = near === null ? [] : [{ title: `Write ${near}`, text: near, safe: false }];
      report({ range, message: unknownType(name, near, known), suggestions });
      return;
    }
    const { type } = found.type;
    const because = {
      'front-matter': 'its front matter says so',
      path: 'handbook.yaml says so of its path',
      looks: 'its title names a role and it has at least two of the sections (`pageType: none` says that it is none)',
    }[found.because];
    for (const problem of judgeSections(page, handbook, found.type)) {
      const { config } = problem.section;
      report({
        ...describe(problem, page),
        ...(config.severity === 'warn' ? { severity: 'warn' } : {}),
        note: note(problem, type.name, because),
        data: { type: type.name, section: config.id, problem: problem.kind },
      });
    }
  },
});

function describe(problem: SectionProblem, page: Page): Report {
  const { section } = problem;
  if (problem.kind === 'missing') {
    const { level, everyLevel } = problem;
    return {
      range: level?.place.onPage ?? titleRange(page),
      message: missing(section, level?.text ?? null, everyLevel),
    };
  }
  const { heading } = problem;
  const range = heading.place.onPage;
  const isHere = heading.place.page === page;
  const related = isHere ? [] : [placeOf(heading, 'The heading stands here')];
  switch (problem.kind) {
    case 'misspelt': {
      const written = heading.place.source(heading.place.range);
      const text = respell(written, problem.near.words, problem.near.name);
      const suggestions = isHere ? [{ title: `Write ${quote(text)}`, text, safe: false }] : [];
      return { range, message: misspelt(heading.text, problem.near.name), suggestions, related };
    }
    case 'empty':
      return { range, message: empty(heading.text, problem.emptiness, section), related };
    case 'twice': {
      const first = placeOf(problem.first, 'The first one stands here');
      return { range, message: twice(heading.text, problem.onLevel), related: [first, ...related] };
    }
    case 'misplaced':
      return { range, message: misplaced(heading.text, problem.where), related };
  }
}

const placeOf = ({ place }: Section, message: string) => ({ path: place.page.path, range: place.range, message });

function note({ section, kind }: SectionProblem, type: string, because: string): string {
  const lines = [`The page is of type \`${type}\`, since ${because}.`];
  if (kind === 'missing') {
    lines.push(`This section goes by ${listed(section.names.plain.map(quote), 'or')}.`);
    if (section.sentences !== null) lines.push('A sentence that says it will do as well.');
  }
  return lines.join(' ');
}

function accepted({ names, config }: CompiledSection, most: number): string {
  const [first = config.id, ...others] = names.plain;
  const some = others.slice(0, most - 1);
  return quote(first) + (some.length === 0 ? '' : ` (or ${listed(some.map(quote), 'or')})`);
}

function asked({ config: { content } }: CompiledSection): string {
  if (content?.items !== undefined) return `at least ${count(content.items, 'list item')}`;
  return content?.words === undefined ? 'a sentence' : `at least ${count(content.words, 'word')}`;
}

const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`;
const withoutColon = (hint: string) => hint.replace(/[:：]\s*/gu, ', ');

function listed(words: readonly string[], joint: 'and' | 'or'): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${joint} ${words.at(-1)}`;
}
