import { stringify } from 'yaml';
import { type Boatyard, type Department, type Group, type Level, type Style, shared } from './model.ts';

/** The shapes in which the careers are written down. */
export const shapes = ['copied', 'base page', 'included', 'headings', 'columns', 'rows', 'YAML'] as const;
export type Shape = (typeof shapes)[number];
/** Shapes with a page for each level, and those with lists in Markdown. */
export const pages: readonly Shape[] = ['copied', 'base page', 'included'];
export const lists: readonly Shape[] = [...pages, 'headings'];

const patterns: Readonly<Record<Shape, string>> = {
  copied: 'content/careers/{department}/{level}.md',
  'base page': 'content/careers/{department}/{level}.md',
  included: 'content/careers/{department}/{level}.md',
  headings: 'content/careers/{department}.md',
  columns: 'content/careers/{department}.md',
  rows: 'content/careers/{department}.md',
  YAML: 'content/careers/{department}.yaml',
};

/** Writes the careers down, with a handbook.yaml of one framework. */
export function write({ departments, base }: Boatyard, shape: Shape): Record<string, string> {
  const files: Record<string, string> = {
    'content/_index.md': '# Boatyard\n',
    'handbook.yaml': `site: hugo\nframeworks:\n  - name: careers\n    pages: ${patterns[shape]}\n`,
  };
  for (const department of departments) {
    const whole = patterns[shape].replace('{department}', department.id);
    if (shape === 'headings') files[whole] = byHeadings(department);
    else if (shape === 'columns') files[whole] = byColumns(department);
    else if (shape === 'rows') files[whole] = byRows(department);
    else if (shape === 'YAML') files[whole] = byKeys(department);
    else
      for (const level of department.levels)
        files[whole.replace('{level}', level.file)] = page(level, shape === 'included');
  }
  if (shape === 'base page') for (const level of base) files[`content/careers/${level.id}.md`] = page(level, false);
  if (shape === 'included')
    for (const [level, groups] of Object.entries(shared))
      for (const [name, items] of Object.entries(groups))
        files[`assets/includes/${level}-${name.toLowerCase()}.md`] = listOf(items, 'bullets');
  return files;
}

function listOf(items: readonly string[], style: Style): string {
  switch (style) {
    case 'bullets':
      return items.map((item) => `- ${item.replaceAll('\n', '\n  ')}\n`).join('');
    case 'stars':
      return items.map((item) => `* ${item}\n`).join('');
    case 'loose':
      return items.map((item) => `- ${item}\n`).join('\n');
    case 'wrapped':
      return items.map((item) => `- ${item.replace(/(.{30}\S*) /, '$1\n  ')}\n`).join('');
    case 'tasks':
      return items.map((item) => `- [ ] ${item}\n`).join('');
    case 'html':
      return `<ul>\n${items.map((item) => `  <li>${item}</li>\n`).join('')}</ul>\n`;
    case 'table':
      return `| Competency |\n| --- |\n${items.map((item) => `| ${item} |\n`).join('')}`;
  }
}

function written(group: Group, level: Level, depth: number, includes: boolean): string {
  const { heading, opening, before, after, items, style } = group;
  const common = includes && group.included ? (shared[level.id]?.[group.name] ?? []) : [];
  const call = common.length === 0 ? '' : `{{% include "includes/${level.id}-${group.name.toLowerCase()}.md" %}}\n`;
  const own = items.filter((item) => !common.includes(item));
  const title = opening === null ? `${'#'.repeat(depth)} ${heading}` : opening(heading, depth);
  return [title, before, call, listOf(own, style), after].filter((part) => part !== '').join('\n\n');
}

function page(level: Level, includes: boolean): string {
  const groups = level.groups.map((group) => written(group, level, 2, includes)).join('\n\n');
  return `---\ntitle: ${JSON.stringify(level.title)}\n---\n\n${level.intro}\n\n${groups}\n`;
}

function byHeadings({ name, noun, levels }: Department): string {
  const parts = levels.map((level) => {
    const groups = level.groups.map((group) => written(group, level, 3, false)).join('\n\n');
    return `## ${level.name}\n\n${level.intro}\n\n${groups}\n`;
  });
  return `# ${name}\n\nWhat we ask of ${noun}.\n\n${parts.join('\n')}`;
}

const cell = (text: string) => text.replaceAll('\n', '<br>').replaceAll('|', '\\|');
const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`;
const head = (cells: readonly string[]) => row(cells) + row(cells.map(() => '---'));
const namesOf = (levels: readonly Level[]) => [
  ...new Set(levels.flatMap(({ groups }) => groups.map(({ heading }) => heading))),
];
const itemsOf = ({ groups }: Level, heading: string) =>
  groups.filter((group) => group.heading === heading).flatMap(({ items }) => items);

/** A column for each level, and below a row with a group's name one competency in each cell. */
function byColumns({ name, noun, levels }: Department): string {
  const body = namesOf(levels).map((heading) => {
    const columns = levels.map((level) => itemsOf(level, heading));
    const most = Math.max(...columns.map(({ length }) => length));
    const rows = Array.from({ length: most }, (_, at) => row(columns.map((items) => cell(items[at] ?? ''))));
    return row([`**${heading}**`, ...levels.slice(1).map(() => '')]) + rows.join('');
  });
  return `# ${name}\n\nWhat we ask of ${noun}.\n\n${head(levels.map((level) => level.name))}${body.join('')}`;
}

/** A row for each level, a column for each group, and a line in the cell for each competency. */
function byRows({ name, noun, levels }: Department): string {
  const headings = namesOf(levels);
  const body = levels.map((level) =>
    row([level.name, ...headings.map((heading) => itemsOf(level, heading).map(cell).join('<br>'))]),
  );
  return `# ${name}\n\nWhat we ask of ${noun}.\n\n${head(['Level', ...headings])}${body.join('')}`;
}

function byKeys({ name, levels }: Department): string {
  const entries = levels.map((level) => ({
    level: level.name,
    summary: level.intro,
    ...Object.fromEntries(level.groups.map(({ heading, items }) => [heading, items])),
  }));
  return stringify({ name, levels: entries }, { lineWidth: 0 });
}
