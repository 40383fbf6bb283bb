import {
  at,
  copies,
  edit,
  levelOf,
  type Mutation,
  shareds,
  silent,
  styled,
  told,
  unstopped,
  without,
  words,
} from './edits.ts';
import { shared } from './model.ts';
import { lists } from './write.ts';

const lost: readonly Mutation[] = [
  told(
    'all but one dropped',
    edit('Technical', (items) => items.slice(0, 1)),
    /4 of the 5|leaves out/,
  ),
  told('dropped at the highest level', edit('Leadership', without(3), 'staff'), /Notices friction|lacks/),
  told(
    'in another language',
    edit(
      'Leadership',
      at(1, () => 'Schlichtet Streit auf der Helling.'),
    ),
    /Settles/,
  ),
  told('an HTML list that lacks one', edit('Leadership', styled('html', without(1))), /Settles/, shareds, lists),
  told(
    'a table in place of the list that lacks one',
    edit('Leadership', styled('table', without(1))),
    /Settles/,
    shareds,
    lists,
  ),
  silent(
    'three of five drop the same',
    (yard) => {
      for (const department of ['joinery', 'paint', 'sails']) edit('Technical', without(1), 'senior', department)(yard);
    },
    ['copied', 'headings', 'columns', 'rows', 'YAML'],
  ),
];

const reworded: readonly Mutation[] = [
  told(
    'a number',
    edit(
      'Technical',
      at(0, (item) => item.replace('ten', 'twenty')),
    ),
    /twenty/,
    words,
  ),
  told(
    'at most for at least',
    edit(
      'Leadership',
      at(0, (item) => item.replace('least', 'most')),
    ),
    /most/,
    words,
  ),
  told(
    'with for without',
    edit(
      'Technical',
      at(1, (item) => item.replace('without', 'with')),
    ),
    /with/,
    words,
  ),
  told(
    'not put in',
    edit(
      'Technical',
      at(2, (item) => item.replace('are', 'are not')),
    ),
    /not/,
    words,
  ),
  told(
    'an aside',
    edit(
      'Values',
      at(1, (item) => item.replace('habits', 'habits (old or new)')),
    ),
    /old/,
    words,
  ),
  told(
    'half of the words',
    edit(
      'Leadership',
      at(2, () => 'Plans the work of a small crew and tells the foreman on Mondays where it stands.'),
    ),
    /Plans|foreman/,
    words,
  ),
  told(
    'a long clause',
    edit(
      'Values',
      at(
        0,
        (item) =>
          `${unstopped(item)}, which means that everybody speaks once before anybody speaks twice, and that notes go round.`,
      ),
    ),
    /notes/,
    words,
  ),
];

const rearranged: readonly Mutation[] = [
  told(
    'three merged',
    edit('Technical', ([first = '', ...rest]) => [first, rest.slice(0, 3).join(' '), rest[3] ?? '']),
    /one competency/,
  ),
  told(
    'split and apart',
    edit('Technical', ([, ...rest]) => [
      'Draws up plans for a complete refit.',
      ...rest,
      'Estimates materials within ten percent.',
    ]),
    /as one/,
  ),
  told(
    'one swapped between groups',
    (yard) => {
      edit(
        'Leadership',
        at(0, () => shared.senior?.Values?.[0] ?? ''),
      )(yard);
      edit(
        'Values',
        at(0, () => shared.senior?.Leadership?.[0] ?? ''),
      )(yard);
    },
    /Move it/,
  ),
  told(
    'every group of the lower level',
    (yard) => {
      for (const name of ['Leadership', 'Technical', 'Values']) edit(name, () => shared.junior?.[name] ?? [])(yard);
    },
    /of Junior here/,
  ),
  told(
    'the higher level in its place',
    edit('Technical', () => shared.staff?.Technical ?? []),
    /of Staff here/,
  ),
  told(
    'two levels swapped',
    (yard) => {
      const [low, high] = [levelOf(yard, 'junior'), levelOf(yard)];
      for (const group of [...low.groups, ...high.groups]) group.included = false;
      [low.groups, high.groups] = [high.groups, low.groups];
    },
    /here. Write those of/,
  ),
  told(
    'twice in nearly the same words',
    edit('Values', (items) => [...items, 'Shares lessons from failed projects with everybody concerned.']),
    /nearly the same/,
    /competency-duplicate/,
  ),
  told(
    'twice in two groups',
    edit('Accountability', (items) => [...items, shared.senior?.Values?.[1] ?? '']),
    /twice/,
    /competency-duplicate/,
    copies,
  ),
];

/** Changes of what stands in the lists. */
export const listMutations: readonly Mutation[] = [...lost, ...reworded, ...rearranged];
