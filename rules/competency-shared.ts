/**
 * Every department shows the shared lists of a level, in the shared words.
 *
 * ## What it does
 *
 * A framework has lists that hold for all departments at one level: includes, lists on the base page of the level, or
 * what more than half of the departments ask for, and at least three (`agree` in handbook.yaml). This rule reports a level
 * page that leaves such a list out, shows that of another level, or departs from it: competencies lost, merged, split,
 * nested, struck out, moved to another group, or in other words. It names both sides and shows the words that differ.
 * A copy of an include is reported even when it is word for word. It also reports an include that is a copy of a shared one.
 *
 * Punctuation, capitals, quotes, dashes, emphasis and a department's own nouns ("designers", "engineers") do not matter.
 * A department may add its own competencies after the shared ones. Where it may also replace the list (`replace`)
 * or not even add to it (`keep`), `shared` in handbook.yaml says so.
 *
 * ## Why it matters
 *
 * A copy drifts. After a year, two people at one level are judged by different words.
 *
 * ## How to fix
 *
 * Include the shared list, and keep what the department adds below it.
 *
 * ## When to turn it off
 *
 * When no list is meant to be shared. Write `shared: []` and `agree: false` into the framework instead when the other rules
 * should go on.
 */

import { departuresFromShared } from '../src/competencies/compare/compare-shared.ts';
import type { SharedDeparture } from '../src/competencies/compare/shared-departure.ts';
import { findTwins, type Twin } from '../src/competencies/compare/twins.ts';
import { differingWords } from '../src/competencies/compare/word-diff.ts';
import type { Competency, Framework } from '../src/competencies/framework.ts';
import {
  competenciesOf,
  labelOf,
  othersHaving,
  sourceOf,
  underGroup,
  unstopped,
  whoHas,
} from '../src/competencies/labels.ts';
import { callText } from '../src/competencies/reading/shared-lists.ts';
import type { Report } from '../src/lint/finding.ts';
import { defineFrameworkRule, type FrameworkJudge } from '../src/lint/framework-reports.ts';
import { linesOf } from '../src/lint/line-table.ts';
import { upperFirst } from '../src/phrases/letters.ts';
import { quoted, shown, withDashes } from '../src/phrases/quoted.ts';

type Of<Kind extends SharedDeparture['kind']> = Extract<SharedDeparture, { kind: Kind }>;

const group = ({ list }: Pick<SharedDeparture, 'list'>) => withDashes(list.group.name);
const listOf = (departure: Pick<SharedDeparture, 'list'>) =>
  departure.list.group.match === 'all' ? 'list' : `${group(departure)} list`;
const words = (item: Competency) => quoted(unstopped(item.wording.text));
const missing = (departure: Of<'missing'>, others: string | null) => {
  const { list, page } = departure;
  if (list.agreed !== undefined)
    return `${labelOf(page)} has none of the ${list.items.length} ${competenciesOf([list.group])} that ${whoHas(departure, list.items[0], 'names')} share. Copy them, or say in handbook.yaml that this department replaces them.`;
  return `${labelOf(page)} leaves out the shared ${listOf(departure)}${others === null ? '' : `, which ${others}`}. Show ${shown(list.page.path)} here, and add to it.`;
};
const wrongLevel = (departure: Of<'wrong-level'>) =>
  departure.include === null
    ? `${labelOf(departure.page)} has the ${competenciesOf(departure.groups.map((each) => each.group))} of ${withDashes(departure.found.level.name)} here. Write those of ${withDashes(departure.list.level.name)}.`
    : `${labelOf(departure.page)} shows the ${listOf(departure)} of ${withDashes(departure.found.level.name)}. Include that of ${withDashes(departure.list.level.name)}.`;
const copied = (departure: Of<'copied'>) =>
  `${labelOf(departure.page)} repeats the shared ${listOf(departure)} word for word. Include ${shown(departure.list.page.path)} instead, so that the two cannot drift apart.`;
const reordered = (departure: Of<'reordered'>) =>
  `${labelOf(departure.page)} has the shared ${competenciesOf([departure.list.group])} in another order. Keep the order of ${shown(departure.list.page.path)}.`;
const incomplete = (departure: Of<'incomplete'>) => {
  const { list, lost, page } = departure;
  const from =
    list.agreed === undefined
      ? ` Copy ${lost.length === 1 ? 'it' : 'them'} from ${shown(list.page.path)} (line ${lineOf(lost[0])}).`
      : '';
  if (lost.length === 1 && lost[0] !== undefined)
    return `${labelOf(page)} lacks ${words(lost[0])}${underGroup(list.group)}, which ${whoHas(departure, lost[0])}.${from || ' Add it, or agree that nobody asks for it.'}`;
  return `${lost.length} of the ${list.items.length} shared ${competenciesOf([list.group])} for ${withDashes(page.level.name)} are missing here, among them ${lost.slice(0, 2).map(words).join(' and ')}.${from || ` ${upperFirst(whoHas(departure, lost[0]))} them.`}`;
};
const reworded = (departure: Of<'reworded'>) => {
  const { page, item, shared, list } = departure;
  const who = withDashes(page.department.name);
  const { left, right } = differingWords(unstopped(item.wording.text), unstopped(shared.wording.text));
  const others = list.agreed === undefined ? 'the shared list' : whoHas(departure, shared, 'names');
  const has = list.agreed === undefined ? 'the shared list has' : 'they have';
  const level = withDashes(page.level.name);
  if (right === '')
    return `${who} adds ${quoted(left)} to this ${level} competency, which ${others} ${list.agreed === undefined ? 'has' : 'have'} without it. Agree on one wording.`;
  if (left === '')
    return `${who} leaves ${quoted(right)} out of this ${level} competency, which ${others} ${list.agreed === undefined ? 'has' : 'have'}. Agree on one wording.`;
  return `${who} words this ${level} competency differently from ${others}. Here it says ${quoted(left)}, ${has} ${quoted(right)}.`;
};
const merged = (departure: Of<'merged'>) =>
  `This puts ${departure.merged.map(words).join(' and ')} into one competency, which ${whoHas(departure, departure.merged[0])} as ${departure.merged.length}. Keep them apart.`;
const split = (departure: Of<'split'>) =>
  `${labelOf(departure.page)} has ${words(departure.shared)} as ${departure.items.length} competencies, which ${whoHas(departure, departure.shared)} as one. Put them together.`;
const moved = (departure: Of<'moved'>) =>
  `${words(departure.item)} stands under ${withDashes(departure.to.group.name)} here, and ${whoHas(departure, departure.shared)} it under ${group(departure)}. Move it there.`;
const nested = (departure: Of<'nested'>) =>
  `${words(departure.shared)} stands below another competency here, and ${whoHas(departure, departure.shared)} it by itself. Make it an item of its own.`;
const struck = (departure: Of<'struck'>) =>
  `${words(departure.shared)} is struck out here, and ${whoHas(departure, departure.shared)} it. Remove it everywhere, or ask for it here too.`;
const added = (departure: Of<'added'>) =>
  `${labelOf(departure.page)} adds this to the shared ${listOf(departure)}, which is the same for all. Remove it, or put it into ${shown(departure.list.page.path)}.`;
const twin = ({ of, lost, reworded: changed, added: more }: Twin) => {
  const list = `the shared ${listOf({ list: of })} of ${withDashes(of.level.name)}`;
  if (lost.length === 0 && changed.length === 0 && more.length === 0)
    return `This is a copy of ${list}. Include ${shown(of.page.path)} instead, and delete this file.`;
  const differences = [
    lost.length > 0 ? `lacks ${lostOf(lost.map((item) => item.wording.text))}` : '',
    changed.length > 0 ? `words ${count(changed.length)} differently` : '',
    more.length > 0 ? `has ${count(more.length)} more` : '',
  ].filter((part) => part !== '');
  return `This is a copy of ${list} that ${differences.join(' and ')}. Include ${shown(of.page.path)} instead, or write a list of its own.`;
};

const lineOf = (item: Competency | undefined) =>
  item === undefined ? 1 : linesOf(item.page).point(item.range[0]).line;
const lostOf = ([first = '', ...others]: readonly string[]) =>
  others.length === 0 ? quoted(unstopped(first)) : `${quoted(unstopped(first))} and ${others.length} more`;
const count = (number: number) => (number === 1 ? 'one competency' : `${number} competencies`);

const judge: FrameworkJudge = function* judge(framework, handbook) {
  const departures = departuresFromShared(framework);
  for (const departure of departures) {
    const shared = sharedOf(departure);
    const message = departure.list.agreed === undefined ? 'The shared list' : 'As others have it';
    const related = shared === undefined ? [] : [{ path: shared.page.path, range: shared.textRange, message }];
    const { page, range } = departure.at;
    yield { page, range, related, ...describe(departure, departures, framework) };
  }
  for (const each of findTwins(framework, handbook)) {
    const shownOn = handbook.shownOn(each.page).map(({ path }) => path);
    const note = shownOn.length === 0 ? 'No page shows this file.' : `Shown on ${shownOn.join(', ')}.`;
    const first = each.of.items[0]?.range ?? ([0, 0] as const);
    const related = [{ path: each.of.page.path, range: first, message: 'The shared list' }];
    yield { page: each.page, range: each.range, message: twin(each), note, related };
  }
};

function sharedOf(departure: SharedDeparture): Competency | undefined {
  if ('shared' in departure) return departure.shared;
  if (departure.kind === 'incomplete') return departure.lost[0];
  return departure.kind === 'merged' ? departure.merged[0] : departure.list.items[0];
}

function describe(
  departure: SharedDeparture,
  all: readonly SharedDeparture[],
  framework: Framework,
): Pick<Report, 'message' | 'suggestions'> {
  const { call } = departure.list;
  const include = (text: string) => ({ title: 'Include the shared list', text, safe: false });
  switch (departure.kind) {
    case 'missing': {
      const lacking = new Set(
        all.filter((each) => each.kind === 'missing' && each.list === departure.list).map((each) => each.page),
      );
      const having = framework.pages.filter((page) => page.level === departure.page.level && !lacking.has(page));
      const message = missing(departure, othersHaving(departure.page, having));
      const { instead } = departure;
      if (call === null || instead === null) return { message };
      return { message, suggestions: [include(`${call}\n${callText(instead)}`)] };
    }
    case 'wrong-level': {
      const argument = /["'`]([^"'`]+)["'`]/.exec(call ?? '')?.[1];
      const suggestions = argument === undefined ? [] : [include(argument)];
      return { message: wrongLevel(departure), suggestions };
    }
    case 'copied':
      return { message: copied(departure), suggestions: isWhole(departure) && call !== null ? [include(call)] : [] };
    case 'reordered':
      return { message: reordered(departure), suggestions: isWhole(departure) && call !== null ? [include(call)] : [] };
    case 'reworded': {
      const { item, shared } = departure;
      const text = sourceOf(shared);
      // In data, quotes and colons would need more than the words.
      const isPlain =
        !item.page.text.slice(...item.textRange).includes('<') &&
        ([item, shared].every(({ page }) => page.kind !== 'data') || /^[\p{L}\p{N} ,.()-]+$/u.test(text));
      const use = { title: 'Use the shared wording', text, safe: false };
      return { message: reworded(departure), suggestions: isPlain ? [use] : [] };
    }
    case 'incomplete':
      return { message: incomplete(departure) };
    case 'merged':
      return { message: merged(departure) };
    case 'split':
      return { message: split(departure) };
    case 'moved':
      return { message: moved(departure) };
    case 'nested':
      return { message: nested(departure) };
    case 'struck':
      return { message: struck(departure) };
    case 'added':
      return { message: added(departure) };
  }
}

/** Is the copy all that its list holds, so that an include can take its place? */
function isWhole({ copy, list }: Of<'copied' | 'reordered'>): boolean {
  return /^(?:ordered|bulleted)$/.test(copy.kind) && copy.items.length === list.items.length;
}

export default defineFrameworkRule('handbook-competency-shared', 'warn', judge);
