import { type Department, type Group, groupNames, type Level, levelNames, type Model, sharedItems } from './model.ts';

export type Files = Record<string, string>;
/** The shapes in which a framework is written down. */
export const shapes = [
  'copied',
  'copied with base page',
  'included',
  'levels as headings',
  'table by columns',
  'table of topics',
  'table by rows',
  'YAML',
] as const;
export type Shape = (typeof shapes)[number];

const root = 'content/careers';
const isListed: Readonly<Record<Shape, boolean>> = {
  copied: true,
  'copied with base page': true,
  included: true,
  'levels as headings': true,
  'table by columns': false,
  'table of topics': false,
  'table by rows': false,
  YAML: false,
};

/** Are competencies items of Markdown lists in this shape? */
export function hasLists(shape: Shape): boolean {
  return isListed[shape];
}

/** The file that holds a department's level. */
export function fileOf(shape: Shape, department: string, level: string): string {
  if (shape === 'YAML') return `${root}/${department}.yaml`;
  return isListed[shape] && shape !== 'levels as headings'
    ? `${root}/${department}/${level}.md`
    : `${root}/${department}.md`;
}

/** Writes the framework down. */
export function write(model: Model, shape: Shape): Files {
  const pattern = fileOf(shape, '{department}', '{level}');
  const files: Files = { 'content/_index.md': '# Home\n' };
  files['handbook.yaml'] = `site: hugo\nframeworks:\n  - name: careers\n    pages: ${pattern}\n`;
  for (const department of model.departments) {
    if (shape === 'YAML') files[fileOf(shape, department.id, '')] = yaml(department);
    else if (shape === 'levels as headings') files[fileOf(shape, department.id, '')] = headings(department);
    else if (shape === 'table by columns') files[fileOf(shape, department.id, '')] = columns(department);
    else if (shape === 'table of topics') files[fileOf(shape, department.id, '')] = topics(department);
    else if (shape === 'table by rows') files[fileOf(shape, department.id, '')] = rows(department);
    else
      for (const level of department.levels)
        files[fileOf(shape, department.id, level.id)] = page(department, level, shape === 'included');
  }
  for (const level of levelNames) {
    const lists = groupNames.map((group) => [group, list(sharedItems(level, group))] as const);
    if (shape === 'copied with base page')
      files[`${root}/${level.toLowerCase()}.md`] =
        `---\ntitle: ${level}\n---\n\n${lists.map(([group, text]) => `## ${group}\n\n${text}`).join('\n')}`;
    if (shape === 'included')
      for (const [group, text] of lists) files[`assets/includes/${nameOf(level, group)}.md`] = text;
  }
  return files;
}

const nameOf = (level: string, group: string) => `${level}-${group}`.toLowerCase();
const list = (items: readonly string[]) => items.map((item) => `- ${item}\n`).join('');

function page({ noun }: Department, level: Level, isIncluded: boolean): string {
  const title = `${level.name} ${noun}`;
  const body = level.groups.map((group) => `## ${group.name}\n\n${body1(level, group, isIncluded)}`).join('\n');
  return `---\ntitle: ${title}\n---\n\nWhat is asked of a ${title}.\n\n${body}`;
}

/** In an included framework, a list that is as it was is included; one that was touched was pasted first. */
function body1(level: Level, group: Group, isIncluded: boolean): string {
  const common = sharedItems(level.name, group.name);
  const isUntouched = common.length > 0 && common.every((item, at) => group.items[at] === item);
  if (!isIncluded || !isUntouched) return list(group.items);
  const include = `{{% include "includes/${nameOf(level.name, group.name)}.md" %}}\n`;
  return `${include}\n${list(group.items.slice(common.length))}`;
}

function headings({ name, noun, levels }: Department): string {
  const parts = levels.map(
    (level) =>
      `## ${level.name} ${noun}\n\n${level.groups.map((group) => `### ${group.name}\n\n${list(group.items)}`).join('\n')}`,
  );
  return `# ${name}\n\nHow we grow.\n\n${parts.join('\n')}`;
}

const cell = (items: readonly string[]) => items.join('<br>').replaceAll('|', '\\|');
const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`;
const head = (cells: readonly string[]) => row(cells) + row(cells.map(() => '---'));
const groupsOf = (levels: readonly Level[]) => [
  ...new Set(levels.flatMap(({ groups }) => groups.map(({ name }) => name))),
];
const itemsOf = (level: Level, group: string) =>
  level.groups.filter(({ name }) => name === group).flatMap(({ items }) => items);

function columns({ name, levels }: Department): string {
  const body = groupsOf(levels).map((group) => row([group, ...levels.map((level) => cell(itemsOf(level, group)))]));
  return `# ${name}\n\n${head(['Area', ...levels.map((level) => level.name)])}${body.join('')}`;
}

/** A row for each competency, below a row that only names the group. */
function topics({ name, levels }: Department): string {
  const body = groupsOf(levels).map((group) => {
    const most = Math.max(...levels.map((level) => itemsOf(level, group).length));
    const lines = Array.from({ length: most }, (_, at) =>
      row([`Topic ${at + 1}`, ...levels.map((level) => itemsOf(level, group)[at] ?? '')]),
    );
    return row([`**${group}**`, ...levels.map(() => '')]) + lines.join('');
  });
  return `# ${name}\n\n${head(['Topic', ...levels.map((level) => level.name)])}${body.join('')}`;
}

function rows({ name, levels }: Department): string {
  const groups = groupsOf(levels);
  const body = levels.map((level) => row([level.name, ...groups.map((group) => cell(itemsOf(level, group)))]));
  return `# ${name}\n\n${head(['Level', ...groups])}${body.join('')}`;
}

function yaml({ levels }: Department): string {
  return levels
    .map((level) => {
      const groups = level.groups.map(
        (group) => `  ${group.name}:\n${group.items.map((item) => `    - ${JSON.stringify(item)}\n`).join('')}`,
      );
      return `${level.id}:\n${groups.join('')}`;
    })
    .join('');
}
