/**
 * A role page contains the sections that people rely on.
 *
 * ## What it does
 *
 * Looks at pages of a type, such as `role`, and at the sections that the type asks for. A section may go by several
 * names. Capitals, emoji, a `{#id}`, a colon at the end and a role, level or team before or after the name do not matter:
 * "Senior Accountant Responsibilities" and "Responsibilities (night shift)" are the section "Responsibilities". Sections that an include
 * brings count, those with a heading in raw HTML or as the title of a tab, and those that most pages of the type write as a label
 * ("**Reports to:** …") or as a row of a table; hidden and commented-out ones do not. The rule reports a section that is missing,
 * misspelt, empty (or says only that it is not written yet, in any of many languages), at the wrong place, or there twice. Where
 * a shortcode or component that nobody knows may show a section, nothing is called missing: it cannot be checked, and `handbook-lint explain PAGE` says so.
 * What counts and what does not is argued in `docs/decisions/role-pages.md`.
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
 * `role` asks for responsibilities, a reporting structure (or a sentence, label or table cell that says whom the role reports to) and OKRs.
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
 *         says: reports-to
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
import { defineRule } from '../src/lint/define-rule.ts';
import type { Report } from '../src/lint/finding.ts';
import { linesOf } from '../src/lint/line-table.ts';
import type { Page } from '../src/model/handbook.ts';
import { allOf, count } from '../src/phrases/amounts.ts';
import type { Emptiness } from '../src/sections/content.ts';
import { judgeSections } from '../src/sections/judge-sections.ts';
import { respell } from '../src/sections/names/spelling.ts';
import { labelDepth, type Section } from '../src/sections/outline/outline.ts';
import { type CompiledSection, pageTypeOf } from '../src/sections/page-type.ts';
import type { Misplacement, SectionProblem } from '../src/sections/problems.ts';
import type { NearMiss } from '../src/sections/sayings.ts';
import { titleRange } from '../src/sections/title-range.ts';
import { accepted, asked, hintOf, quote, sectionName, withoutColon } from '../src/sections/wording.ts';

const missing = (
  { section, level: below, everyLevel, isLabel, near }: Certain & { readonly kind: 'missing' },
  line: string,
) => {
  const level = below?.text ?? null;
  const orTop = section.config.scope === 'top-or-each-level' ? ', and neither has the page as a whole' : '';
  const { about } = section.config;
  const what =
    level !== null
      ? `${quote(level)} has no section ${quote(sectionName(section))}${orTop}.`
      : everyLevel
        ? `No level on this page has a section ${quote(sectionName(section))}${orTop}.`
        : about === undefined || near?.kind === 'bold' || near?.kind === 'sentence'
          ? `This page has no ${near === null ? 'section' : 'heading'} ${quote(sectionName(section))}.`
          : `This page does not say ${withoutColon(about)}.`;
  const heading = isLabel
    ? `${accepted(section)} with ${asked(section)}, written as other pages of this type do.`
    : `a heading ${accepted(section)} with ${asked(section)} below it.`;
  const toDo = {
    bold: `${line} has ${quote(near?.text ?? '')} in bold. Make it a heading, with ## in front.`,
    sentence: `${line}, ${quote(near?.text ?? '')}, seems to say it. Put that heading above it.`,
    placeholder: `${line}, ${quote(near?.text ?? '')}, leaves it open. Complete that line, or add ${heading}`,
    'other-role': `${line}, ${quote(near?.text ?? '')}, is about another role. Add ${heading}`,
    none: `Add ${heading}`,
  }[near?.kind ?? 'none'];
  return `${what} ${toDo}${hintOf(section)}`;
};
/** What a section's name is to a reader. */
const kindOf = ({ level }: Section) => (level === labelDepth ? 'label' : 'heading');
const misspelt = (heading: Section, name: string) =>
  `The ${kindOf(heading)} ${quote(heading.text)} looks like a misspelling of ${quote(name)}, a section that this page needs. Correct it.`;
const empty = (named: Section, emptiness: Emptiness, section: CompiledSection) => {
  const hint = hintOf(section);
  const kind = kindOf(named);
  const heading = named.text;
  switch (emptiness.kind) {
    case 'nothing':
      return `Nothing stands below the ${kind} ${quote(heading)}. Write ${asked(section)} there.${hint}`;
    case 'placeholder':
      return `Below the ${kind} ${quote(heading)} stands only ${quote(emptiness.text)}. Write ${asked(section)} there.${hint}`;
    case 'itself':
      return `Below the ${kind} ${quote(heading)} stands only a link to it. Write ${asked(section)} there.${hint}`;
    case 'other-role':
      return `Below the ${kind} ${quote(heading)} stands only ${quote(emptiness.text)}, which is about another role. Write there who this role reports to.${hint}`;
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
    ? `This handbook has no page type ${quote(name)}. It has ${allOf([...known, 'none'])}.`
    : `This handbook has no page type ${quote(name)}. Did you mean ${quote(near)}?`;

export default defineRule({
  id: 'handbook-required-sections',
  kind: 'sections',
  level: 'error',
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
    for (const problem of judgeSections(page, handbook)) {
      if (problem.kind === 'unknown') continue;
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

function describe(problem: Certain, page: Page): Report {
  const { section } = problem;
  if (problem.kind === 'missing') {
    const { level, near } = problem;
    const place = near?.kind === 'other-role' || near?.page !== page ? null : near;
    const line = near === null ? '' : lineOf(near, page.path);
    return {
      range: place?.range ?? level?.place.onPage ?? titleRange(page),
      message: missing(problem, line),
      related: near === null ? [] : [{ path: near.page.path, range: near.range, message: 'This comes close' }],
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
      return { range, message: misspelt(heading, problem.near.name), suggestions, related };
    }
    case 'empty':
      return { range, message: empty(heading, problem.emptiness, section), related };
    case 'twice': {
      const first = placeOf(problem.first, 'The first one stands here');
      return { range, message: twice(heading.text, problem.onLevel), related: [first, ...related] };
    }
    case 'misplaced':
      return { range, message: misplaced(heading.text, problem.where), related };
  }
}

type Certain = Exclude<SectionProblem, { kind: 'unknown' }>;

const placeOf = ({ place }: Section, message: string) => ({ path: place.page.path, range: place.range, message });

function note({ section, kind }: Certain, type: string, because: string): string {
  const lines = [`The page is of type \`${type}\`, since ${because}.`];
  if (kind === 'missing') {
    lines.push(`This section goes by ${allOf(section.names.plain.map(quote), 'or')}.`);
    if (section.sentences !== null || section.config.says !== undefined)
      lines.push('A sentence that says it will do as well.');
  }
  return lines.join(' ');
}

/** "Line 12", and of which file when it is not the page that is judged. */
function lineOf({ page, range }: NearMiss, from: string): string {
  const { line } = linesOf(page).point(range[0]);
  return page.path === from ? `Line ${line}` : `Line ${line} of ${page.path.replaceAll(':', '%3A')}`;
}
