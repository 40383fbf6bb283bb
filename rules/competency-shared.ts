/**
 * Every department shows the shared lists of a level, in the shared words.
 *
 * ## What it does
 *
 * A framework has lists that hold for all departments at one level: includes, or lists on the base page of the level.
 * This rule reports a level page that leaves such a list out, shows that of another level, or has a copy: word for
 * word where others include it, in another order, with competencies lost, or with other words. For
 * the latter it offers the shared wording. It also reports an include that is a copy of a shared one.
 *
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
 * When no list is meant to be shared. Write `shared: []` into the framework instead when the other rules should go on.
 */
import * as z from 'zod';
import { departuresFromShared, type SharedDeparture } from '../src/competencies/compare-shared.ts';
import type { Framework } from '../src/competencies/framework.ts';
import { labelOf, othersHaving, plain, unstopped } from '../src/competencies/labels.ts';
import { callText } from '../src/competencies/shared-lists.ts';
import { findTwins, type Twin } from '../src/competencies/twins.ts';
import { sourceOf } from '../src/competencies/wording-source.ts';
import { quoted, shown } from '../src/links/words.ts';
import { defineRule } from '../src/lint/define-rule.ts';
import type { Report } from '../src/lint/finding.ts';
import { type FrameworkJudge, reportsOn } from '../src/lint/framework-reports.ts';

type Of<Kind extends SharedDeparture['kind']> = Extract<SharedDeparture, { kind: Kind }>;

const group = ({ list }: Pick<SharedDeparture, 'list'>) => plain(list.group.name);
const missing = (departure: Of<'missing'>, others: string | null) =>
  `${labelOf(departure.page)} leaves out the shared ${group(departure)} list${others === null ? '' : `, which ${others}`}. Show ${shown(departure.list.page.path)} here, and add to it.`;
const wrongLevel = (departure: Of<'wrong-level'>) =>
  `${labelOf(departure.page)} shows the ${group(departure)} list of ${departure.found.level.name}. Include that of ${departure.list.level.name}.`;
const copied = (departure: Of<'copied'>) =>
  `${labelOf(departure.page)} repeats the shared ${group(departure)} list word for word. Include ${shown(departure.list.page.path)} instead, so that the two cannot drift apart.`;
const reordered = (departure: Of<'reordered'>) =>
  `${labelOf(departure.page)} has the shared ${group(departure)} competencies in another order. Keep the order of ${shown(departure.list.page.path)}.`;
const incomplete = (departure: Of<'incomplete'>) =>
  `${labelOf(departure.page)} leaves ${lostOf(departure.lost.map((item) => item.wording.text))} out of the shared ${group(departure)} list. Add what is missing, or show ${shown(departure.list.page.path)}.`;
const reworded = ({ page, shared }: Of<'reworded'>) =>
  `${plain(page.department.name)} words this ${plain(page.level.name)} competency differently from the shared list. Use ${quoted(unstopped(shared.wording.text))}.`;
const added = (departure: Of<'added'>) =>
  `${labelOf(departure.page)} adds this to the shared ${group(departure)} list, which is the same for all. Remove it, or put it into ${shown(departure.list.page.path)}.`;
const twin = ({ of, lost, reworded: changed, added: more }: Twin) => {
  const list = `the shared ${plain(of.group.name)} list of ${of.level.name}`;
  if (lost.length === 0 && changed.length === 0 && more.length === 0)
    return `This is a copy of ${list}. Include ${shown(of.page.path)} instead, and delete this file.`;
  const differences = [
    lost.length > 0 ? `lacks ${lostOf(lost.map((item) => item.wording.text))}` : '',
    changed.length > 0 ? `words ${count(changed.length)} differently` : '',
    more.length > 0 ? `has ${count(more.length)} more` : '',
  ].filter((part) => part !== '');
  return `This is a copy of ${list} that ${differences.join(' and ')}. Include ${shown(of.page.path)} instead, or write a list of its own.`;
};

const lostOf = ([first = '', ...others]: readonly string[]) =>
  others.length === 0 ? quoted(unstopped(first)) : `${quoted(unstopped(first))} and ${others.length} more`;
const count = (number: number) => (number === 1 ? 'one competency' : `${number} competencies`);

const judge: FrameworkJudge = function* judge(framework, handbook) {
  const departures = departuresFromShared(framework);
  for (const departure of departures) {
    const { page, range } = placeOf(departure);
    const related = [
      {
        path: (departure.kind === 'reworded' ? departure.shared : departure.list).page.path,
        range: firstOf(departure),
        message: 'The shared list',
      },
    ];
    yield { page, report: { range, related, ...describe(departure, departures, framework) } };
  }
  for (const each of findTwins(framework, handbook)) {
    const shownOn = handbook.shownOn(each.page).map(({ path }) => path);
    const note = shownOn.length === 0 ? 'No page shows this file.' : `Shown on ${shownOn.join(', ')}.`;
    const first = each.of.items[0]?.range ?? ([0, 0] as const);
    const related = [{ path: each.of.page.path, range: first, message: 'The shared list' }];
    yield { page: each.page, report: { range: each.range, message: twin(each), note, related } };
  }
};

function placeOf(departure: SharedDeparture): {
  readonly page: SharedDeparture['group']['page'];
  readonly range: Report['range'];
} {
  switch (departure.kind) {
    case 'missing': {
      const { instead, group: own } = departure;
      return instead === null
        ? { page: own.page, range: own.range }
        : { page: instead.from, range: instead.call.range };
    }
    case 'wrong-level': {
      const { include } = departure;
      return { page: include.from, range: include.call.params[0]?.range ?? include.call.range };
    }
    case 'reworded':
    case 'added':
      return { page: departure.item.page, range: departure.item.textRange };
    default:
      return { page: departure.copy.page, range: departure.copy.range };
  }
}

function firstOf(departure: SharedDeparture): Report['range'] {
  if (departure.kind === 'reworded') return departure.shared.textRange;
  return departure.list.items[0]?.range ?? [0, 0];
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
    case 'incomplete':
      return { message: incomplete(departure) };
    case 'reworded':
      return {
        message: reworded(departure),
        suggestions: [{ title: 'Use the shared wording', text: sourceOf(departure.shared), safe: false }],
      };
    case 'added':
      return { message: added(departure) };
  }
}

/** Is the copy all that its list holds, so that an include can take its place? */
function isWhole({ copy, list }: Of<'copied' | 'reordered'>): boolean {
  return copy.kind !== 'table' && copy.items.length === list.items.length;
}

export default defineRule({
  id: 'handbook-competency-shared',
  level: 'warn',
  options: z.strictObject({}),
  check(page, { handbook, report }) {
    for (const each of reportsOn(page, handbook, judge)) report(each);
  },
});
