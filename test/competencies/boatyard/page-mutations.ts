import {
  copiedLists,
  copies,
  edit,
  groupOf,
  heading,
  introduced,
  levelOf,
  lower,
  type Mutation,
  opened,
  replaced,
  silent,
  styled,
  told,
  unstopped,
  without,
} from './edits.ts';
import { lists, pages } from './write.ts';

const structure = /competency-structure/;
const roleName = /role-name/;
const wrongLevel = /"Staff".*"Senior"/;
const named: readonly Mutation[] = [
  told('a misspelt group', heading('Accountability', 'Acountability'), /looks like a misspelling/, structure),
  told('a misspelt shared group', heading('Leadership', 'Leadeship'), /looks like a misspelling/, structure),
  told('a renamed group', heading('Values', 'Culture'), /Values/, structure),
  silent('a group with the level in its name', heading('Leadership', 'Senior Leadership Competencies'), [
    ...lists,
    'YAML',
  ]),
  silent('a group in small letters', heading('Values', 'values'), [...lists, 'YAML']),
  told(
    'the sentence of another level',
    introduced('What we ask of joiners at the Staff level.'),
    wrongLevel,
    roleName,
    lists,
  ),
  told(
    'the sentence of another department',
    introduced('What the Paint department asks at the Senior level.'),
    /"Paint".*"Joinery"/,
    roleName,
    lists,
  ),
  told('a group of another level', heading('Leadership', 'Staff Leadership Competencies'), wrongLevel, roleName, lists),
  told(
    'the sentence of another level, without the word',
    introduced('What we ask of a Staff Joiner.'),
    wrongLevel,
    roleName,
    lists,
  ),
  told(
    'a group of another level, without more words',
    heading('Accountability', 'Staff Accountability'),
    wrongLevel,
    roleName,
    lists,
  ),
  silent(
    'what people of another level get from it',
    introduced('What we ask of a Senior Joiner, and what a Staff Joiner checks.'),
    lists,
  ),
  told(
    'the title of another department',
    (yard) => {
      levelOf(yard).title = 'Senior - Paint Department Career Framework';
    },
    /"Paint".*"Joinery"/,
    roleName,
    pages,
  ),
  silent('levels beside each other', introduced('Senior joiners do all that Junior joiners do, and more.')),
  silent('a promotion', introduced('Whoever is promoted to the Staff level leaves this page behind.'), lists),
  silent(
    'work with another department',
    introduced('At this level people work with the Paint department every day.'),
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

const sharpened = (before: string) => opened((name, depth) => `${'#'.repeat(depth)} ${before}${name}`);
const written: readonly Mutation[] = [
  silent(
    'a heading in HTML',
    opened((name, depth) => `<h${depth} id="lead">${name}</h${depth}>`),
    lists,
  ),
  silent('a heading with the name of an emoji', sharpened(':rocket: '), lists),
  silent('a break in a line', replaced('Leadership', 0, ' and', '<br>and'), copiedLists),
  silent('an entity', replaced('Leadership', 3, '-', '&#45;'), copiedLists),
  silent('a comment', replaced('Values', 0, /$/, ' <!-- agreed in May -->'), copies),
  silent('a link', replaced('Values', 0, 'discussion', '[discussion](https://example.org/)'), copies),
  silent('a no-break space', replaced('Leadership', 2, ' and ', '\u00a0and '), copies),
  silent('a soft hyphen', replaced('Leadership', 2, 'reports', 're\u00adports'), copies),
  silent('a heading with a number', sharpened('2. '), lists),
  silent('a heading with the number of its part', sharpened('2.1 '), lists),
  silent(
    'a heading with line below',
    opened((name) => `${name}\n---`),
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
  silent('a comma less', replaced('Values', 1, ',', ''), copies),
  silent('wrapped lines', edit('Leadership', styled('wrapped')), copiedLists),
  silent('a task list', edit('Leadership', styled('tasks')), copiedLists),
  silent('a table', edit('Leadership', styled('table')), copiedLists),
  silent('points below an item', replaced('Leadership', 0, /$/, '\n- In writing.\n- Twice a year.'), copiedLists),
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
      for (const { id, noun } of yard.departments) replaced('Leadership', 0, 'colleagues', noun, 'senior', id)(yard);
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
