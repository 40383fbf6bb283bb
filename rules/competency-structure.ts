/**
 * Every level page has the groups of competencies that its department asks for, filled and in order.
 *
 * ## What it does
 *
 * Reads the headings of each level page of a framework and compares them with the groups that are asked for. It
 * reports groups that are missing, have too few competencies, stand twice or at the wrong place, and lists of the
 * wrong kind (numbered or bulleted). What an include brings counts as part of the page; its list
 * markers do not.
 *
 * Groups come from `groups` and `profiles` of the framework in handbook.yaml. Without these, a group is asked for when most
 * departments have it, or when nearly all pages of one department do; a team follows the department around it, and a
 * level's base page is asked for those that base pages have. `handbook-lint explain-config` shows what was found.
 *
 * ## Why it matters
 *
 * A level without its "Technical" list promises nothing, and whoever compares two departments finds half a page.
 *
 * ## How to fix
 *
 * Add the heading and its list, or give the department a profile of its own.
 *
 * ## When to turn it off
 *
 * When level pages are free to look as they like.
 */
import { findStructureFaults, type StructureFault } from '../src/competencies/compare/structure.ts';
import type { CompetencyList, LevelPage } from '../src/competencies/framework.ts';
import { labelOf } from '../src/competencies/labels.ts';
import { splitWords } from '../src/competencies/wording.ts';
import { defineFrameworkRule, type FrameworkJudge, type PlacedReport } from '../src/lint/framework-reports.ts';
import { allOf } from '../src/phrases/amounts.ts';
import { quoted, withDashes } from '../src/phrases/quoted.ts';
import { titleRange } from '../src/sections/title-range.ts';

type Of<Kind extends StructureFault['kind']> = Extract<StructureFault, { kind: Kind }>;

const missing = ({ page, groups, everyLevel, isOwn, instead }: Of<'missing'>) => {
  const from = page.department.groupsFrom ?? page.department;
  const who = isOwn ? `other pages of ${withDashes(from.name)}` : 'other pages of this framework';
  const many = groups.length > 1;
  const label = page.shape === 'table' || everyLevel ? withDashes(page.department.name) : labelOf(page);
  const where = everyLevel && page.shape !== 'table' ? ' at every level' : '';
  return `${label} lacks the ${many ? 'groups' : 'group'} ${allOf(groups.map(({ name }) => withDashes(name)))}${where}, which ${who} have. ${instead === null ? adding[page.shape](many) : replacing(instead.name)}`;
};
const replacing = (name: string) =>
  `${quoted(name)}, which only this department has, may stand in its place. Use one name for both, or give this department a profile in handbook.yaml.`;
const adding: Readonly<Record<LevelPage['shape'], (many: boolean) => string>> = {
  page: (many) => `Add ${many ? 'a heading for each' : 'a heading'} with a list below it.`,
  heading: (many) => `Add ${many ? 'a heading for each' : 'a heading'} with a list below it.`,
  table: (many) => `Add ${many ? 'them' : 'it'} to the table.`,
  data: (many) => `Add ${many ? 'a key for each' : 'a key'} with a list below it.`,
};
const empty = ({ page, group }: Of<'few'>) =>
  `${labelOf(page)} has no competencies under ${quoted(group.heading)}. Write them as a list, or remove the heading.`;
const struck = ({ page, group }: Of<'few'>) =>
  `${labelOf(page)} asks for nothing under ${quoted(group.heading)}, since all of it is struck out. Write what is asked for, or remove the heading.`;
const prose = ({ page, group }: Of<'few'>) =>
  `${labelOf(page)} has text and no list under ${quoted(group.heading)}, so that it is not compared. Write what is asked for as a list.`;
const few = ({ page, group }: Of<'few'>) =>
  `${labelOf(page)} has ${group.items.length} of at least ${group.group.min} competencies under ${quoted(group.heading)}. Add what is missing.`;
const order = ({ group, side, other }: Of<'order'>) =>
  `${quoted(group.heading)} belongs ${side} ${quoted(other.heading)}, as on other pages. Move it there.`;
const unordered = ({ group }: Of<'list'>) =>
  `The list of ${withDashes(group.group.name)} is numbered on other pages, and this one has bullets. Number its items.`;
const ordered = ({ group }: Of<'list'>) =>
  `The list of ${withDashes(group.group.name)} has bullets on other pages, and this one is numbered. Use bullets.`;
const misspelt = ({ group }: Of<'misspelt'>) =>
  `The heading ${quoted(group.heading)} looks like a misspelling of ${quoted(group.group.name)}. Correct it.`;
const bold = ({ group }: Of<'bold'>) =>
  `${quoted(group.heading)} stands here as a line of bold words, and other pages have it as a heading. Make it one.`;
const twice = ({ group }: Of<'twice'>) =>
  `This page has the group ${withDashes(group.group.name)} twice. Put the two together.`;

const judge: FrameworkJudge = function* judge(framework) {
  for (const fault of findStructureFaults(framework)) yield describe(fault);
};

/** A table that lacks a group lacks it at all levels. */
function placeOf({ shape, page, place }: LevelPage): PlacedReport['range'] {
  return shape === 'table' ? titleRange(page) : place;
}

function describe(fault: StructureFault): PlacedReport {
  if (fault.kind === 'missing') return { page: fault.page.page, range: placeOf(fault.page), message: missing(fault) };
  if (fault.kind === 'list') {
    const { page, range, kind } = fault.list;
    const text = remark(fault.list);
    const [message, title] = kind === 'ordered' ? [ordered, 'Use bullets'] : [unordered, 'Number the items'];
    return { page, range, message: message(fault), suggestions: text === null ? [] : [{ title, text, safe: false }] };
  }
  const { page, range } = fault.group;
  return { page, range, message: messageOf(fault) };
}

function messageOf(fault: Exclude<StructureFault, { kind: 'missing' | 'list' }>): string {
  switch (fault.kind) {
    case 'few': {
      const { items, texts, lists } = fault.group;
      if (items.length > 0) return few(fault);
      if (lists.some((list) => list.struck.length > 0)) return struck(fault);
      return (texts.some(({ text }) => isSaying(text)) ? prose : empty)(fault);
    }
    case 'order':
      return order(fault);
    case 'twice':
      return twice(fault);
    case 'misspelt':
      return misspelt(fault);
    case 'bold':
      return bold(fault);
  }
}

/** Fewer words, or a lead-in to a list, say nothing by themselves. */
function isSaying(text: string): boolean {
  return splitWords(text).length >= 6 && !/[:：]\s{0,9}$/u.test(text);
}

export default defineFrameworkRule('handbook-competency-structure', 'error', judge);

/** The source of a flat list with the other kind of markers; `null` when something is nested in it. */
function remark({ page, range, items, kind }: CompetencyList): string | null {
  let text = page.text.slice(...range);
  for (const item of [...items].reverse()) {
    if (item.category !== null || item.details.length > 0) return null;
    const at = item.range[0] - range[0];
    const marker = /^(?:[-*+]|\d{1,9}[.)])(?=\s)/.exec(text.slice(at))?.[0];
    if (marker === undefined || /\n\s*\n/.test(page.text.slice(...item.range).trim())) return null;
    text = `${text.slice(0, at)}${kind === 'ordered' ? '-' : '1.'}${text.slice(at + marker.length)}`;
  }
  return text;
}
