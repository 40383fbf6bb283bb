import { type Files, group, include, list, type Scene, scenes, table } from './crew.ts';

const ids = ['bilge', 'deck', 'hold', 'mast'] as const;
const own: Readonly<Record<string, string>> = {
  bilge: 'Pumps water out at night.',
  deck: 'Orders timber for new planks.',
  hold: 'Balances cargo by its weight.',
  mast: 'Hoists flags to greet a port.',
  tent: 'Sews canvas with a strong needle.',
};
const level = (id: string, items: readonly string[]) => group('Craft', list(own[id]!, ...items));
const base: Files = Object.fromEntries(ids.map((id) => [`${id}/senior`, level(id, [])]));

/** What each department says besides, at the level of seniors; by `id/level` at another one. */
const says = (items: Readonly<Record<string, string | readonly string[]>>) =>
  Object.fromEntries(
    Object.entries(items).map(([place, said]) => {
      const [id = '', of = 'senior'] = place.split('/');
      return [`${id}/${of}`, level(id, [said].flat())];
    }),
  );
const [calm, calmly] = ['Takes part in drills as the need arises.', 'Takes part on drills as the need arises.'];
const typography = { config: 'rules: {handbook-competency-wording: [warn, {typography: true}]}\n' };

const words: readonly Scene[] = [
  ['one alone', says({ deck: calm })],
  ['the same in two', says({ deck: calm, mast: calm })],
  ['a small word, one against one', says({ deck: calm, mast: calmly })],
  ['a small word, two against one', says({ deck: calm, hold: calm, mast: calmly })],
  ['a small word, one against two', says({ deck: calmly, hold: calm, mast: calm })],
  ['a small word, two against two', says({ bilge: calm, deck: calm, hold: calmly, mast: calmly })],
  ['a small word, and one ends without a stop', says({ deck: calm.replace('.', ''), mast: calmly })],
  ['a small word, at two levels', says({ deck: calm, 'mast/staff': calmly })],
  ['a small word, at two levels of three', says({ deck: calm, 'hold/staff': calm, 'mast/staff': calmly })],
  [
    'whom the words speak to',
    says({
      deck: 'Takes part in drills of their crew.',
      hold: 'Takes part in drills of their crew.',
      mast: 'You take part in drills of your crew.',
    }),
  ],
  [
    'whom the words speak to, and a word',
    says({
      deck: 'Takes part in drills of their crew.',
      hold: 'Takes part in drills of their crew.',
      mast: 'You take part on drills of your crew.',
    }),
  ],
  ['a small word, in one department', says({ deck: calm, 'deck/staff': calmly })],
  ['a small word, in one and another department', says({ deck: calm, 'deck/staff': calmly, 'mast/staff': calm })],
  [
    'a small word, in an include of two and in one of these',
    {
      'includes/calm': list(calm),
      'deck/senior': group('Craft', list(own.deck!), include('calm')),
      'hold/senior': group('Craft', list(own.hold!, calmly), include('calm')),
    },
  ],
  ['a small word, in HTML', says({ deck: calm, hold: calm, mast: calmly.replace('drills', '<b>drills</b>') })],
  ['a small word more', says({ deck: calm, hold: calm, mast: calm.replace('the need', 'need') })],
  [
    'a small word less',
    says({ deck: calm.replace('the need', 'need'), hold: calm.replace('the need', 'need'), mast: calm }),
  ],
  [
    'an ending',
    says({
      deck: 'Mends a torn sail before breakfast.',
      hold: 'Mends a torn sail before breakfast.',
      mast: 'Mends the torn sails before breakfast.',
    }),
  ],
  ['three ways', says({ deck: calm, hold: calmly, mast: calm.replace('in', 'at') })],
  ['other signs', says({ deck: calm, mast: 'Takes part in drills, as the need arises' })],
  ['other signs, told', says({ deck: calm, mast: 'Takes part in drills, as the need arises' }), typography],
  [
    'other signs, two against one',
    says({
      deck: 'Takes part in drills, as the need arises',
      hold: 'Takes part in drills, as the need arises',
      mast: calm,
    }),
    { ...typography, keys: ['agree: false'] },
  ],
  [
    'other signs and another word',
    says({ deck: calm, hold: 'takes part in drills as the need arises', mast: calmly }),
    typography,
  ],
  [
    'other signs, at two levels',
    says({ deck: calm, 'mast/staff': 'takes part in drills as the need arises' }),
    typography,
  ],
  ['other signs, in one department', says({ deck: [calm, 'takes part in drills as the need arises'] }), typography],
  ['its own noun', says({ deck: 'Mentors new deck hands in summer.', mast: 'Mentors new mast hands in summer.' })],
  [
    'its own noun, twice in other words',
    says({ deck: 'Mentors new deck hands in summer.', mast: 'Mentors new hands on the mast of summer.' }),
  ],
];
const long = 'Keeps a written record of every repair and shows it to the captain each week';
const near: readonly Scene[] = [
  ['one word of many', says({ deck: `${long}.`, mast: `${long.replace('week', 'month')}.` })],
  [
    'one word of many, two against one',
    says({ deck: `${long}.`, hold: `${long}.`, mast: `${long.replace('week', 'month')}.` }),
  ],
  [
    'one word of many, one against two',
    says({ deck: `${long.replace('week', 'month')}.`, hold: `${long}.`, mast: `${long}.` }),
  ],
  ['one word more', says({ deck: `${long}.`, mast: `${long} gladly.` })],
  ['one word less', says({ deck: `${long} gladly.`, mast: `${long}.` })],
  ['two words', says({ deck: `${long}.`, mast: `${long.replace('week', 'month').replace('record', 'list')}.` })],
  [
    'half of the words',
    says({ deck: `${long}.`, mast: 'Keeps a written record of every storm, and nobody ever asks to see it again.' }),
  ],
  ['one word of many, at another level', says({ deck: `${long}.`, 'mast/staff': `${long.replace('week', 'month')}.` })],
  ['one word of many, in one department', says({ deck: [`${long}.`, `${long.replace('week', 'month')}.`] })],
  [
    'a slot that each of three fills',
    says({
      deck: 'Mentors new painters in summer.',
      hold: 'Mentors new riggers in summer.',
      mast: 'Mentors new joiners in summer.',
    }),
  ],
  [
    'a slot that four fill, two of them twice',
    says({
      bilge: 'Mentors new bakers in summer.',
      deck: ['Mentors new painters in summer.', 'Mentors new bakers in summer.'],
      hold: 'Mentors new riggers in summer.',
      mast: 'Mentors new joiners in summer.',
    }),
  ],
  [
    'a slot that two fill',
    says({
      deck: 'Mentors new painters in summer holidays abroad.',
      hold: 'Mentors new riggers in summer holidays abroad.',
    }),
  ],
  [
    'a slot that two of three fill alike',
    says({
      deck: 'Mentors new painters in summer holidays abroad.',
      hold: 'Mentors new riggers in summer holidays abroad.',
      mast: 'Mentors new riggers in summer holidays abroad.',
    }),
  ],
  [
    'a slot that one fills with its own noun',
    says({
      bilge: 'Mentors every new bilger during long summer holidays abroad.',
      hold: 'Mentors every new rigger during long summer holidays abroad.',
    }),
  ],
  [
    'less alike than asked',
    says({ deck: `${long}.`, mast: `${long.replace('week', 'month')}.` }),
    { keys: ['similarity: {item: 0.99}'] },
  ],
  [
    'rows of two names',
    {
      'deck/senior': group('Craft', table(['What', 'How'], ['Repair', `${long}.`])),
      'mast/senior': group('Craft', table(['What', 'How'], ['Storm', `${long.replace('week', 'month')}.`])),
    },
  ],
  [
    'rows of one name',
    {
      'deck/senior': group('Craft', table(['What', 'How'], ['Repair', `${long}.`])),
      'mast/senior': group('Craft', table(['What', 'How'], ['Repair', `${long.replace('week', 'month')}.`])),
    },
  ],
  [
    'what three agree on',
    { ...says({ bilge: `${long}.`, deck: `${long}.`, hold: `${long}.`, mast: `${long.replace('week', 'month')}.` }) },
    { keys: ['agree: {departments: 3}'] },
  ],
];
const spelling: readonly Scene[] = [
  ['one way alone', says({ deck: 'Recognises a storm from afar.' })],
  ['one against one', says({ deck: 'Recognises a storm from afar.', mast: 'Recognizes a whale by its breath.' })],
  [
    'British, one against two',
    says({
      deck: 'Recognises a storm from afar.',
      hold: 'Recognizes rot in a plank.',
      mast: 'Recognizes a whale by its breath.',
    }),
  ],
  [
    'American, one against two',
    says({
      deck: 'Recognizes a storm from afar.',
      hold: 'Recognises rot in a plank.',
      mast: 'Recognising a whale is easy.',
    }),
  ],
  [
    'with a capital',
    says({
      deck: 'Behaviour counts on board.',
      hold: 'Watches the behavior of gulls.',
      mast: 'Behavior in port is noted.',
    }),
  ],
  ['of analyse', says({ deck: 'Analyses the wind.', hold: 'Analyzes the catch.', mast: 'Enjoys analyzing tides.' })],
  [
    'of colour',
    says({ deck: 'Mixes colourful paint.', hold: 'Sorts flags by color.', mast: 'Knows the colors of port.' }),
  ],
  [
    'in an address',
    says({
      deck: 'Reads [the chart](/behaviour/) daily.',
      hold: 'Watches the behavior of gulls.',
      mast: 'Notes behavior in port.',
    }),
  ],
  [
    'in a tag',
    says({
      deck: 'Reads <b class="behaviour">the chart</b> daily.',
      hold: 'Watches the behavior of gulls.',
      mast: 'Notes behavior in port.',
    }),
  ],
  [
    'words that only look so',
    says({
      deck: 'Sails four hours without rest.',
      hold: 'Is wise, precise and our guide.',
      mast: 'Sees the raising of flags for years.',
    }),
  ],
  [
    'twice in one',
    says({
      deck: 'Recognises that others recognise storms.',
      hold: 'Recognizes rot, recognizes mould.',
      mast: 'Recognizes a whale by its breath.',
    }),
  ],
];

scenes('other words', base, words, { rules: /^competency-wording/ });
scenes('nearly the same', base, near, { rules: /^competency-wording/ });
scenes('British and American', base, spelling, { rules: /^competency-wording/ });
