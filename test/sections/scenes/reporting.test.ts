import { type Files, include, type Scene, scenes, titled } from './scenes.ts';

const config = 'pageTypes:\n  job-family: {pages: [content/jobs/**]}\n';
const unnamed = 'rules:\n  handbook-reporting-line: [warn, {unnamed: true}]\n';
const at = (pages: Files) => Object.fromEntries(Object.entries(pages).map(([name, text]) => [`jobs/${name}`, text]));
const role = (title: string, ...texts: readonly string[]) => titled(title, ...texts);
const master = role('Harbour Master', 'The Harbour Master reports to the Mayor.');
const one = (...texts: readonly string[]) => at({ pilot: role('Harbour Pilot', ...texts), master });
const alone = (...texts: readonly string[]) => at({ pilot: role('Harbour Pilot', ...texts) });
const levels = (...texts: readonly (readonly [heading: string, text: string])[]) =>
  at({ pilot: role('Harbour Pilot', '## Levels', ...texts.map(([heading, text]) => `### ${heading}\n\n${text}`)) });

const lines: readonly Scene[] = [
  ['as it should be', one('The Harbour Pilot reports to the Harbour Master.')],
  ['to itself', one('The Harbour Pilot reports to the Harbour Pilot.')],
  ['to itself, by the page', one('Reports to the Harbour Pilot.')],
  ['to itself at another level', one('The Harbour Pilot reports to the Senior Harbour Pilot.')],
  ['this role to itself', one('This role reports to a Harbour Pilot.')],
  [
    'two bosses',
    one('The Harbour Pilot reports to the Harbour Master.', 'The Harbour Pilot reports to the Shift Lead.'),
  ],
  [
    'a boss for each level in sentences',
    one('The Junior Harbour Pilot reports to the Harbour Master. The Senior Harbour Pilot reports to the Shift Lead.'),
  ],
  [
    'a boss for each level in a table',
    one('| Level | Reports to |\n| --- | --- |\n| Junior Pilot | Harbour Master |\n| Senior Pilot | Shift Lead |'),
  ],
  [
    'two bosses for one of two levels',
    one(
      'Junior Pilots report to the Harbour Master. Senior Pilots report to the Mayor.',
      'Junior Pilots report to the Shift Lead.',
    ),
  ],
  [
    'two bosses in one sentence',
    one('The Harbour Pilot reports to the Harbour Master. Pilots report to the Shift Lead.'),
  ],
  ['the same boss twice', one('The Harbour Pilot reports to the Harbour Master.', 'Reports to: Harbour Master')],
  ['the same boss by fewer words', one('The Harbour Pilot reports to the Harbour Master.', 'Reports to: Master')],
  [
    'the same boss at two levels',
    one('The Harbour Pilot reports to the Harbour Master.', 'Reports to: Senior Harbour Master'),
  ],
  ['two bosses of one noun', one('The Harbour Pilot reports to the Harbour Master.', 'Reports to: Quay Master')],
  [
    'two bosses of one noun, one with more words',
    one('The Harbour Pilot reports to the Quay Manager.', 'Reports to: Manager, Night Quay'),
  ],
  [
    'either boss',
    one('The Harbour Pilot reports to the Harbour Master.', 'The Harbour Pilot may report to the Shift Lead.'),
  ],
  [
    'a boss and another',
    one('The Harbour Pilot reports to the Harbour Master.', 'Reports to: Shift Lead and Harbour Master'),
  ],
  [
    'a boss by a slash',
    one('The Harbour Pilot reports to the Harbour Master.', 'Reports to: Shift Lead/Harbour Master'),
  ],
  ['a boss of R&D', one('The Harbour Pilot reports to the Harbour Master.', 'Reports to: R&D Manager')],
  [
    'a boss of two fields',
    one('The Harbour Pilot reports to the Harbour Master.', 'Reports to: Manager, Quay & Tower'),
  ],
  ['a boss nobody knows', one('The Harbour Pilot reports to the Harbour Master.', 'Reports to: Ann')],
  ['a placeholder, then a boss', one('Reports to: TBD', 'The Harbour Pilot reports to the Harbour Master.')],
  [
    'of another role',
    one('The Harbour Pilot reports to the Harbour Master.', 'The Crane Operator reports to the Shift Lead.'),
  ],
  [
    'of the role without its field',
    one('The Harbour Pilot reports to the Harbour Master.', 'The Pilot reports to the Shift Lead.'),
  ],
  [
    'of the role with more fields',
    one('The Harbour Pilot reports to the Harbour Master.', 'The Night Harbour Pilot reports to the Shift Lead.'),
  ],
  ['a misspelt noun', one('The Harbour Pilot reports to the Harbour Manger.')],
  ['a misspelt noun in a label', one('**Reports to:** Harbour Direcctor')],
  ['a misspelt word of another page', one('The Harbour Pilot reports to the Habour Master.')],
  ['a misspelt word that no page has', one('The Harbour Pilot reports to the Quai Master.')],
  ['a misspelt noun in small letters', one('Reports to: the harbour suprvisor')],
  [
    'a misspelt word of five letters',
    at({ pilot: role('Harbour Pilot', 'Reports to: Twoer Director'), b: role('Tower Director', 'Words.') }),
  ],
  [
    'a misspelt word of four letters',
    at({ pilot: role('Harbour Pilot', 'Reports to: Yrad Director'), b: role('Yard Director', 'Words.') }),
  ],
  [
    'a misspelt word of a title of two roles',
    at({ pilot: role('Harbour Pilot', 'Reports to: Twoer Director'), b: role('Tower Manager', 'Words.') }),
  ],
  ['a word of four letters', one('Reports to: Harbour Lad')],
  ['a short noun with a typo', one('Reports to: Harbour Clerc')],
  [
    'a misspelt title of one word',
    at({ pilot: role('Harbour Pilot', 'Reports to: Pursre'), b: role('Purser', 'Words.') }),
  ],
  [
    'a misspelt noun in two places',
    one('Reports to: Harbour Mangaer', 'The Harbour Pilot reports to the Harbour Mangaer.'),
  ],
  ['not known', alone('The Harbour Pilot reports to the Harbour Master.'), unnamed],
  ['known', one('The Harbour Pilot reports to the Harbour Master.'), unnamed],
  ['known by fewer words', one('The Harbour Pilot reports to the Master.'), unnamed],
  ['nearly known', one('The Harbour Pilot reports to the Harbours Mister.'), unnamed],
  [
    'nearly known, of two',
    at({
      pilot: role('Harbour Pilot', 'Reports to: Quay Manger'),
      a: role('Quay Manager', 'x'),
      b: role('Quai Manager', 'x'),
    }),
    unnamed,
  ],
  ['not known, and far from all', one('The Harbour Pilot reports to the Chief Engineer.'), unnamed],
  ['not known, and hedged', one('The Harbour Pilot may report to the Chief Engineer.'), unnamed],
  ['not known, of another role', one('The Crane Operator reports to the Chief Engineer.'), unnamed],
  ['not known, twice', one('Reports to: Chief Engineer', 'The Harbour Pilot reports to the Chief Engineer.'), unnamed],
  [
    'a circle of two',
    at({
      a: role('Quay Manager', 'Reports to: Tower Director'),
      b: role('Tower Director', 'Reports to: Quay Manager'),
    }),
  ],
  [
    'a circle of three',
    at({
      a: role('Quay Manager', 'Reports to: Tower Director'),
      b: role('Tower Director', 'Reports to: Night Lead'),
      c: role('Night Lead', 'Reports to: Quay Manager'),
    }),
  ],
  [
    'a circle by a hedged line',
    at({
      a: role('Quay Manager', 'Reports to: Tower Director'),
      b: role('Tower Director', 'May report to the Quay Manager.', 'Reports to: Quay Manager or Mayor'),
    }),
  ],
  [
    'a circle by the second line',
    at({
      a: role('Quay Manager', 'Reports to: Ann', 'Reports to: Tower Director'),
      b: role('Tower Director', 'Reports to: Quay Manager'),
    }),
  ],
  [
    'a circle to another level',
    at({
      a: role('Quay Manager', 'Reports to: Tower Director'),
      b: role('Tower Director', 'Reports to: Senior Quay Manager'),
    }),
  ],
  [
    'a circle of roles that two pages have',
    at({
      a: role('Quay Manager', 'Reports to: Tower Director'),
      a2: role('Quay Manager', 'Words.'),
      b: role('Tower Director', 'Reports to: Quay Manager'),
    }),
  ],
  [
    'a circle of roles of one word',
    at({ a: role('Manager', 'Reports to: Director'), b: role('Director', 'Reports to: Manager') }),
  ],
  [
    'a way into a circle',
    at({
      z: role('Dock Clerk', 'Reports to: Quay Manager'),
      a: role('Quay Manager', 'Reports to: Tower Director'),
      b: role('Tower Director', 'Reports to: Quay Manager'),
    }),
  ],
  [
    'a long ladder',
    at(
      Object.fromEntries(
        ['Dock', 'Quay', 'Tower', 'Yard', 'Mast', 'Deck', 'Hold', 'Tent', 'Bilge', 'Rope', 'Sail'].map(
          (name, index, names) => [
            name.toLowerCase(),
            role(`${name} Manager`, `Reports to: ${names[(index + 1) % names.length]} Manager`),
          ],
        ),
      ),
    ),
  ],
  ['managed by itself', one('This role is managed by the Harbour Pilot.')],
  [
    'a word that looks misspelt, and that a page has',
    at({ pilot: role('Harbour Pilot', 'Reports to: Harbour Manger'), b: role('Harbour Manger', 'Words.') }),
  ],
  [
    'in an include',
    {
      ...at({ pilot: role('Harbour Pilot', include('boss')), master }),
      'includes/boss': 'The Harbour Pilot reports to the Harbour Manger.',
    },
  ],
  [
    'in an include that nobody shows',
    { ...one('Words.'), 'includes/boss': 'The Harbour Pilot reports to the Harbour Manger.' },
  ],
  ['on a page of no type', { 'notes/pilot': role('Harbour Pilot', 'The Harbour Pilot reports to the Harbour Pilot.') }],
];

const ladders: readonly Scene[] = [
  [
    'as it should be',
    levels(['Harbour Pilot', 'Reports to: Harbour Manager'], ['Senior Harbour Pilot', 'Reports to: Harbour Director']),
  ],
  [
    'a lower boss for a higher level',
    levels(['Harbour Pilot', 'Reports to: Harbour Director'], ['Senior Harbour Pilot', 'Reports to: Harbour Manager']),
  ],
  [
    'a lower boss by half a step',
    levels(
      ['Harbour Pilot', 'Reports to: Senior Harbour Manager'],
      ['Senior Harbour Pilot', 'Reports to: Harbour Manager'],
    ),
  ],
  [
    'the same boss',
    levels(['Harbour Pilot', 'Reports to: Harbour Manager'], ['Senior Harbour Pilot', 'Reports to: Harbour Manager']),
  ],
  [
    'bosses of levels by number, as they should be',
    levels(['Harbour Pilot 1', 'Reports to: Harbour Manager'], ['Harbour Pilot II', 'Reports to: Harbour Director']),
  ],
  [
    'a lower boss for a higher number',
    levels(['Harbour Pilot 1', 'Reports to: Harbour Director'], ['Harbour Pilot 2', 'Reports to: Harbour Manager']),
  ],
  [
    'a number and a name',
    levels(
      ['Harbour Pilot 1', 'Reports to: Harbour Director'],
      ['Senior Harbour Pilot', 'Reports to: Harbour Manager'],
    ),
  ],
  [
    'an intern',
    levels(['Harbour Intern', 'Reports to: Harbour Director'], ['Senior Harbour Pilot', 'Reports to: Harbour Manager']),
  ],
  [
    'a trainee',
    levels(
      ['Trainee Harbour Pilot', 'Reports to: Harbour Director'],
      ['Senior Harbour Pilot', 'Reports to: Harbour Manager'],
    ),
  ],
  [
    'two levels in one',
    levels(
      ['Harbour Pilot', 'Reports to: Harbour Director'],
      ['Senior Staff Harbour Pilot', 'Reports to: Harbour Manager'],
    ),
  ],
  [
    'two of one level',
    levels(
      ['Senior Harbour Pilot', 'Reports to: Harbour Director'],
      ['Sr. Harbour Pilot', 'Reports to: Harbour Manager'],
    ),
  ],
  [
    'another field',
    levels(['Harbour Pilot', 'Reports to: Harbour Director'], ['Senior River Pilot', 'Reports to: Harbour Manager']),
  ],
  [
    'a boss of no rank',
    levels(['Harbour Pilot', 'Reports to: Harbour Engineer'], ['Senior Harbour Pilot', 'Reports to: Harbour Manager']),
  ],
  [
    'a boss of two levels',
    levels(
      ['Harbour Pilot', 'Reports to: Harbour Director'],
      ['Senior Harbour Pilot', 'Reports to: Senior Staff Manager'],
    ),
  ],
  [
    'a deputy',
    levels(
      ['Harbour Pilot', 'Reports to: Deputy Harbour Director'],
      ['Senior Harbour Pilot', 'Reports to: Harbour Manager'],
    ),
  ],
  [
    'a hedged boss',
    levels(
      ['Harbour Pilot', 'Reports to: Harbour Director'],
      ['Senior Harbour Pilot', 'May report to the Harbour Manager.'],
    ),
  ],
  [
    'two bosses of one level',
    levels(
      ['Harbour Pilot', 'Reports to: Harbour Manager\n\nReports to: Night Lead'],
      ['Senior Harbour Pilot', 'Reports to: Harbour Director'],
    ),
  ],
  [
    'one boss for each level, and one above',
    at({
      pilot: role(
        'Harbour Pilot',
        'Reports to: Tower Lead',
        '## Levels',
        '### Harbour Pilot',
        'Reports to: Harbour Manager',
        '### Senior Harbour Pilot',
        'Reports to: Harbour Director',
      ),
    }),
  ],
  [
    'itself above the levels',
    at({
      pilot: role('Harbour Pilot', 'Reports to: Harbour Pilot', '## Levels', '### Senior Harbour Pilot', 'Words.'),
    }),
  ],
  [
    'a lower boss for a higher level of another page',
    at(
      Object.fromEntries(
        ['Director', 'Manager'].map((boss) => [
          boss.toLowerCase(),
          role(
            'Harbour Pilot',
            '## Levels',
            ...['Harbour Pilot', 'Senior Harbour Pilot'].map((name) => `### ${name}\n\nReports to: Harbour ${boss}`),
          ),
        ]),
      ),
    ),
  ],
  [
    'a lower boss for a higher level in another folder beside it',
    at({
      'a/pilot': role('Harbour Pilot', 'Reports to: Harbour Director'),
      'b/pilot': role('Senior Harbour Pilot', 'Reports to: Harbour Manager'),
    }),
  ],
  [
    'a lower boss for a higher level, both as pages of folders',
    at({
      'a/_index': role('Harbour Pilot', 'Reports to: Harbour Director'),
      'b/_index': role('Senior Harbour Pilot', 'Reports to: Harbour Manager'),
    }),
  ],
  [
    'itself at a level',
    levels(
      ['Harbour Pilot', 'Reports to: Senior Harbour Pilot'],
      ['Senior Harbour Pilot', 'Reports to: Senior Harbour Pilot'],
    ),
  ],
  [
    'the level below',
    levels(
      ['Harbour Pilot', 'Reports to: Senior Harbour Pilot'],
      ['Senior Harbour Pilot', 'Reports to: Harbour Pilot'],
    ),
  ],
];

const named = (...texts: readonly string[]) => at({ pilot: role('Harbour Pilot', ...texts) });
const names: readonly Scene[] = [
  [
    'as it should be',
    levels(
      ['Harbour Pilot', 'The Harbour Pilot reports to Ann.'],
      ['Senior Harbour Pilot', 'The Senior Harbour Pilot reports to Ann.'],
    ),
  ],
  [
    'another level',
    levels(
      ['Harbour Pilot', 'The Harbour Pilot reports to Ann.'],
      ['Senior Harbour Pilot', 'The Staff Harbour Pilot reports to Ann.'],
    ),
  ],
  ['another level, plainly', levels(['Senior Harbour Pilot', 'The Staff Harbour Pilot reports to Ann.'])],
  ['another level in its opening', levels(['Senior Harbour Pilot', 'The Staff Harbour Pilot leads the tower.'])],
  [
    'another level in an opening with as',
    levels(['Senior Harbour Pilot', 'As a Staff Harbour Pilot is good at it, so is the tower.']),
  ],
  [
    'another level in the second paragraph',
    levels(['Senior Harbour Pilot', 'Words of no use.\n\nThe Staff Harbour Pilot leads the tower.']),
  ],
  [
    'another level beside its own',
    levels(['Senior Harbour Pilot', 'The Staff Harbour Pilot was a senior one before.']),
  ],
  [
    'another level below a heading of it',
    levels(['Senior Harbour Pilot', '#### Work\n\nThe Staff Harbour Pilot leads the tower.']),
  ],
  ['fewer levels in a line', levels(['Senior Staff Harbour Pilot', 'The Senior Harbour Pilot reports to Ann.'])],
  ['more levels in a line', levels(['Senior Harbour Pilot', 'The Senior Staff Harbour Pilot reports to Ann.'])],
  [
    'no level in a line below a level',
    levels(
      ['Harbour Pilot', 'The Harbour Pilot reports to Ann.'],
      ['Senior Harbour Pilot', 'The Harbour Pilot reports to Ann.'],
      ['Staff Harbour Pilot', 'The Staff Harbour Pilot reports to Ann.'],
    ),
  ],
  [
    'no level in a line below a level, beside intermediates',
    levels(
      ['Intermediate Harbour Pilot', 'The Harbour Pilot reports to Ann.'],
      ['Senior Harbour Pilot', 'The Harbour Pilot reports to Ann.'],
      ['Staff Harbour Pilot', 'The Staff Harbour Pilot reports to Ann.'],
    ),
  ],
  [
    'no level in a line below a level, and in none',
    levels(
      ['Junior Harbour Pilot', 'The Harbour Pilot reports to Ann.'],
      ['Senior Harbour Pilot', 'The Harbour Pilot reports to Ann.'],
      ['Staff Harbour Pilot', 'The Staff Harbour Pilot reports to Ann.'],
    ),
  ],
  [
    'no level in a line below a level, and others say none',
    levels(
      ['Harbour Pilot', 'The Harbour Pilot reports to Ann.'],
      ['Senior Harbour Pilot', 'The Harbour Pilot reports to Ann.'],
      ['Staff Harbour Pilot', 'Reports to Ann.'],
    ),
  ],
  ['fewer levels', levels(['Senior Staff Harbour Pilot', 'The Senior Harbour Pilot leads the tower.'])],
  [
    'no level below a level whose neighbours name theirs',
    levels(
      ['Harbour Pilot', 'The Harbour Pilot leads the tower.'],
      ['Senior Harbour Pilot', 'The Harbour Pilot leads the tower.'],
      ['Staff Harbour Pilot', 'The Staff Harbour Pilot leads the tower.'],
    ),
  ],
  [
    'no level below a level, where all say so',
    levels(
      ['Harbour Pilot', 'The Harbour Pilot leads the tower.'],
      ['Senior Harbour Pilot', 'The Harbour Pilot leads the tower.'],
      ['Staff Harbour Pilot', 'The Harbour Pilot leads the tower.'],
    ),
  ],
  [
    'no level below a level, where a line names another in full',
    levels(
      ['Harbour Pilot', 'The Harbour Pilot leads the tower.'],
      ['Senior Harbour Pilot', 'The Harbour Pilot leads the tower.'],
      ['Staff Harbour Pilot', 'The Staff Harbour Pilot reports to Ann.'],
    ),
  ],
  [
    'another level in a level within it',
    levels(['Senior Harbour Pilot', 'Words.\n\n#### Staff Harbour Pilot\n\nThe Staff Harbour Pilot leads the tower.']),
  ],
  [
    'another level after a level within it',
    levels([
      'Senior Harbour Pilot',
      'Words.\n\n#### Staff Harbour Pilot\n\nWords.\n\n#### Work\n\nThe Principal Harbour Pilot leads the tower.',
    ]),
  ],
  [
    'a level below none, that is another by fewer words',
    levels(
      ['Harbour Pilot', 'The Senior Pilot leads the tower.'],
      ['Senior Harbour Pilot', 'The Senior Harbour Pilot leads it.'],
    ),
  ],
  [
    'another level above the levels',
    at({
      pilot: role(
        'Senior Harbour Pilot',
        'The Staff Harbour Pilot reports to Ann.',
        '## Levels',
        '### Principal Harbour Pilot',
        'Words.',
      ),
    }),
  ],
  [
    'another level below a heading of the only role',
    at({ pilot: role('Senior Harbour Pilot', '## Reporting', 'The Staff Harbour Pilot reports to Ann.') }),
  ],
  [
    'another level below a heading that names a level, outside of levels',
    at({ pilot: role('Harbour Pilot', '## Senior Harbour Pilot', 'The Staff Harbour Pilot reports to Ann.') }),
  ],
  [
    'another level in what is no level',
    levels([
      'Senior Harbour Pilot',
      'Words.\n\n## Specialties\n\n### Staff Harbour Pilot\n\nThe Principal Harbour Pilot leads the tower.',
    ]),
  ],
  [
    'a misspelt title',
    at({ pilot: role('Senior Harbuor Pilot', 'The Senior Harbour Pilot reports to Ann. The Harbour is large.') }),
  ],
  [
    'no level below intermediate',
    levels(
      ['Intermediate Harbour Pilot', 'The Harbour Pilot leads the tower.'],
      ['Senior Harbour Pilot', 'The Senior Harbour Pilot leads it.'],
    ),
  ],
  [
    'a level below none, that is another',
    levels(
      ['Harbour Pilot', 'The Senior Harbour Pilot leads the tower.'],
      ['Senior Harbour Pilot', 'The Senior Harbour Pilot leads it.'],
    ),
  ],
  [
    'a level below none, that is no other',
    levels(
      ['Harbour Pilot', 'The Staff Harbour Pilot leads the tower.'],
      ['Senior Harbour Pilot', 'The Senior Harbour Pilot leads it.'],
    ),
  ],
  ['another level below the title', named('The Senior Harbour Pilot reports to Ann.')],
  ['another noun', levels(['Senior Harbour Specialist', 'The Senior Harbour Coordinator reports to Ann.'])],
  [
    'another noun of another field',
    levels(['Senior Harbour Specialist', 'The Senior River Coordinator reports to Ann.']),
  ],
  ['another noun of another level', levels(['Senior Harbour Specialist', 'The Harbour Coordinator reports to Ann.'])],
  ['another noun without a field', levels(['Senior Specialist', 'The Senior Coordinator reports to Ann.'])],
  [
    'another noun that a page has',
    {
      ...levels(['Senior Harbour Specialist', 'The Senior Harbour Coordinator reports to Ann.']),
      'jobs/coordinator': role('Harbour Coordinator', 'Words.'),
    },
  ],
  [
    'another noun that intermediates have',
    levels(['Intermediate Harbour Specialist', 'The Harbour Coordinator reports to Ann.']),
  ],
  ['those below the boss', at({ master: role('Harbour Master', 'The Harbour Pilot reports to the Harbour Master.') })],
  [
    'a misspelt heading',
    levels(['Senior Harbuor Pilot', 'The Senior Harbour Pilot reports to Ann. The Harbour is large.']),
  ],
  [
    'a misspelt heading, twice',
    levels(['Senior Harbuor Pilot', 'The Senior Harbour Pilot leads Harbuor and Harbour.']),
  ],
  [
    'a misspelt heading, right in the title and once below',
    levels(['Senior Harbuor Pilot', 'The Senior Harbour Pilot reports to Ann.']),
  ],
  [
    'a misspelt heading, by two letters',
    levels(['Senior Hrabuor Pilot', 'The Senior Harbour Pilot reports to Ann. The Harbour is large.']),
  ],
  [
    'a misspelt heading of five letters',
    levels(['Senior Tower Pilto', 'The Senior Tower Pilot reports to Ann. The Pilot is large.']),
  ],
  [
    'a misspelt heading with more words',
    levels(['Senior Harbuor Pilot at Sea', 'The Senior Harbour Pilot reports to Ann. The Harbour is large.']),
  ],
  ['another level in the file', at({ 'staff-pilot': role('Senior Harbour Pilot', 'Words.') })],
  ['another level in the folder', at({ 'staff-pilot/_index': role('Senior Harbour Pilot', 'Words.') })],
  ['the same level in the file', at({ 'senior-pilot': role('Senior Harbour Pilot', 'Words.') })],
  ['two levels in the file', at({ 'senior-staff-pilot': role('Principal Harbour Pilot', 'Words.') })],
  ['two levels in the title', at({ 'staff-pilot': role('Senior Principal Harbour Pilot', 'Words.') })],
  ['no level in the title', at({ 'staff-pilot': role('Harbour Pilot', 'Words.') })],
  ['a level in the title that files have not', at({ 'staff-pilot': role('Associate Harbour Pilot', 'Words.') })],
  ['in a list', levels(['Senior Harbour Pilot', '- The Staff Harbour Pilot leads the tower.'])],
  [
    'in a table',
    levels(['Senior Harbour Pilot', '| Role | Reports to |\n| --- | --- |\n| Staff Harbour Pilot | Ann Manager |']),
  ],
  ['in bold', levels(['Senior Harbour Pilot', 'The **Staff Harbour** Pilot reports to Ann.'])],
  [
    'in an include',
    {
      ...levels(['Senior Harbour Pilot', include('text')]),
      'includes/text': 'The Staff Harbour Pilot reports to Ann.',
    },
  ],
];

scenes('lines of who reports to whom', /reporting-line$/, config, lines);
scenes('bosses of levels', /reporting-line$/, config, ladders);
scenes('names of roles', /role-name$/, config, names);
