import {
  copies,
  edit,
  levelOf,
  type Mutation,
  replaced,
  shareds,
  silent,
  styled,
  told,
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
  told('in another language', replaced('Leadership', 1, /.*/, 'Schlichtet Streit auf der Helling.'), /Settles/),
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

const rest = ', which means that everybody speaks once before anybody speaks twice, and that notes go round.';
const half = 'Plans the work of a small crew and tells the foreman on Mondays where it stands.';
const reworded: readonly Mutation[] = [
  told('a number', replaced('Technical', 0, 'ten', 'twenty'), /twenty/, words),
  told('at most for at least', replaced('Leadership', 0, 'least', 'most'), /most/, words),
  told('with for without', replaced('Technical', 1, 'without', 'with'), /with/, words),
  told('not put in', replaced('Technical', 2, 'are', 'are not'), /not/, words),
  told('an aside', replaced('Values', 1, 'habits', 'habits (old or new)'), /old/, words),
  told('half of the words', replaced('Leadership', 2, /.*/, half), /Plans|foreman/, words),
  told('a long clause', replaced('Values', 0, /\.$/, rest), /notes/, words),
];

const rearranged: readonly Mutation[] = [
  told(
    'three merged',
    edit('Technical', ([first = '', ...others]) => [first, others.slice(0, 3).join(' '), others[3] ?? '']),
    /one competency/,
  ),
  told(
    'split and apart',
    edit('Technical', ([, ...others]) => [
      'Draws up plans for a complete refit.',
      ...others,
      'Estimates materials within ten percent.',
    ]),
    /as one/,
  ),
  told(
    'one swapped between groups',
    (yard) => {
      replaced('Leadership', 0, /.*/, shared.senior?.Values?.[0] ?? '')(yard);
      replaced('Values', 0, /.*/, shared.senior?.Leadership?.[0] ?? '')(yard);
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
