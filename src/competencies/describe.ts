import type { Handbook } from '../model/handbook.ts';
import type { Department, Framework, Group } from './framework.ts';
import { frameworksOf } from './read-framework.ts';

/** What was found of every framework, in plain text, for `explain-config`. */
export function describeFrameworks(handbook: Handbook): string {
  return frameworksOf(handbook).map(describeFramework).join('\n');
}

/** What was found of one framework: levels, groups, shared lists and departments. */
function describeFramework(framework: Framework): string {
  const { config, levels, groups, departments, shared } = framework;
  const how = (declared: unknown): string => (declared === undefined ? 'found' : 'declared');
  const ladder = levels.filter(({ order }) => order !== null).map(({ name }) => name);
  const own = levels.filter(({ order }) => order === null).map(({ name }) => name);
  const lines = [
    `Framework ${config.name}, pages at ${config.pages}`,
    `  Levels, ${how(config.levels)}`,
    `    ${ladder.join(', ') || 'none'}${own.length > 0 ? `; outside the ladder ${own.join(', ')}` : ''}`,
    `  Groups of every page, ${how(config.groups)}`,
    ...(groups.length > 0 ? groups.map((group) => `    ${describeGroup(group)}`) : ['    none']),
    `  Shared lists, ${how(config.shared)}`,
    ...(shared.length === 0 ? ['    none'] : []),
  ];
  for (const list of shared)
    lines.push(`    ${list.level.name}, ${list.group.name}, ${list.items.length} competencies in ${list.page.path}`);
  lines.push('  Departments and their pages');
  for (const department of departments) {
    if (department.levels.size === 0) continue;
    const pages = levels.filter(({ id }) => department.levels.has(id)).map(({ name }) => name);
    lines.push(
      `    ${department.name} (${department.id || 'base'}), ${pages.join(', ')}${particular(department, framework)}`,
    );
  }
  return `${lines.join('\n')}\n`;
}

function describeGroup({ name, list, min, optional }: Group): string {
  const asked = [list === 'any' ? '' : `${list} list`, min > 1 ? `at least ${min}` : '', optional ? 'optional' : ''];
  return [name, ...asked.filter((part) => part !== '')].join(', ');
}

function particular(department: Department, framework: Framework): string {
  const more = department.groups.filter((group) => !framework.groups.includes(group)).map(({ name }) => name);
  if (more.length === 0) return '';
  const from =
    department.groupsFrom !== null && department.groupsFrom !== department ? `, as ${department.groupsFrom.name}` : '';
  return `; groups of its own ${more.join(', ')}${from}`;
}
