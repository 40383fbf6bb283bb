import { expect, test } from 'vitest';
import { differingWords } from '../../src/competencies/compare/word-diff.ts';
import { bareWords, groupName, humanName } from '../../src/competencies/reading/groups/group-names.ts';
import { isRoleNoun, ladderPlace, levelIdOf } from '../../src/competencies/reading/places/level-ids.ts';
import { evenSpelling, nounsOf, readWording, splitWords, stem } from '../../src/competencies/wording.ts';

test.each([
  ['Senior Designer', 'senior'],
  ['Sr. Designer', 'senior'],
  ['Jr Designer', 'junior'],
  ['Middle Designer', 'mid'],
  ['Senior Staff Designer', 'senior-staff'],
  ['Designer, Senior', 'senior'],
  ['Designer (Senior)', 'senior'],
  ['Lead', 'lead'],
  ['Lead 2', 'lead-2'],
  ['Head of Design', 'head'],
  ['Design Lead', 'lead'],
  ['The Senior ones', null],
  ['How to lead', null],
  ['One two lead three four', null],
  ['one two three four five six senior', null],
  ['Level 3', 'level-3'],
  ['Level III: Owner', 'level-3'],
  ['Grade 12', 'level-12'],
  ['Stufe 2', 'level-2'],
  ['Level up', null],
  ['L3', 'l3'],
  ['IC12 Engineer', 'ic12'],
  ['One two three L4', 'l4'],
  ['One two three four L4', null],
  ['Owner (L4)', 'l4'],
  ['TL4 - Tech Lead 4', 'level-4'],
  ['TL4 - Tech Lead 5', 'lead-5'],
  ['Engineer II', '2'],
  ['Engineer 12', '12'],
  ['Quarter 2', null],
  ['Chapter 2', null],
  ['2', null],
  ['Engineer', null],
  ['One two three Engineer 2', null],
  ['Tea | Senior', 'senior'],
  ['Tea/Senior', 'senior'],
  ['', null],
  ['***', null],
])('%j names the level %j', (text, id) => expect(levelIdOf(text)).toBe(id));

test('levels stand in their usual order', () => {
  const order = 'intern junior mid 2 senior lead-1 lead-2 senior-staff associate-principal principal keeper';
  const places = [
    'intern',
    'junior',
    'mid',
    'senior',
    'staff',
    'senior-staff',
    'lead',
    'lead-2',
    'associate-principal',
    'principal',
    'senior-principal',
  ];
  expect(places.map(ladderPlace)).toEqual([...places.map(ladderPlace)].sort((left, right) => left - right));
  expect(order.split(' ').map(ladderPlace)).toEqual([0, 7, 10, 2, 14, 17.01, 17.02, 16.2, 17.8, 18, 26]);
  expect(['level-1', 'l3', '12'].map(ladderPlace)).toEqual([1, 3, 12]);
});

test.each([
  ['engineer', true],
  ['engineers', true],
  ['analyst', true],
  ['librarian', true],
  ['architects', true],
  ['accountant', true],
  ['representative', true],
  ['woman', true],
  ['cat', false],
  ['or', false],
  ['september', false],
  ['members', false],
  ['ship', false],
])('%s names a person: %s', (word, isOne) => expect(isRoleNoun(word)).toBe(isOne));

test.each([
  ['core-platform', 'Core platform'],
  ['csr', 'CSR'],
  ['hr', 'HR'],
  ['ic3', 'IC3'],
  ['eng', 'Eng'],
  ['ops2', 'OPS2'],
  ['abcd', 'Abcd'],
  ['a_b c', 'A b c'],
  ['', ''],
])('%j is called %j', (id, name) => expect(humanName(id)).toBe(name));

test.each([
  ['Senior Craft Competencies', 'Craft'],
  ['Craft for Seniors', 'Craft for'],
  ['1.2. Craft', 'Craft'],
  ['R&D', 'R&D'],
  ['Data & Ethics', 'Data & Ethics'],
  ["Crew's Work", "Crew's Work"],
  ['Competencies', 'Competencies'],
  ['“Craft” (of all)', 'Craft of all'],
  ['Senior', ''],
])('%j is the group %j', (text, name) => expect(groupName(text, [['senior']])).toBe(name));

test.each([
  ['Senior Deck Craft', 'craft'],
  ['Craft of Senior', 'craft of'],
  ['Seniors Craft', 'craft'],
  ['Deck Deck', ''],
  ['iv. Craft', 'craft'],
  ['xx) Craft', 'craft'],
  ['a. Craft', 'craft'],
  ['10 Craft', '10 craft'],
])('%j without names is %j', (text, words) => expect(bareWords(text, [['senior'], ['deck']]).join(' ')).toBe(words));

test.each([
  ['don’t :rocket: stop & go', 'dont stop and go'],
  ['Ｗide', 'wide'],
  ['co\u00adop', 'coop'],
  [':x: :rocket', 'x rocket'],
  ['é1-2', 'e1 2'],
  ['Ｓênior ジュニア Младший 주니어', 'senior ジュニア младший 주니어'],
])('%j has the words %j', (text, words) => expect(splitWords(text).join(' ')).toBe(words));

test.each([
  ['recognises', 'recogniz'],
  ['recognising', 'recognizing'],
  ['analyses', 'analyz'],
  ['behaviours', 'behavior'],
  ['policies', 'policy'],
  ['ties', 'tie'],
  ['boxes', 'box'],
  ['axes', 'axe'],
  ['ships', 'ship'],
  ['gas', 'gas'],
  ['class', 'class'],
  ['bus', 'bus'],
  ['status', 'status'],
])('%s comes down to %s', (word, root) => expect(stem(word)).toBe(root));

test.each([
  ['wise', 'wise'],
  ['realise', 'realize'],
  ['promise', 'promize'],
  ['four', 'four'],
  ['colour', 'color'],
  ['hours', 'hours'],
  ['favourite', 'favorite'],
  ['analysing', 'analyzing'],
])('%s is spelt %s', (word, even) => expect(evenSpelling(word)).toBe(even));

test.each([
  ['Mentors new designers', 'mentors new'],
  ['Designs', 'designs'],
  ['Designs a thing', 'designs a thing'],
  ['Design makes a thing', 'makes a thing'],
  ['Sees an engineer of Design', 'sees a engineer of'],
])('%j says of Design %j', (text, neutral) => expect(readWording(text, nounsOf(['Design'])).neutral).toBe(neutral));

test('the nouns of a department are its words and those of their family', () => {
  const isNoun = nounsOf(['Engineering of the Sea', 'HR', 'a']);
  const all = 'engineering engineer engineers engineered sea seas hr of the a'.split(' ');
  expect(all.filter(isNoun)).toEqual(['engineering', 'engineer', 'engineers', 'sea', 'hr']);
});

test('a wording is read without notes, signs that nobody sees and light words', () => {
  expect(readWording('  Owns\u200b the  plan[^1] of a ship. ')).toEqual({
    text: 'Owns the plan of a ship.',
    key: 'owns the plan of a ship',
    neutral: 'owns the plan of a ship',
    nouns: [],
    stems: ['own', 'plan', 'ship'],
    distinct: ['own', 'plan', 'ship'],
  });
  expect(readWording('To be').stems).toEqual(['to', 'be']);
  const repeated = readWording('Ships plans, and plans ships');
  expect([repeated.stems, repeated.distinct]).toEqual([
    ['ship', 'plan', 'plan', 'ship'],
    ['plan', 'ship'],
  ]);
  // Of whatever department: what is remembered of a text is the same for all.
  expect(readWording('Ships plans, and plans ships', (word) => word === 'ships').neutral).toBe('plans and plans');
});

test.each([
  ['Steers by night.', 'Steers by day.', 'night', 'day'],
  ['Steers, by night', 'steers by night.', '', ''],
  ['Steers by night', 'Steers by night and day', '', 'and day'],
  ['One two three four five', 'One TWO 3 four FIVE', 'three', '3'],
  ['a b c d e', 'x b c y e', 'a b c d', 'x b c y'],
  ['a b c d e f', 'x b c d y f', 'a … e', 'x … y'],
  ['a b c d', 'b c d e', 'a', 'e'],
  ['- a', '+ a', '-', '+'],
])('%j and %j differ in %j and %j', (left, right, ours, theirs) => {
  expect(differingWords(left, right)).toEqual({ left: ours, right: theirs });
});

test('long texts that differ are shown whole', () => {
  const [left, right] = [`${'a '.repeat(401)}b`, 'a'];
  expect(differingWords(left, right)).toEqual({ left, right });
  expect(differingWords('a '.repeat(400), 'a '.repeat(399)).left).toBe('a');
});
