import {
  at,
  copiedLists,
  copies,
  edit,
  groupOf,
  heading,
  levelOf,
  lower,
  type Mutation,
  silent,
  styled,
  told,
  unstopped,
  without,
} from './edits.ts';
import type { Boatyard } from './model.ts';
import { lists, pages } from './write.ts';

const named: readonly Mutation[] = [
  told(
    'a misspelt group',
    heading('Accountability', 'Acountability'),
    /looks like a misspelling/,
    /competency-structure/,
  ),
  told(
    'a misspelt shared group',
    heading('Leadership', 'Leadeship'),
    /looks like a misspelling/,
    /competency-structure/,
  ),
  told('a renamed group', heading('Values', 'Culture'), /Values/, /competency-structure/),
  silent('a group with the level in its name', heading('Leadership', 'Senior Leadership Competencies'), [
    ...lists,
    'YAML',
  ]),
  silent('a group in small letters', heading('Values', 'values'), [...lists, 'YAML']),
  told(
    'the sentence of another level',
    (yard) => {
      levelOf(yard).intro = 'What we ask of joiners at the Staff level.';
    },
    /"Staff".*"Senior"/,
    /role-name/,
    lists,
  ),
  told(
    'the sentence of another department',
    (yard) => {
      levelOf(yard).intro = 'What the Paint department asks at the Senior level.';
    },
    /"Paint".*"Joinery"/,
    /role-name/,
    lists,
  ),
  told(
    'a group of another level',
    heading('Leadership', 'Staff Leadership Competencies'),
    /"Staff".*"Senior"/,
    /role-name/,
    lists,
  ),
  told(
    'the sentence of another level, without the word',
    (yard) => {
      levelOf(yard).intro = 'What we ask of a Staff Joiner.';
    },
    /"Staff".*"Senior"/,
    /role-name/,
    lists,
  ),
  told(
    'a group of another level, without more words',
    heading('Accountability', 'Staff Accountability'),
    /"Staff".*"Senior"/,
    /role-name/,
    lists,
  ),
  silent(
    'what people of another level get from it',
    (yard) => {
      levelOf(yard).intro = 'What we ask of a Senior Joiner, and what a Staff Joiner checks.';
    },
    lists,
  ),
  told(
    'the title of another department',
    (yard) => {
      levelOf(yard).title = 'Senior - Paint Department Career Framework';
    },
    /"Paint".*"Joinery"/,
    /role-name/,
    pages,
  ),
  silent('levels beside each other', (yard) => {
    levelOf(yard).intro = 'Senior joiners do all that Junior joiners do, and more.';
  }),
  silent(
    'a promotion',
    (yard) => {
      levelOf(yard).intro = 'Whoever is promoted to the Staff level leaves this page behind.';
    },
    lists,
  ),
  silent(
    'work with another department',
    (yard) => {
      levelOf(yard).intro = 'At this level people work with the Paint department every day.';
    },
    lists,
  ),
  told(
    'a misspelt level',
    (yard, shape) => {
      if (pages.includes(shape)) levelOf(yard).file = 'snior';
      else levelOf(yard).name = 'Snior';
    },
    /Senior|snior/i,
    /competency-coverage/,
  ),
  silent(
    'a level with the role',
    (yard) => {
      levelOf(yard).name = 'Senior Joiner';
    },
    ['headings', 'columns', 'rows', 'YAML'],
  ),
];

const opened = (open: (heading: string, depth: number) => string) => (yard: Boatyard) => {
  groupOf(yard, 'Leadership').opening = open;
};

const written: readonly Mutation[] = [
  silent(
    'a heading in HTML',
    opened((heading, depth) => `<h${depth} id="lead">${heading}</h${depth}>`),
    lists,
  ),
  silent(
    'a heading with the name of an emoji',
    opened((heading, depth) => `${'#'.repeat(depth)} :rocket: ${heading}`),
    lists,
  ),
  silent(
    'a break in a line',
    edit(
      'Leadership',
      at(0, (item) => item.replace(' and', '<br>and')),
    ),
    copiedLists,
  ),
  silent(
    'an entity',
    edit(
      'Leadership',
      at(3, (item) => item.replace('-', '&#45;')),
    ),
    copiedLists,
  ),
  silent(
    'a comment',
    edit(
      'Values',
      at(0, (item) => `${item} <!-- agreed in May -->`),
    ),
    copies,
  ),
  silent(
    'a link',
    edit(
      'Values',
      at(0, (item) => item.replace('discussion', '[discussion](https://example.org/)')),
    ),
    copies,
  ),
  silent(
    'a no-break space',
    edit(
      'Leadership',
      at(2, (item) => item.replace(' and ', '\u00a0and ')),
    ),
    copies,
  ),
  silent(
    'a soft hyphen',
    edit(
      'Leadership',
      at(2, (item) => item.replace('reports', 're\u00adports')),
    ),
    [...copies],
  ),
  silent(
    'a heading with a number',
    opened((heading, depth) => `${'#'.repeat(depth)} 2. ${heading}`),
    lists,
  ),
  silent(
    'a heading with the number of its part',
    opened((heading, depth) => `${'#'.repeat(depth)} 2.1 ${heading}`),
    lists,
  ),
  silent(
    'a heading with line below',
    opened((heading) => `${heading}\n---`),
    pages,
  ),
  told(
    'an include twice',
    (yard) => {
      groupOf(yard, 'Values').after = '{{% include "includes/senior-values.md" %}}';
    },
    /senior-values\.md twice/,
    /competency-duplicate/,
    ['included'],
  ),
  silent(
    'a comma less',
    edit(
      'Values',
      at(1, (item) => item.replace(',', '')),
    ),
    copies,
  ),
  silent('wrapped lines', edit('Leadership', styled('wrapped')), copiedLists),
  silent('a task list', edit('Leadership', styled('tasks')), copiedLists),
  silent('a table', edit('Leadership', styled('table')), copiedLists),
  silent(
    'points below an item',
    edit(
      'Leadership',
      at(0, (item) => `${item}\n- In writing.\n- Twice a year.`),
    ),
    copiedLists,
  ),
  silent(
    'kinds of competencies',
    edit('Leadership', ([a = '', b = '', ...rest]) => [`People\n- ${a}\n- ${b}`, `Crew\n- ${rest.join('\n- ')}`]),
    copiedLists,
  ),
  silent(
    'an item of its own in between',
    edit('Values', ([a = '', ...rest]) => [a, 'Turns bowls on the lathe.', ...rest]),
    copies,
  ),
  silent('one of its own less', edit('Accountability', without(1))),
  silent(
    "each department's own people",
    (yard) => {
      for (const { id, noun } of yard.departments)
        edit(
          'Leadership',
          at(0, (item) => item.replace('colleagues', noun)),
          'senior',
          id,
        )(yard);
    },
    ['copied', 'headings', 'columns', 'rows', 'YAML'],
  ),
  told(
    'a list in a comment',
    edit('Leadership', (items, group) => {
      group.before = `<!--\n${items.map((item) => `- ${item}\n`).join('')}-->`;
      return [];
    }),
    /Leadership/,
    /competency-(?:structure|shared)/,
    lists,
  ),
  told(
    'a list as a paragraph',
    edit('Leadership', (items, group) => {
      group.before = items.join(' ');
      return [];
    }),
    /Leadership/,
    /competency-(?:structure|shared)/,
    lists,
  ),
  told(
    'two put into a sentence',
    edit('Values', ([a = '', b = '', c = '']) => [`${unstopped(a)} and ${lower(b)}`, c]),
    /one competency/,
  ),
  told(
    'words that hold a place',
    edit('Accountability', (items) => [...items, 'Lorem ipsum dolor sit amet']),
    /Lorem/,
    /competency-placeholder/,
  ),
  told(
    'the level below',
    edit('Accountability', () => ['Same as Junior']),
    /Junior/,
    /competency-placeholder/,
  ),
];

/** Changes of names, of sentences, and of how a list is written. */
export const pageMutations: readonly Mutation[] = [...named, ...written];
