import { type Files, group, include, list, type Scene, scenes, table } from './crew.ts';

const base: Files = {
  'includes/craft': list('Owns the plan of a whole crew', 'Mends sails with care and speed'),
  'deck/junior': group('Craft', list('Coils every rope on board', 'Scrubs the deck before sunrise')),
  'deck/senior': group('Craft', include('craft'), list('Orders timber for new planks')),
  'hold/junior': group('Craft', list('Rolls barrels down a ramp', 'Counts the crates aloud')),
  'hold/senior': group('Craft', include('craft'), list('Balances cargo by its weight')),
  'mast/senior': group('Craft', include('craft'), list('Hoists flags to greet a port')),
};
const mast = (...texts: readonly string[]) => ({ 'mast/senior': group('Craft', include('craft'), ...texts) });
const three = ['Reads the stars at midnight', 'Measures depth with a lead line', 'Patches leaks below the waterline'];
const others = ['Sings while hauling the anchor', 'Feeds the cat twice a day', 'Whistles only in a calm'];
const junior = (text: string) => ({ 'deck/junior': group('Craft', text) });
const senior = (text: string) => ({ 'hold/senior': group('Craft', include('craft'), text) });

const twice: readonly Scene[] = [
  ['nothing twice', {}],
  ['in one list', mast(list('Hoists flags at noon', 'Oils hinges', 'Hoists flags at noon!'))],
  [
    'a question that other levels have above their answers too',
    {
      'deck/junior': group('Craft', list('How do they plan their day?\n  - By asking', 'Coils ropes')),
      ...mast(
        list('How do they plan their day?\n  - By the clock', 'Oils hinges', 'How do they plan their day?\n  - By ear'),
      ),
    },
  ],
  ['a question of one page', mast(list('Do they oil the hinges?', 'Oils masts', 'Do they oil the hinges?'))],
  ['three times', mast(list('Hoists flags at noon', 'Hoists flags at noon', 'Hoists flags at noon'))],
  ['what the include has', mast(list('Mends sails with care and speed'))],
  [
    'what the include has, above it',
    { 'mast/senior': group('Craft', list('Mends sails with care and speed'), include('craft')) },
  ],
  [
    'what the include has, in another group',
    { 'mast/senior': group('Craft', include('craft')) + group('People', list('Mends sails with care and speed')) },
    { keys: ['groups: [Craft, People]'] },
  ],
  [
    'what two includes have',
    { 'includes/mast': list('Oils hinges', 'Mends sails with care and speed'), ...mast(include('mast')) },
  ],
  [
    'what a list and its own include have',
    { 'includes/mast': list('Oils all the hinges'), ...mast(include('mast'), list('Oils all the hinges')) },
  ],
  [
    'what a list and its own include below have',
    { 'includes/mast': list('Oils all the hinges'), ...mast(list('Oils all the hinges'), include('mast')) },
  ],
  ['a few more words', mast(list('Owns the plan of a whole crew in harbour'))],
  ['many more words', mast(list('Owns the plan of a whole crew in every harbour of the coast and at sea for years'))],
  ['a few words less', mast(list('Owns the plan'))],
  ['three words less', mast(list('Mends sails with care'))],
  ['two words that others hold', mast(list('Mends sails'))],
  ['nearly the same, in few words', mast(list('Hoists flags at dawn', 'Hoists flags at dusk'))],
  ['nearly the same, in five words', mast(list('Oils rusty iron hinges daily', 'Oils rusty iron hinges gladly'))],
  [
    'the same but for a letter, in five words',
    mast(list('Oils rusty iron hinges daily', 'Oils rusty iron hinges dailly')),
  ],
  [
    'the same but for a letter, in six words',
    mast(list('Oils rusty iron ship hinges daily', 'Oils rusty iron ship hinges dailly')),
  ],
  [
    'nearly the same, in six words',
    mast(list('Oils rusty iron hinges every Monday', 'Oils rusty iron hinges every Sunday')),
  ],
  [
    'nearly the same, in ten words',
    mast(
      list(
        'Oils rusty iron hinges every Monday morning before breakfast gladly',
        'Oils rusty iron hinges every Monday morning before breakfast calmly',
      ),
    ),
  ],
  [
    'half the same, in ten words',
    mast(
      list(
        'Oils rusty iron hinges every Monday morning before breakfast gladly',
        'Oils rusty iron hinges, then sings of home and of harbours',
      ),
    ),
  ],
  [
    'in two rows of a table',
    mast(table(['What', 'How'], ['Flags', 'Does so every day'], ['Hinges', 'Does so every day'])),
  ],
  [
    'in two rows of one name',
    mast(table(['What', 'How'], ['Flags', 'Does so every day'], ['Flags', 'Does so every day'])),
  ],
  [
    'in a group that stands there twice',
    { 'mast/senior': group('Craft', include('craft')) + group('Craft', include('craft')) },
  ],
  [
    'in an include that several show',
    { 'includes/craft': list('Owns the plan of a whole crew', 'Mends sails', 'Owns the plan of a whole crew') },
  ],
  ['two of six words apart', mast(list('Oils rusty iron hinges every Monday', 'Oils shiny brass hinges every Monday'))],
  [
    'on a base page beside the folder of departments',
    Object.fromEntries(
      ['roles', 'roles/deck'].map((name) => [
        name,
        ['Junior', 'Senior']
          .map((level) => `## ${level}\n\n#${group('Craft', list(`Does ${level}`, `Does ${level}`))}`)
          .join('\n'),
      ]),
    ),
    { pages: 'roles/{department}.md' },
  ],
  ['an include twice', mast(include('craft'))],
  [
    'an include twice, in two groups',
    { 'mast/senior': group('Craft', include('craft')) + group('People', include('craft')) },
    { keys: ['groups: [Craft, People]'] },
  ],
  ['an include without a list twice', { 'includes/note': 'Read this.\n', ...mast(include('note'), include('note')) }],
  ['an include three times', mast(include('craft'), include('craft'))],
];
const copied: readonly Scene[] = [
  ['of another level and department', { ...junior(list(...three)), ...senior(list(...three)) }],
  [
    'with other signs',
    { ...junior(list(...three)), ...senior(list(...three.map((item) => `${item.toLowerCase()}.`))) },
  ],
  ['in another order', { ...junior(list(...three)), ...senior(list(...[...three].reverse())) }],
  ['of two', { ...junior(list(...three.slice(1))), ...senior(list(...three.slice(1))) }],
  [
    'of the same department',
    { ...junior(list(...three)), 'deck/senior': group('Craft', include('craft'), list(...three)) },
  ],
  ['of the same level', { ...junior(list(...three)), 'hold/junior': group('Craft', list(...three)) }],
  [
    'to two levels of a department, as a step that both have',
    {
      'deck/junior': group('Craft', list(...three)),
      'hold/junior': group('Craft', list(...others)),
      ...senior(list(...three)),
      'hold/staff': group('Craft', list(...three)),
      'mast/staff': group('Craft', list('Guards the chest of maps')),
    },
  ],
  ['by two departments', { ...junior(list(...three)), ...senior(list(...three)), ...mast(list(...three)) }],
  [
    'from the higher level, which stands first',
    { 'deck/senior': group('Craft', include('craft'), list(...three)), 'hold/junior': group('Craft', list(...three)) },
  ],
  ['in an include', { 'includes/three': list(...three), ...junior(list(...three)), ...senior(include('three')) }],
  ['of the base', { junior: group('Craft', list(...three)), ...senior(list(...three)) }],
  ['by the base', { senior: group('Craft', list(...three)), ...junior(list(...three)) }],
  [
    'with one that is shared',
    {
      ...junior(list(...three, 'Mends sails with care and speed')),
      ...senior(list(...three, 'Mends sails with care and speed')),
    },
  ],
  [
    'with a level outside the ladder',
    { ...junior(list(...three)), 'hold/keeper': group('Craft', list(...three)) },
    { keys: ['levels: [junior, senior]'] },
  ],
  [
    'two lists',
    {
      ...junior(`${list(...three)}\nAnd:\n\n${list(...others)}`),
      ...senior(`${list(...three)}\nAnd:\n\n${list(...others)}`),
    },
  ],
];

scenes('duplicates', base, twice, { rules: /^competency-duplicate/ });
scenes('copied lists', base, copied, { rules: /^competency-duplicate/ });
