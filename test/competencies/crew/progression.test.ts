import { type Files, group, include, list, type Scene, scenes, table } from './crew.ts';

const base: Files = {
  'deck/junior': group('Craft', list('Coils every rope on board', 'Scrubs the deck before sunrise')),
  'deck/senior': group('Craft', list('Orders timber for new planks', 'Steers by stars at night')),
  'deck/staff': group('Craft', list('Designs hulls for rough seas', 'Teaches at the harbour school')),
};
const senior = (...texts: readonly string[]) => ({ 'deck/senior': group('Craft', ...texts) });
const kinds = (name: string, ...items: readonly string[]) =>
  `- ${name}\n${items.map((item) => `  - ${item}\n`).join('')}`;

scenes(
  'levels that build on each other',
  base,
  [
    ['as they should', {}],
    ['one in the same words', senior(list('Coils every rope on board', 'Steers by stars at night'))],
    [
      'one in the same words, with other signs',
      senior(list('Steers by stars at night', 'coils every rope, on board.')),
    ],
    ['all in the same words', senior(list('Scrubs the deck before sunrise', 'Coils every rope on board'))],
    [
      'all in the same words, and one more',
      senior(list('Scrubs the deck before sunrise', 'Coils every rope on board', 'Steers by stars')),
    ],
    [
      'all but one in the same words',
      {
        'deck/junior': group('Craft', list('Coils every rope', 'Scrubs the deck', 'Feeds the cat')),
        ...senior(list('Coils every rope', 'Scrubs the deck')),
      },
    ],
    [
      'the only one in the same words',
      { 'deck/junior': group('Craft', list('Coils every rope')), ...senior(list('Coils every rope')) },
    ],
    ['of two levels below', { 'deck/staff': group('Craft', list('Coils every rope on board')) }],
    [
      'at all levels',
      { ...senior(list('Coils every rope on board')), 'deck/staff': group('Craft', list('Coils every rope on board')) },
    ],
    ['left out in between', { 'deck/staff': group('Craft', list('Coils every rope on board', 'Designs hulls')) }],
    [
      'two left out in between',
      { 'deck/staff': group('Craft', list('Scrubs the deck before sunrise', 'Coils every rope on board')) },
    ],
    [
      'left out in between, where nothing is written',
      { ...senior(''), 'deck/staff': group('Craft', list('Coils every rope on board')) },
    ],
    ['left out at the top', senior(list('Steers by stars at night'))],
    ['in another group', { 'deck/senior': group('People', list('Coils every rope on board', 'Steers by stars')) }],
    [
      'an include of both',
      {
        'includes/craft': list('Coils every rope on board'),
        'deck/junior': group('Craft', include('craft')),
        ...senior(include('craft')),
      },
    ],
    [
      'rows of two names',
      {
        'deck/junior': group('Craft', table(['What', 'How'], ['Rope', 'Does it well'])),
        ...senior(table(['What', 'How'], ['Sail', 'Does it well'])),
      },
    ],
    [
      'rows of one name',
      {
        'deck/junior': group('Craft', table(['What', 'How'], ['Rope', 'Does it well'])),
        ...senior(table(['What', 'How'], ['Rope', 'Does it well'])),
      },
    ],
    [
      'a level outside the ladder',
      { 'deck/keeper': group('Craft', list('Coils every rope on board')) },
      { keys: ['levels: [junior, senior, staff]'] },
    ],
    [
      'a base page and a department',
      {
        junior: group('Craft', list('Feeds the cat', 'Sings')),
        senior: group('Craft', list('Feeds the cat', 'Sings')),
      },
    ],
    [
      'an include that two departments show',
      {
        'includes/low': list('Coils every rope on board', 'Sings'),
        'includes/high': list('Coils every rope on board', 'Dances'),
        ...Object.fromEntries(
          ['deck', 'mast'].flatMap((id) => [
            [`${id}/junior`, group('Craft', include('low'))],
            [`${id}/senior`, group('Craft', include('high'))],
          ]),
        ),
      },
    ],
    [
      'a category by another name',
      {
        'deck/junior': group('Craft', kinds('Ropes and knots on board', 'Coils every rope.', 'Ties two knots.')),
        ...senior(kinds('Ropes and knots ashore', 'Sells every rope.', 'Ties ten knots.')),
      },
    ],
    [
      'a category by a name that shares one word',
      {
        'deck/junior': group('Craft', kinds('Ropes aloft', 'Coils every rope.', 'Ties two knots.')),
        ...senior(kinds('Ropes below', 'Sells every rope.', 'Ties ten knots.')),
      },
    ],
    [
      'a category by a longer name',
      {
        'deck/junior': group('Craft', kinds('Ropes and knots', 'Coils every rope.', 'Ties two knots.')),
        ...senior(kinds('Ropes and the knots of any ship', 'Sells every rope.', 'Ties ten knots.')),
      },
    ],
    [
      'a category by a name that half shares',
      {
        'deck/junior': group('Craft', kinds('Ropes knots', 'Coils every rope.', 'Ties two knots.')),
        ...senior(kinds('Ropes knots sold ashore', 'Sells every rope.', 'Ties ten knots.')),
      },
    ],
    [
      'a category by the same name',
      {
        'deck/junior': group('Craft', kinds('Ropes and knots', 'Coils every rope.')),
        ...senior(kinds('Ropes and knots', 'Sells every rope.')),
      },
    ],
    [
      'a category by another name, beside the same',
      {
        'deck/junior': group('Craft', kinds('Ropes and knots', 'Coils every rope.')),
        ...senior(kinds('Ropes and knots', 'Sells every rope.') + kinds('Ropes and knots again', 'Lends every rope.')),
      },
    ],
  ] satisfies readonly Scene[],
  { rules: /^competency-progression/ },
);
