import { type Group, type Level, type Model, sharedItems } from './model.ts';
import { type Files, fileOf, hasLists, type Shape } from './write.ts';

/** One change to one department, and what should be said of it. */
export interface Mutation {
  readonly name: string;
  /** `told`: at least one finding on the changed file and none elsewhere. `silent`: none at all. */
  readonly verdict: 'told' | 'silent';
  /** Shapes that it makes sense in; all when absent. */
  readonly in?: (shape: Shape) => boolean;
  /** Changes the framework before it is written down. */
  readonly model?: (model: Model, shape: Shape) => void;
  /** Changes the files. */
  readonly files?: (files: Files, shape: Shape) => void;
}

interface Target {
  readonly level: string;
  readonly group: string;
  readonly item: number;
}

const department = 'design';
const targets: readonly Target[] = [
  { level: 'Intermediate', group: 'Ownership', item: 0 },
  { level: 'Senior', group: 'Craftsmanship', item: 1 },
  { level: 'Senior', group: 'Collaboration', item: 3 },
  { level: 'Staff', group: 'Collaboration', item: 2 },
];

const levelOf = (model: Model, { level }: Target): Level => {
  const found = model.departments.find(({ id }) => id === department)?.levels.find(({ name }) => name === level);
  if (found === undefined) throw new Error(`no level ${level}`);
  return found;
};
const groupOf = (model: Model, target: Target): Group => {
  const found = levelOf(model, target).groups.find(({ name }) => name === target.group);
  if (found === undefined) throw new Error(`no group ${target.group}`);
  return found;
};
const unstopped = (text: string) => text.replace(/\.$/, '');
const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
const otherGroup = ({ group }: Target) => (group === 'Ownership' ? 'Craftsmanship' : 'Ownership');
const otherLevel = ({ level }: Target) => (level === 'Staff' ? 'Senior' : 'Staff');
const isList = (shape: Shape) => hasLists(shape);
const isPage = (shape: Shape) => hasLists(shape) && shape !== 'levels as headings';
const noYaml = (shape: Shape) => shape !== 'YAML';

/** Replaces an item by others. */
type Edit = (item: string, group: Group, target: Target) => readonly string[];

const told: Readonly<Record<string, Edit | readonly [Edit, NonNullable<Mutation['in']>]>> = {
  dropped: () => [],
  'one word changed': (item) => [
    item.replace(/\b(\w{4,})\b(?=[^ ]*$)/, 'elephants').replace(/(\w+)(\W*)$/, 'elephants$2'),
  ],
  'first word changed': (item) => [item.replace(/^\w+/, 'Ponders')],
  negated: (item) => [`Does not ${lower(item)}`],
  'another tense': (item) => [item.replace(/^(\w+?)s\b/, '$1ed')],
  'a clause appended': (item) => [`${unstopped(item)}, wherever the company has an office and at any hour of the day.`],
  'a short clause appended': (item) => [`${unstopped(item)} with support from peers.`],
  'a clause put in front': (item) => [`With guidance from a manager, ${lower(item)}`],
  'some words left out': (item) => [item.split(' ').slice(0, -2).join(' ')],
  // In a table of topics, the same words in two rows may be meant.
  twice: [(item) => [item, item], (shape) => shape !== 'table of topics'],
  'struck out': [(item) => [`~~${item}~~`], noYaml],
  'struck out in HTML': [(item) => [`<s>${item}</s>`], noYaml],
  'commented out': [(item) => [`<!-- ${item} -->`], isList],
  'below another item': [(item) => [`See below.\n    - ${item}`], isList],
  translated: () => ['Übernimmt Verantwortung für das, was im Quartal schiefging.'],
  'TBD in its place': () => ['TBD'],
  'two put into one': (item, group, { item: at }) => [
    `${unstopped(item)} and ${lower(group.items[at === 0 ? 1 : at - 1] ?? '')}`,
  ],
  'one made of two': (item) => {
    const words = unstopped(item).split(' ');
    const half = Math.ceil(words.length / 2);
    return [words.slice(0, half).join(' '), words.slice(half).join(' ')];
  },
};

const silent: Readonly<Record<string, Edit | readonly [Edit, NonNullable<Mutation['in']>]>> = {
  'straight or curly quotes': (item) => [item.replace(/[“”]/g, '"').replaceAll("'", '’')],
  'a dash of another length': (item) => [item.replaceAll('-', '–')],
  'a final stop more or less': (item) => [item.endsWith('.') ? unstopped(item) : `${item}.`],
  'a semicolon at the end': (item) => [`${unstopped(item)};`],
  'a small first letter': (item) => [lower(item)],
  'capitals inside': (item) => [item.replace(/ (\w)(?=\w{5})/, (_, letter: string) => ` ${letter.toUpperCase()}`)],
  'two blanks': (item) => [item.replace(' ', '  ')],
  'a bold lead-in': [(item) => [item.replace(/^(\w+ \w+)/, '**$1**')], noYaml],
  emphasis: [(item) => [item.replace(/ (\w{5,})/, ' *$1*')], noYaml],
  'a link': [(item) => [item.replace(/ (\w{5,})/, ' [$1](https://example.org/)')], noYaml],
  'words in code': [(item) => [item.replace(/ (\w{5,})/, ' `$1`')], noYaml],
  'a footnote': [(item) => [`${item}[^1]`], isList],
  'an item of its own before': (item) => ['Knits scarves for the mascot each autumn', item],
  'an item of its own after': (item) => [item, 'Juggles crayons at the summer party'],
};

function editing(verdict: Mutation['verdict'], edits: typeof told): Mutation[] {
  return Object.entries(edits).flatMap(([name, entry]) => {
    const [edit, only] = typeof entry === 'function' ? [entry, undefined] : entry;
    return targets.map(
      (target): Mutation => ({
        name: `${name}: ${target.level}, ${target.group}, item ${target.item + 1}`,
        verdict,
        ...(only === undefined ? {} : { in: only }),
        model: (model, shape) => {
          const group = groupOf(model, target);
          // To paste what others include is told, however it is written: there, what the department adds is changed.
          const at = verdict === 'silent' && shape === 'included' ? group.items.length - 1 : target.item;
          if (name === 'two put into one') {
            const other = at === 0 ? 1 : at - 1;
            const [first, item] = [Math.min(at, other), group.items[at] ?? ''];
            group.items.splice(first, 2, ...edit(item, group, target));
          } else group.items.splice(at, 1, ...edit(group.items[at] ?? '', group, target));
        },
      }),
    );
  });
}

/** Edits in the text of a page, below one group's heading. */
function inText(
  name: string,
  verdict: Mutation['verdict'],
  shapes: NonNullable<Mutation['in']>,
  edit: (text: string, target: Target) => string,
): Mutation[] {
  return targets.slice(0, 3).map((target) => ({
    name: `${name}: ${target.level}, ${target.group}`,
    verdict,
    in: shapes,
    files: (files, shape) => {
      const path = fileOf(shape, department, target.level.toLowerCase());
      const text = files[path] ?? '';
      // On a page of several levels, only the part of one of them.
      const start = shape === 'levels as headings' ? text.indexOf(`## ${target.level}`) : 0;
      const end = shape === 'levels as headings' ? text.indexOf('\n## ', start + 3) : -1;
      const stop = end < 0 ? text.length : end + 1;
      const changed = edit(text.slice(start, stop), target);
      if (changed === text.slice(start, stop)) throw new Error(`${name} changes nothing in ${shape}`);
      files[path] = text.slice(0, start) + changed + text.slice(stop);
    },
  }));
}

const section = (group: string) => new RegExp(`(^#{2,3} ${group}\\n\\n)((?:(?!^#)[^\\n]*\\n)*)`, 'm');
const ownItems = (body: string) => body.split('\n').filter((line) => line.startsWith('- '));

const groupEdits: readonly Mutation[] = [
  ...inText('a heading misspelt', 'told', isList, (text, { group }) =>
    text.replace(`# ${group}`, `# ${group.replace(/(.)(.)$/, '$2$1')}`),
  ),
  ...inText('a heading with a letter less', 'told', isList, (text, { group }) =>
    text.replace(`# ${group}`, `# ${group.slice(0, 3)}${group.slice(4)}`),
  ),
  ...inText('a heading renamed', 'told', isList, (text, { group }) => text.replace(`# ${group}`, '# Odds and ends')),
  ...inText('a heading as a bold line', 'told', isList, (text, { group }) =>
    text.replace(new RegExp(`#+ ${group}`), `**${group}**`),
  ),
  ...inText('a heading removed', 'told', isList, (text, { group }) =>
    text.replace(new RegExp(`#+ ${group}\\n\\n`), ''),
  ),
  ...inText('a group removed', 'told', isList, (text, { group }) => text.replace(section(group), '')),
  ...inText('a group emptied', 'told', isList, (text, { group }) => text.replace(section(group), '$1\n')),
  ...inText('a group of TBD', 'told', isList, (text, { group }) => text.replace(section(group), '$1TBD\n\n')),
  ...inText('a group twice', 'told', isList, (text, { group }) => text.replace(section(group), '$1$2\n$1$2\n')),
  ...inText('numbers for bullets', 'told', isList, (text, { group }) =>
    text.replace(section(group), (_, head: string, body: string) => head + body.replace(/^- /gm, '1. ')),
  ),
  ...inText('a heading in small letters', 'silent', isList, (text, { group }) =>
    text.replace(`# ${group}`, `# ${group.toLowerCase()}`),
  ),
  ...inText('a heading with a colon', 'silent', isList, (text, { group }) => text.replace(`# ${group}`, `# ${group}:`)),
  ...inText('a heading with an id', 'silent', isList, (text, { group }) =>
    text.replace(`# ${group}`, `# ${group} {#own}`),
  ),
  ...inText('a heading in bold', 'silent', isList, (text, { group }) => text.replace(`# ${group}`, `# **${group}**`)),
  ...inText('a heading with the level', 'silent', isList, (text, { group, level }) =>
    text.replace(`# ${group}`, `# ${level} ${group}`),
  ),
  ...inText('stars for bullets', 'silent', isList, (text, { group }) =>
    text.replace(section(group), (_, head: string, body: string) => head + body.replace(/^- /gm, '* ')),
  ),
  ...inText('a loose list', 'silent', isList, (text, { group }) =>
    text.replace(section(group), (_, head: string, body: string) => head + body.replace(/\n(?=- )/g, '\n\n')),
  ),
  ...inText('a list in HTML', 'silent', isList, (text, { group }) =>
    text.replace(section(group), (whole, head: string, body: string) => {
      const items = ownItems(body);
      const html = `<ul>\n${items.map((item) => `<li>${item.slice(2)}</li>\n`).join('')}</ul>\n`;
      return items.length === 0 ? whole : head + body.replace(/(?:^- .*\n)+/m, html);
    }),
  ),
  ...inText('a sentence before the list', 'silent', isList, (text, { group }) =>
    text.replace(section(group), '$1What we look for.\n\n$2'),
  ),
  ...inText('an image below the list', 'silent', isList, (text, { group }) =>
    text.replace(section(group), '$1$2\n![A path](https://example.org/path.png)\n\n'),
  ),
];

const levelEdits: readonly Mutation[] = targets.flatMap((target): Mutation[] => [
  {
    name: `moved to another group: ${target.level}, ${target.group}, item ${target.item + 1}`,
    verdict: 'told',
    model: (model) => {
      const [item = ''] = groupOf(model, target).items.splice(target.item, 1);
      groupOf(model, { ...target, group: otherGroup(target) }).items.push(item);
    },
  },
  {
    name: `the list of another level in its place: ${target.level}, ${target.group}`,
    verdict: 'told',
    model: (model) => {
      groupOf(model, target).items = [...sharedItems(otherLevel(target), target.group)];
    },
  },
  {
    name: `the list of another level besides: ${target.level}, ${target.group}`,
    verdict: 'told',
    model: (model) => groupOf(model, target).items.push(...sharedItems(otherLevel(target), target.group)),
  },
  {
    name: `half of the list dropped: ${target.level}, ${target.group}`,
    verdict: 'told',
    model: (model) => groupOf(model, target).items.splice(0, 2),
  },
  {
    name: `two items that only this department has: ${target.level}, ${target.group}`,
    verdict: 'silent',
    model: (model) => groupOf(model, target).items.push('Tames owls for the night watch', 'Polishes brass nameplates'),
  },
  {
    name: `nouns of its own in every department: ${target.level}, ${target.group}, item ${target.item + 1}`,
    verdict: 'silent',
    in: (shape) => shape !== 'included' && shape !== 'copied with base page',
    model: (model) => {
      for (const { levels, noun } of model.departments)
        for (const { name, groups } of levels)
          for (const group of groups)
            if (name === target.level && group.name === target.group)
              group.items.push(`Recruits other ${noun}s through personal networks.`);
    },
  },
]);

const pageEdits: readonly Mutation[] = [
  {
    name: 'a level page removed',
    verdict: 'told',
    in: (shape) => shape === 'levels as headings',
    model: (model) => void model.departments[0]?.levels.splice(1, 1),
  },
  {
    name: 'a level removed from the data',
    verdict: 'told',
    in: (shape) => shape === 'YAML' || shape.startsWith('table'),
    model: (model) => void model.departments[0]?.levels.splice(2, 1),
  },
  {
    name: 'a group removed from all levels',
    verdict: 'told',
    in: (shape) => !hasLists(shape),
    model: (model) => {
      for (const level of model.departments[0]?.levels ?? []) level.groups.splice(1, 1);
    },
  },
  { name: 'nothing', verdict: 'silent' },
  {
    name: 'a page beside the others',
    verdict: 'silent',
    in: isPage,
    files: (files) => {
      files['content/careers/design/_index.md'] = '# Design\n\nWe draw.\n';
    },
  },
];

/** All mutations of the framework. */
export const mutations: readonly Mutation[] = [
  ...editing('told', told),
  ...editing('silent', silent),
  ...levelEdits,
  ...groupEdits,
  ...pageEdits,
];
