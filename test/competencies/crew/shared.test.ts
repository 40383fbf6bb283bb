import { type Files, group, include, list, type Scene, scenes, table, titled } from './crew.ts';

const junior = ['Coils ropes without a knot in them', 'Scrubs the deck before sunrise', 'Reads the tide table aloud'];
const senior = ['Trims the sails in any wind', 'Steers by stars alone at night', 'Repairs a torn sail at sea'] as const;
const [first, second, third] = senior;
const people = ['Thanks those who keep watch', 'Listens before giving orders', 'Learns every name within a week'];
const own = list('Hoists flags to greet a port', 'Oils every hinge on board');
const other = { rules: /^competency-shared/ };

/** Three departments at two levels, with what all share by `craft`. */
function crew(craft: (level: 'junior' | 'senior') => string): Record<string, string> {
  return {
    'deck/junior': group('Craft', craft('junior'), list('Paints the hull in spring')),
    'deck/senior': group('Craft', craft('senior'), list('Orders timber for planks')),
    'hold/junior': group('Craft', craft('junior'), list('Rolls barrels down a ramp')),
    'hold/senior': group('Craft', craft('senior'), list('Balances cargo by weight')),
    'mast/junior': group('Craft', craft('junior'), list('Climbs aloft with a harness')),
    'mast/senior': group('Craft', craft('senior'), own),
  };
}

const included: Files = {
  'includes/junior-craft': list(...junior),
  'includes/senior-craft': list(...senior),
  ...crew((level) => include(`${level}-craft`)),
};
const mast = (...texts: readonly string[]) => ({ 'mast/senior': group('Craft', ...texts) });
const keys = (...lines: readonly string[]) => ({ ...other, keys: lines });

const ofIncludes: readonly Scene[] = [
  ['as it should be', {}],
  ['one of another level below the own list', mast(include('senior-craft'), list(junior[0]!, 'Hoists flags'))],
  ['two of another level below the own list', mast(include('senior-craft'), list(...junior.slice(0, 2)))],
  ['two of another level, the last one first', mast(include('senior-craft'), list(junior[2]!, junior[0]!))],
  ['two of another level after others', mast(include('senior-craft'), own + list(...junior.slice(1)))],
  ['another level in its place', mast(list(...junior))],
  ['most of another level in its place', mast(list(...junior.slice(1)))],
  ['one of another level in its place', mast(list(junior[0]!))],
  ['another level by an include of its own', { 'includes/mast': list(...junior), ...mast(include('mast')) }],
  ['the include of another level', mast(include('junior-craft'), own)],
  ['the include of another level without quotes', mast('{{% include file="includes/junior-craft.md" %}}\n', own)],
  ['left out', mast(own)],
  ['left out where text stands', mast('We ask for this.\n', own)],
  ['another include in its place', { 'includes/mast': own, ...mast(include('mast')) }],
  ['another include below', { 'includes/mast': own, ...mast('Words.\n', include('mast')) }],
  ['an include that is missing in its place', mast(include('nowhere'), own)],
  ['nothing below the heading', mast('')],
  [
    'the include of the third level',
    {
      'includes/staff-craft': list(...people, 'Writes the log in ink'),
      ...Object.fromEntries(
        ['deck', 'hold', 'mast'].map((id) => [`${id}/staff`, group('Craft', include('staff-craft'))]),
      ),
      ...mast(include('staff-craft'), own),
    },
  ],
  ['the includes of two levels', mast(include('senior-craft'), include('junior-craft'), own)],
  ['the include of another level, below its own', mast(include('senior-craft'), own, include('junior-craft'))],
  [
    'in half of four departments',
    {
      'hold/senior': group('Craft', own),
      ...mast(own),
      'bilge/senior': group('Craft', include('senior-craft')),
      'tent/senior': group('Craft', own),
    },
  ],
  [
    'in one of four departments, and a copy in another',
    {
      'bilge/senior': group('Craft', own),
      'hold/senior': group('Craft', list(...people)),
      'deck/senior': group('Craft', list(...senior)),
    },
  ],
  ['in two of three departments, where text stands', { ...mast('Words.\n', own), 'deck/junior': null }],
  ['in two of three departments', { ...mast(own), 'deck/junior': null, 'hold/junior': null, 'mast/junior': null }],
  ['in one of two departments, and a copy in the other', { 'deck/senior': null, ...mast(list(...senior)) }],
  ['in one of two departments, and most of a copy in the other', { 'deck/senior': null, ...mast(list(first, second)) }],
  [
    'merged with four of five words',
    {
      'includes/senior-craft': list('Steers by stars alone at night', 'Repairs every torn sail at sea', first),
      ...mast(list(first, 'Steers by stars alone at night and repairs every torn sail')),
    },
  ],
  [
    'merged of two words each',
    {
      'includes/senior-craft': list(first, 'Trims sails', 'Steers ships'),
      ...mast(list(first, 'Trims sails, steers ships')),
    },
  ],
  [
    'merged of one word each',
    { 'includes/senior-craft': list(first, 'Sings', 'Dances'), ...mast(list(first, 'Sings, dances')) },
  ],
  [
    'merged with as much again',
    {
      'includes/senior-craft': list(first, 'Trims sails', 'Steers ships'),
      ...mast(list(first, 'Trims sails, steers ships and feeds the old cat of our captain')),
    },
  ],
  [
    'split with four of five words',
    {
      'includes/senior-craft': list(first, 'Repairs torn sails and steers ships'),
      ...mast(list(first, 'Repairs torn sails', 'Steers them')),
    },
  ],
  [
    'split with three of five words',
    {
      'includes/senior-craft': list(first, 'Repairs torn sails and steers ships'),
      ...mast(list(first, 'Repairs sails', 'Steers them')),
    },
  ],
  [
    'left out, where two teams of one department have it',
    {
      'deck/senior': null,
      'deck/top/senior': group('Craft', include('senior-craft')),
      'deck/low/senior': group('Craft', include('senior-craft')),
      'hold/senior': null,
      ...mast(own),
    },
  ],
  [
    'left out, where one department and a team of its own have it',
    { 'deck/senior': null, 'mast/top/senior': group('Craft', include('senior-craft')), ...mast(own) },
  ],
  ['nested below a text', mast(`- ${first}\n- What else they do\n  - ${second}, daily:\n    - ${third}\n`)],
  [
    'nested in other signs',
    mast(`- ${first}\n- They do much more than we can say here:\n  - ${second.toUpperCase()}!\n  - ${third}\n`),
  ],
  ['struck out in other signs', mast(`- ${first}\n- ~~${second.toUpperCase()}!~~\n- ${third}\n`)],
  ['one split in two', mast(list('Trims the sails', 'Trims in any wind', second, third))],
  ['one split, with a word lost', mast(list('Trims the sails', 'Trims in wind', second, third))],
  ['a copy', mast(list(...senior))],
  ['a copy and more in a list of its own', mast(list(...senior), own)],
  ['a copy and more in one list', mast(list(...senior) + own)],
  ['a copy below a list of its own', mast(own, '\nAnd:\n', list(second, first, third))],
  [
    'two that are like one',
    mast(list(first, 'Steers by stars alone at noon and dusk', 'Steers by stars alone at noon', third)),
  ],
  ['a copy in a table', mast(table(['Competency'], ...senior.map((each) => [each])))],
  ['a copy in an include', { 'includes/mast': list(...senior), ...mast(include('mast')) }],
  ['a copy that lacks one in an include', { 'includes/mast': list(first, third), ...mast(include('mast')) }],
  ['the first two swapped', mast(list(second, first, third))],
  ['the last one first', mast(list(third, first, second))],
  ['in another order, with more', mast(list(second, first, third) + own)],
  ['one lost', mast(list(first, third))],
  ['one lost of two lists', mast(list(first), own, list(third))],
  ['all but one lost', mast(list(first))],
  ['words left out', mast(list(first, 'Steers by stars at night', third))],
  ['words added', mast(list(first, 'Steers by stars alone at night and in fog', third))],
  ['words changed', mast(list(first, 'Steers by stars alone at noon', third))],
  ['words changed in HTML', mast(list(first, 'Steers by stars alone at <b>noon</b>', third))],
  [
    'one in other words, the others as they are, in another order',
    mast(list(third, 'Steers by stars at night', first)),
  ],
  ['two merged', mast(list(first, `${second}, repairs a torn sail at sea`))],
  [
    'two merged among seventy others',
    mast(
      list(
        first,
        `${second}, repairs a torn sail at sea`,
        ...Array.from({ length: 70 }, (_, at) => `Own matter number ${at} of many`),
      ),
    ),
  ],
  ['one split', mast(list(first, 'Steers by stars', 'Steers alone at night', third))],
  ['one nested', mast(`- ${first}\n  - ${second}\n- ${third}\n`)],
  ['one struck out', mast(list(first, `~~${second}~~`, third))],
  ['one lost and one of another level', mast(list(first, junior[0]!, third))],
  [
    'one moved, one kept and one in other words',
    {
      'mast/senior': group('Craft', list(first, 'Steers by stars alone at noon')) + group('People', list(third)),
    },
    keys('groups: [Craft, People]'),
  ],
  ['a malformed call above another level', mast('{{% include "includes/senior-craft.md" }}\n', list(...junior))],
  ['one moved', { 'mast/senior': group('Craft', list(first, third)) + group('People', list(second)) }],
  ['kept by its department', {}, keys('departments: {mast: {shared: keep}}')],
  ['kept in another group', {}, keys('departments: {mast: {shared: {People: keep}}}')],
  ['kept in this group', {}, keys('departments: {mast: {shared: {Craft: keep}}}')],
  [
    'kept, with an include of another level',
    mast(include('senior-craft'), include('junior-craft')),
    keys('departments: {mast: {shared: keep}}'),
  ],
  ['replaced', mast(own), keys('departments: {mast: {shared: replace}}')],
  ['replaced by a copy', mast(list(...senior)), keys('departments: {mast: {shared: replace}}')],
  ['replaced by another level', mast(list(...junior)), keys('departments: {mast: {shared: replace}}')],
  [
    'a team in a department that keeps',
    { 'mast/top/senior': group('Craft', include('senior-craft'), own) },
    keys('departments: {mast: {shared: keep}}'),
  ],
  ['a call that is malformed', mast('{{% include "includes/senior-craft.md" }}\n', own)],
  ['a shortcode that nobody knows', mast('{{< crew-list >}}\n', own)],
  [
    'a list that two levels show, and the own one left out',
    {
      'includes/values': list('Shares the last biscuit', 'Tells the truth about the weather'),
      'deck/junior': group('Craft', include('junior-craft'), include('values')),
      'hold/junior': group('Craft', include('junior-craft'), include('values')),
      'deck/senior': group('Craft', include('senior-craft'), include('values')),
      'hold/senior': group('Craft', include('senior-craft'), include('values')),
      ...mast(include('values')),
    },
  ],
  [
    'an include that brings the shared one',
    { 'includes/mast': `${include('senior-craft')}\n${own}`, ...mast(include('mast')) },
  ],
  [
    'an include that brings another level',
    { 'includes/mast': `${include('junior-craft')}\n${own}`, ...mast(include('mast')) },
  ],
  [
    'another department lacks it too',
    {
      ...mast(own),
      'hold/senior': group('Craft', list('Balances cargo by weight')),
      'tent/senior': included['deck/senior']!,
      'yard/senior': included['deck/senior']!,
      'yard/top/senior': included['deck/senior']!,
    },
  ],
  [
    'only a team has it',
    {
      ...mast(own),
      'hold/senior': null,
      'deck/senior': null,
      'mast/top/senior': group('Craft', include('senior-craft')),
    },
  ],
  ['shared by declaration', { ...mast(own) }, keys("shared: [{group: Craft, include: 'includes/{level}-craft.md'}]")],
  [
    'shared by declaration, in the words of a call',
    {
      'includes/mast': own,
      ...crew((level) => `{{% include file="includes/${level}-craft.md" %}}\n`),
      ...mast(include('mast')),
    },
    keys("shared: [{group: Craft, include: 'includes/{level}-craft.md'}]"),
  ],
  [
    'shared by declaration, by a part of the name',
    { ...mast(own) },
    keys("shared: [{group: raf, include: 'includes/{level}-craft.md'}]"),
  ],
  [
    'shared by declaration, kept',
    {},
    keys("shared: [{group: Craft, policy: keep, include: 'includes/{level}-craft.md'}]"),
  ],
  [
    'shared by declaration, of no group',
    mast(own),
    keys("shared: [{group: Song, include: 'includes/{level}-craft.md'}]"),
  ],
  [
    'shared by declaration, of no file',
    mast(own),
    keys("shared: [{group: Craft, include: 'includes/{level}-song.md'}]"),
  ],
  [
    'shared by declaration, and included by nobody',
    { 'includes/senior-song': list('Sings while hauling', 'Knows all verses'), ...mast(own) },
    keys("shared: [{group: Craft, include: 'includes/{level}-song.md'}]"),
  ],
  [
    'shared by declaration, a file without a list',
    { 'includes/senior-song': 'Sing.\n' },
    keys("shared: [{group: Craft, include: 'includes/{level}-song.md'}]"),
  ],
  [
    'shared by declaration, a file with a table',
    { 'includes/senior-song': table(['Song'], ['Sings while hauling']), ...mast(own) },
    keys("shared: [{group: Craft, include: 'includes/{level}-song.md'}]"),
  ],
  ['nothing is shared by declaration', mast(own), keys('shared: []')],
];

const twin = (text: string) => ({ 'includes/senior-copy': text });
const five = [
  'Trims the sails in any wind',
  'Steers by stars alone',
  'Repairs a torn sail',
  'Sounds the depth',
  'Reads the clouds',
];
const fives = { 'includes/senior-craft': list(...five) };
const twins: readonly Scene[] = [
  ['word for word, shown by nobody', twin(list(...senior))],
  ['that lacks one', { ...fives, ...twin(list(...five.slice(1))) }],
  ['that lacks two', { ...fives, ...twin(list(...five.slice(2))) }],
  ['that lacks three', { ...fives, ...twin(list(...five.slice(3))) }],
  ['with one in other words', { ...fives, ...twin(list(...five.slice(0, 4), 'Reads all the clouds')) }],
  [
    'with two in other words',
    { ...fives, ...twin(list(...five.slice(0, 3), 'Sounds the depths', 'Reads all the clouds')) },
  ],
  ['with one more', { ...fives, ...twin(list(...five, 'Ties a bowline blindfolded')) }],
  [
    'with two more, and one lost',
    { ...fives, ...twin(list(...five.slice(1), 'Ties a bowline blindfolded', 'Whistles for wind')) },
  ],
  ['after a list of links', { ...fives, ...twin(`Words.\n\n${list('', '')}\n${list(...five)}`) }],
  ['in a table', { ...fives, ...twin(table(['What'], ...five.map((each) => [each]))) }],
  ['after an empty list', { ...fives, ...twin(`1.\n2.\n\nAnd:\n\n${list(...five.slice(1))}`) }],
  [
    'half of it in the same words',
    {
      'includes/senior-craft': list(...five.slice(0, 4)),
      ...twin(list(five[0]!, five[1]!, 'Repairs torn sails', 'Sounds the depths')),
    },
  ],
  [
    'one alone in the same words',
    { 'includes/senior-craft': list(...five.slice(0, 2)), ...twin(list(five[0]!, 'Steers by the stars alone now')) },
  ],
  [
    'in another folder, shown',
    {
      'includes/mast/craft': list(...senior),
      'mast/senior': group('Craft', include('senior-craft'), include('mast/craft')),
    },
  ],
  ['in another folder, not shown', { 'includes/mast/craft': list(...senior) }],
  [
    'of two lists, the nearer in length',
    {
      'includes/junior-craft': list(...five),
      'includes/senior-craft': list(...five.slice(0, 4)),
      ...twin(list(...five.slice(0, 4))),
    },
  ],
];

const base: Files = {
  junior: titled('Junior', group('Craft', list(...junior))),
  senior: titled('Senior', group('Craft', list(...senior))),
  ...crew((level) => list(...(level === 'junior' ? junior : senior))),
};
const ofBase: readonly Scene[] = [
  ['as it should be', {}],
  ['one lost', mast(list(first, third))],
  ['all but one lost', mast(list(second))],
  ['all lost', mast(own)],
  ['all lost, and nothing written', mast('')],
  ['none but one in other words', mast(list('Steers by the stars alone at night'))],
  ['one in other words', mast(list(first, 'Steers by the stars at night', third))],
  ['in another order', mast(list(first, third, second))],
  ['in a table', mast(table(['What'], ...senior.map((each) => [each])))],
  ['one moved, the others lost', { 'mast/senior': group('Craft', own) + group('People', list(first)) }],
  ['another level', mast(list(...junior))],
  ['most of the base is another level', mast(list(first, ...junior))],
  [
    'the base shows an include',
    { 'includes/all': list(...senior), senior: group('Craft', include('all')), ...mast(own) },
  ],
  ['the base has an empty group', { senior: group('Craft', ''), ...mast(own) }],
  ['the base has no such group', { senior: group('People', list(...senior)), ...mast(own) }],
  [
    'declared, kept',
    { 'mast/senior': group('Craft', list(...senior), own) },
    keys('shared: [{group: Craft, policy: keep}]'),
  ],
  ['declared, of no base', { senior: null }, keys('shared: [{group: Craft}]')],
  ['replaced', mast(own), keys('departments: {mast: {shared: replace}}')],
];

const agreed = crew((level) => list(...(level === 'junior' ? junior : senior)));
const four = { 'bilge/senior': group('Craft', list(...senior)), 'bilge/junior': group('Craft', list(...junior)) };
const ofAgreement: readonly Scene[] = [
  ['as it should be', four],
  ['one lost', { ...four, ...mast(list(first, third)) }],
  ['one lost, by two', { ...four, ...mast(list(first, third)), 'hold/senior': group('Craft', list(first, third)) }],
  ['one that speaks to another', { ...four, ...mast(list(first, 'You steer by stars alone at night', third)) }],
  ['two lost', { ...four, ...mast(list(first)) }],
  [
    'one lost that two of a department have',
    {
      ...four,
      'hold/senior': null,
      'deck/senior': null,
      'bilge/top/senior': group('Craft', list(...senior)),
      'bilge/low/senior': group('Craft', list(...senior)),
      ...mast(list(first, third)),
    },
    keys('agree: {departments: 2}'),
  ],
  [
    'one lost that only teams of its own have',
    {
      'deck/senior': null,
      'hold/senior': null,
      'mast/top/senior': group('Craft', list(...senior)),
      'mast/low/senior': group('Craft', list(...senior)),
      ...mast(list(first, third)),
    },
    keys('agree: {departments: 2}'),
  ],
  ['all lost', { ...four, ...mast(own) }],
  [
    'all lost, and as many of another group kept',
    {
      ...Object.fromEntries(
        ['bilge', 'deck', 'hold', 'mast'].map((id) => [
          `${id}/senior`,
          group('Craft', list(...senior)) + group('People', list(...people)),
        ]),
      ),
      'mast/senior': group('Craft', own) + group('People', list(...people)),
    },
  ],
  [
    'all lost where one is agreed',
    {
      ...Object.fromEntries(
        ['bilge', 'deck', 'hold', 'mast'].map((id) => [
          `${id}/senior`,
          group('Craft', list(first, `Counts the ${id} lamps`)) + group('People', list(...people)),
        ]),
      ),
      'mast/senior': group('Craft', own) + group('People', list(...people)),
    },
  ],
  [
    'two lost that others have',
    {
      ...Object.fromEntries(
        ['bilge', 'deck', 'hold', 'tent', 'yard'].map((id) => [`${id}/senior`, group('Craft', list(...five))]),
      ),
      'bilge/senior': group('Craft', list(...five.slice(0, 4))),
      'deck/senior': group('Craft', list(...five.slice(0, 3), five[4]!)),
      ...mast(list(...five.slice(0, 3))),
    },
  ],
  ['one in other words', { ...four, ...mast(list(first, 'Steers by the stars at noon', third)) }],
  [
    'all lost, and two other groups kept',
    {
      ...Object.fromEntries(
        ['bilge', 'deck', 'hold', 'mast'].map((id) => [
          `${id}/senior`,
          group('Craft', list(...senior)) + group('People', list(...people)) + group('Values', list(...junior)),
        ]),
      ),
      'mast/senior': group('Craft', own) + group('People', list(...people)) + group('Values', list(...junior)),
    },
  ],
  ['another level', { ...four, ...mast(list(...junior)) }],
  ['another level below', { ...four, ...mast(list(...senior, ...junior)) }],
  ['in another order', { ...four, ...mast(list(third, second, first)) }],
  ['nothing written', { ...four, ...mast('') }],
  ['an include that is missing', { ...four, ...mast(include('nowhere')) }],
  ['replaced', { ...four, ...mast(own) }, keys('departments: {mast: {shared: replace}}')],
  ['three departments, one lacks one', mast(list(first, third))],
  ['three departments, one lacks one that two have', mast(list(first, third)), keys('agree: {departments: 2}')],
  [
    'two departments',
    { ...mast(list(first, third)), 'hold/senior': null, 'hold/junior': null },
    keys('agree: {departments: 2, share: 0.4}'),
  ],
  [
    'three of five lack one',
    {
      ...four,
      'tent/senior': group('Craft', list(...senior)),
      ...Object.fromEntries(['hold', 'deck', 'mast'].map((id) => [`${id}/senior`, group('Craft', list(first, third))])),
    },
  ],
  ['never', { ...four, ...mast(own) }, keys('agree: false')],
  [
    'beside what is included',
    {
      ...four,
      'includes/all': list(...five),
      ...Object.fromEntries(
        ['bilge', 'deck', 'hold', 'mast'].map((id) => [
          `${id}/senior`,
          group('Craft', include('all'), list(...senior)),
        ]),
      ),
      ...mast(include('all'), list(first)),
    },
  ],
  [
    'in other words of its own',
    {
      ...four,
      'hold/senior': group('Craft', list(first, 'Steers the hold by stars', third)),
      'deck/senior': group('Craft', list(first, 'Steers the deck by stars', third)),
      'bilge/senior': group('Craft', list(first, 'Steers the bilge by stars', third)),
      ...mast(list(first, third)),
    },
  ],
];

scenes('shared by includes', included, ofIncludes, other);
scenes('copies of includes', included, twins, other);
scenes('shared with a base page', base, ofBase, other);
scenes('agreed on', agreed, ofAgreement, other);
