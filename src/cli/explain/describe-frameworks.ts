import {
  competenciesOn,
  type Department,
  type Framework,
  type Group,
  type LevelPage,
  type SharedList,
  type UnreadPage,
} from '../../competencies/framework.ts';
import { frameworksOf } from '../../competencies/reading/read-framework.ts';
import { linesOf } from '../../lint/line-table.ts';
import type { Handbook } from '../../model/handbook.ts';

/** What was found of every framework, in plain text, for `explain-config`. */
export function describeFrameworks(handbook: Handbook): string {
  return frameworksOf(handbook).map(describeFramework).join('\n');
}

/** What was found of one framework: levels, groups, shared lists, and the matrix of departments and levels. */
function describeFramework(framework: Framework): string {
  const { config, levels, groups, shared, agreed } = framework;
  const how = (declared: unknown): string => (declared === undefined ? 'found' : 'declared');
  const ladder = levels.filter(({ order }) => order !== null).map(({ name }) => name);
  const own = levels.filter(({ order }) => order === null).map(({ name }) => name);
  const lists = [...shared, ...agreed].map(
    (list) => `    ${list.level.name}, ${list.group.name}, ${competencies(list.items.length)} ${whereIs(list)}`,
  );
  const lines = [
    `Framework ${config.name}, pages at ${config.pages}`,
    `  Levels, ${how(config.levels)}`,
    `    ${ladder.join(', ') || 'none'}${own.length > 0 ? `; outside the ladder ${own.join(', ')}` : ''}`,
    `  Groups of every page, ${how(config.groups)}`,
    ...(groups.length > 0 ? groups.map((group) => `    ${describeGroup(group)}`) : ['    none']),
    `  Shared lists, ${how(config.shared)}`,
    ...(lists.length > 0 ? lists : ['    none']),
    '  Competencies by department and level',
    ...describeMatrix(framework).map((line) => `    ${line}`),
    ...describeGaps(framework),
  ];
  return `${lines.join('\n')}\n`;
}

function competencies(amount: number): string {
  return amount === 1 ? '1 competency' : `${amount} competencies`;
}

function whereIs({ page, agreed }: SharedList): string {
  return agreed === undefined ? `in ${page.path}` : 'that most departments have';
}

/** One line for each department: how many competencies were read of each level, `-` for a level that it has not. */
function describeMatrix({ departments, levels, groups }: Framework): string[] {
  const rows = departments.filter((department) => department.levels.size > 0);
  if (rows.length === 0) return ['none'];
  const used = levels.filter(({ id }) => rows.some((department) => department.levels.has(id)));
  const cells = rows.map((department) => used.map(({ id }) => countOf(department.levels.get(id))));
  const names = rows.map(({ name, id }) => `${name} (${id || 'base'})`);
  const widths = used.map(({ name }, at) => Math.max(name.length, ...cells.map((row) => row[at]?.length ?? 0)));
  const first = Math.max(...names.map((name) => name.length));
  const line = (name: string, values: readonly string[]) =>
    [name.padEnd(first), ...values.map((value, at) => value.padStart(widths[at] ?? 0))].join('  ').trimEnd();
  const heads = used.map(({ name }) => name);
  return [
    line('', heads),
    ...rows.map((department, at) => line(names[at] ?? '', cells[at] ?? []) + particular(department, groups)),
  ];
}

function countOf(page: LevelPage | undefined): string {
  return page === undefined ? '-' : String(competenciesOn(page).length);
}

const reasons: Readonly<Record<UnreadPage['why'], string>> = {
  'no-levels': 'names no levels',
  'no-list': 'has no list',
  'no-group': 'has no list below a group that is asked for',
  unparsed: 'cannot be parsed from here on',
  ragged: 'has a row with another number of cells',
  nested: 'has a table in a table',
  second: 'has a level a second time',
};

/** What was left out, and why; no more than the first twenty of it. */
function describeGaps({ matched, isTooWide, pages, unread }: Framework): string[] {
  const used = new Set(pages.map(({ page }) => page));
  const told = new Set(unread.map(({ page }) => page));
  const left = [
    ...unread.map(({ page, why, range }) => `${page.path}:${linesOf(page).point(range[0]).line} ${reasons[why]}`),
    ...matched
      .filter((page) => !used.has(page) && !told.has(page))
      .map(({ path }) => `${path} is of no level of the framework`),
  ];
  if (matched.length === 0) return ['  Left out', '    all; no page lies where the pattern says'];
  if (isTooWide) return ['  Left out', `    all ${matched.length} pages; hardly any is about a level`];
  if (left.length === 0) return [];
  const more = left.length > mostShown ? [`    and ${left.length - mostShown} more`] : [];
  return ['  Left out', ...left.slice(0, mostShown).map((each) => `    ${each}`), ...more];
}

const mostShown = 20;

function describeGroup({ name, list, min, optional }: Group): string {
  const asked = [list === 'any' ? '' : `${list} list`, min > 1 ? `at least ${min}` : '', optional ? 'optional' : ''];
  return [name, ...asked.filter((part) => part !== '')].join(', ');
}

function particular(department: Department, common: readonly Group[]): string {
  const from = department.groupsFrom;
  const more = department.groups
    .filter((group) => group.match !== 'all' && !common.includes(group))
    .map(({ name }) => name);
  if (more.length === 0) return '';
  return `  groups of its own ${more.join(', ')}${from === null || from === department ? '' : `, as ${from.name}`}`;
}
