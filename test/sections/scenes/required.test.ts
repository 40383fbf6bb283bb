import { type Files, include, type Scene, scenes, titled } from './scenes.ts';

const rule = /required-sections$/;
const page = (...texts: readonly string[]): Files => ({ 'p/a': titled('Night Watch', ...texts) });
const scope = '## Scope\n\nAll ships at night.';
const owner = '## Owner\n\nThe tower has it.';
const type = (...lines: readonly string[]) =>
  `pageTypes:\n  policy:\n    pages: [content/p/**]\n${lines.map((line) => `    ${line}\n`).join('')}`;
const sections = (...each: readonly string[]) => type('sections:', ...each.map((line) => `  - ${line}`));
const two = sections(
  '{id: owner, names: [Owner, Who owns it, Kept by, Things to know about it]}',
  "{id: scope, names: [Scope, '/^what .* is about$/']}",
);

const boss = sections('{id: boss, names: [Boss], says: reports-to}');
const bossBySentence = sections("{id: boss, names: [Boss], sentences: ['reports to']}");
const pilot = (...texts: readonly string[]): Files => ({ 'p/a': titled('Harbour Pilot', ...texts) });

scenes('sections of a page', rule, two, [
  ['as it should be', page(scope, owner)],
  ['missing', page(scope)],
  ['both missing', page('Words.')],
  ['by another name', page(scope, owner.replace('Owner', 'Who owns it'))],
  ['by a pattern', page(owner, scope.replace('Scope', 'What this is about'))],
  ['by a pattern that almost fits', page(owner, scope.replace('Scope', 'What this is'))],
  ['in the plural', page(scope, owner.replace('Owner', 'Owners'))],
  ['with the title around', page(scope, owner.replace('Owner', 'Night Watch Owner'))],
  ['with a role around', page(scope, owner.replace('Owner', 'Owner for managers'))],
  ['with a team behind', page(scope, owner.replace('Owner', 'Owner (night shift)'))],
  ['with a team before', page(scope, owner.replace('Owner', 'Dock Operations Owner'))],
  ['with a team in small letters before', page(scope, owner.replace('Owner', 'dock operations owner'))],
  ['with a dash', page(scope, owner.replace('Owner', 'Owner – by night'))],
  ['with a slash', page(scope, owner.replace('Owner', 'Owner/Keeper'))],
  ['with other words', page(scope, owner.replace('Owner', 'An owner is somebody who cares'))],
  ['with its letters in a word', page(scope, owner.replace('Owner', 'Downer'))],
  ['misspelt', page(scope, owner.replace('Owner', 'Ownr').replace('Ownr', 'Who owns itt'))],
  ['misspelt by more', page(scope, owner.replace('Owner', 'Whu owms itt'))],
  ['misspelt by two', page(scope, owner.replace('Owner', 'Whu owms it'))],
  ['misspelt by three of many', page(scope, owner.replace('Owner', 'Thinks to knowe abut it'))],
  ['misspelt by four of many', page(scope, owner.replace('Owner', 'Thinks to knowe abut itt'))],
  ['misspelt with a role behind', page(scope, owner.replace('Owner', 'Who owns itt for managers'))],
  ['misspelt with a role before', page(scope, owner.replace('Owner', 'Manager: who owns itt'))],
  ['misspelt with other words behind', page(scope, owner.replace('Owner', 'Who owns itt nowadays'))],
  ['misspelt with other words before', page(scope, owner.replace('Owner', 'Nowadays who owns itt'))],
  ['misspelt, of two the nearer', page(scope, '## Who ownss itt\n\nx y.', '## Who owns itt\n\nx y.')],
  ['misspelt, of two as near the first', page(scope, '## Who owns itt\n\nx y.', '## Who owns iit\n\nx y.')],
  ['two letters swapped in a short name', page(owner, scope.replace('Scope', 'Scoep'))],
  ['misspelt and too short', page(owner, scope.replace('Scope', 'Scape'))],
  ['misspelt with markup', page(scope, owner.replace('Owner', '**Kept bye** :ship:'))],
  [
    'misspelt in an include',
    { ...page(scope, include('owner')), 'includes/owner': owner.replace('Owner', 'Who owns itt') },
  ],
  ['empty', page(scope, '## Owner')],
  ['empty in an include', { ...page(scope, include('owner')), 'includes/owner': '## Owner' }],
  ['empty by a placeholder', page(scope, '## Owner:\n\nTBD')],
  ['empty by a label', page(scope, '## Owner\n\nHere they are:')],
  ['empty by two labels', page(scope, '## Owner\n\nHere they are:\n\nAnd there:')],
  ['empty by a link to itself', page(scope, '## Owner\n\nSee [owner](#owner).')],
  ['empty by a link to itself, by its address', page(scope, '## Owner\n\n[Read on](/p/a/#owner)')],
  ['empty by a link to its page', page(scope, '## Owner\n\n[Read on](/p/a/)')],
  ['a link to itself and one elsewhere', page(scope, '## Owner\n\n[owner](#owner) and [more](/p/b/)')],
  ['a link to itself in a sentence', page(scope, '## Owner\n\nThe [owner](#owner) has a boat.')],
  ['twice', page(scope, owner, owner)],
  ['twice in other words', page(scope, owner, owner.replace('Owner', 'Kept by'))],
  ['twice, one empty', page(scope, '## Owner', '## Kept by\n\nThe tower.')],
  ['twice, both empty', page(scope, '## Owner', '## Kept by')],
  ['twice below other headings', page(scope, `# A\n\n${owner}`, `# B\n\n${owner}`)],
  ['twice, one in an include', { ...page(scope, owner, include('owner')), 'includes/owner': owner }],
  ['by a picture', page(scope, '## ![Owner](/owner.png)\n\nThe tower has it.')],
  ['by a picture beside it', page(scope, '## ![Key](/key.png) Owner\n\nThe tower has it.')],
  ['by a picture of other words beside it', page(scope, '## ![A key on a ring](/key.png) Owner\n\nThe tower has it.')],
  ['by a picture behind it', page(scope, '## Owner ![on a ring](/key.png)\n\nThe tower has it.')],
  ['with a picture of its words below', page(scope, '## Who owns it\n\n![owns](/x.png)\n\nThe tower has it.')],
  ['misspelt in HTML', page(scope, '<h2> Who owns\n  itt </h2>\n\nThe tower has it.')],
  [
    'misspelt as the label of a tab',
    page(scope, '<TabItem value="o" label="Who owns itt">\n\nThe tower.\n\n</TabItem>'),
  ],
  [
    'misspelt as the title of a note',
    page(scope, '<details>\n<summary>Who owns itt</summary>\n\nThe tower.\n\n</details>'),
  ],
  ['in bold', page(scope, '**Owner**\n\nThe tower has it.')],
  ['in bold with a colon', page(scope, '**Owner:**\n\nThe tower has it.')],
  ['in bold by underscores', page(scope, '__Owner__\n\nThe tower has it.')],
  ['in bold by HTML', page(scope, '<strong>Owner</strong>\n\nThe tower has it.')],
  ['in bold above all, with the title around', page('**Night Watch Owner**\n\nThe tower has it.', scope)],
  ['in bold in a list', page(scope, '- **Owner**\n- The tower has it.')],
  ['in bold in a sentence', page(scope, '**Owner** of it is the tower.')],
  ['in bold above the first heading', page('**Owner**\n\nThe tower has it.', scope)],
  ['in bold in an include', { ...page(scope, include('owner')), 'includes/owner': '**Owner**\n\nThe tower.' }],
  ['behind a shortcode that nobody knows', page(scope, '{{< owner >}}')],
]);

scenes('what sections ask for', rule, '', [
  [
    'ten words',
    page('## Owner\n\nThe tower has it by day and by night, too.'),
    sections('{id: owner, names: [Owner], content: {words: 10}}'),
  ],
  [
    'nine words',
    page('## Owner\n\nThe tower has it by day and by night.'),
    sections('{id: owner, names: [Owner], content: {words: 10}}'),
  ],
  ['one word', page('## Owner\n\nAnn'), sections('{id: owner, names: [Owner], content: {words: 2}, hint: "Ask: Ann"}')],
  [
    'words in a subsection',
    page('## Owner\n\nThe tower.\n\n### By day\n\nThe crane and the pilots.'),
    sections('{id: owner, names: [Owner], content: {words: 7}}'),
  ],
  [
    'a picture for words',
    page('## Owner\n\n![Ann](/ann.png)'),
    sections('{id: owner, names: [Owner], content: {words: 10}}'),
  ],
  [
    'three items',
    page('## Owner\n\n- Ann\n- Ben\n- Cem'),
    sections('{id: owner, names: [Owner], content: {items: 3}}'),
  ],
  [
    'two items and words',
    page('## Owner\n\nThese:\n\n- Ann\n- Ben'),
    sections('{id: owner, names: [Owner], content: {items: 3}}'),
  ],
  ['one item', page('## Owner\n\n- Ann'), sections('{id: owner, names: [Owner], content: {items: 2}}')],
  [
    'items that hold a place',
    page('## Owner\n\n- Ann\n- TBD\n- …'),
    sections('{id: owner, names: [Owner], content: {items: 2}}'),
  ],
  [
    'nested items',
    page('## Owner\n\n- Ann\n  - Ben\n- Cem'),
    sections('{id: owner, names: [Owner], content: {items: 3}}'),
  ],
  [
    'rows for items',
    page('## Owner\n\n| Who | When |\n| - | - |\n| Ann | Day |\n| Ben | Night |'),
    sections('{id: owner, names: [Owner], content: {items: 3}}'),
  ],
  [
    'a header alone for items',
    page('## Owner\n\n| Who | When |\n| - | - |'),
    sections('{id: owner, names: [Owner], content: {items: 1}}'),
  ],
  [
    'a header alone for two items',
    page('## Owner\n\n| Who | When |\n| - | - |'),
    sections('{id: owner, names: [Owner], content: {items: 2}}'),
  ],
  [
    'a picture for items',
    page('## Owner\n\n![Ann](/ann.png)'),
    sections('{id: owner, names: [Owner], content: {items: 3}}'),
  ],
  ...[
    ['a table whose second column is empty', '| Who | When |\n| - | - |\n| Ann | |'],
    ['a table whose second column holds a place', '| Who | When |\n| - | - |\n| Ann | TBD |\n| Ben | TBD |'],
    ['a table that holds a place in one row', '| Who | When |\n| - | - |\n| Ann | TBD |\n| Ben | Night |'],
    ['a table of one column that holds a place in one row', '| Who |\n| - |\n| Ann |\n| TBD |'],
    ['a table whose second column alone is filled', '| Who | When | Where |\n| - | - | - |\n| Ann | Night | TBD |'],
    ['a table whose third column alone is filled', '| Who | When | Where |\n| - | - | - |\n| Ann | TBD | Tower |'],
    ['a table that holds a place in its header', '| Who | TBD |\n| - | - |\n| Ann | |'],
  ].map(([name, table]): Scene => [name!, page(`## Owner\n\n${table}`), sections('{id: owner, names: [Owner]}')]),
  ['missing words', page('Words.'), sections('{id: owner, names: [Owner], content: {words: 10}}')],
  ['missing items', page('Words.'), sections('{id: owner, names: [Owner], content: {items: 1}}')],
  [
    'missing, with a hint',
    page('Words.'),
    sections('{id: owner, names: [Owner], hint: "Ask: Ann", about: "whose it is: always"}'),
  ],
  ['missing, mildly', page('Words.'), sections('{id: owner, names: [Owner], severity: warn}')],
  ['missing, and it may be', page('Words.'), sections('{id: owner, names: [Owner], optional: true}')],
  ['empty, and it may be missing', page('## Owner'), sections('{id: owner, names: [Owner], optional: true}')],
  ['missing, by a pattern alone', page('Words.'), sections("{id: owner, names: ['/^owner/']}")],
  [
    'its own placeholders',
    page('## Owner\n\nAsk around'),
    `${sections('{id: owner, names: [Owner]}')}    placeholders: ['Ask around', '/^nobody .*/']\n`,
  ],
  [
    'its own placeholders in a sentence',
    page('## Owner\n\nAsk around, then tell the tower'),
    `${sections('{id: owner, names: [Owner]}')}    placeholders: ['Ask around']\n`,
  ],
  [
    'its own placeholders before other words',
    page('## Owner\n\nAsk around at the tower'),
    `${sections('{id: owner, names: [Owner]}')}    placeholders: ['Ask around']\n`,
  ],
  [
    'its own placeholders by a pattern',
    page('## Owner\n\nNobody so far'),
    `${sections('{id: owner, names: [Owner]}')}    placeholders: ['Ask around', '/^nobody .*/']\n`,
  ],
  [
    'its own placeholders in cells',
    page('## Owner\n\n| Who |\n| - |\n| Ask around |'),
    `${sections('{id: owner, names: [Owner]}')}    placeholders: ['Ask around']\n`,
  ],
  ['a sentence', page('It is owned by the tower.'), sections("{id: owner, names: [Owner], sentences: ['owned by']}")],
  [
    'a sentence in a table',
    page('| What |\n| - |\n| It is owned by the tower |'),
    sections("{id: owner, names: [Owner], sentences: ['owned by']}"),
  ],
  [
    'a sentence in a list',
    page('- Owned by the tower'),
    sections("{id: owner, names: [Owner], sentences: ['owned by']}"),
  ],
  [
    'a sentence that says nothing',
    page('It is owned by TBD.'),
    sections("{id: owner, names: [Owner], sentences: ['owned by']}"),
  ],
  [
    'a sentence by a pattern',
    page('The tower keeps it safe.'),
    sections("{id: owner, names: [Owner], sentences: ['/keeps .* safe/']}"),
  ],
  [
    'a sentence in a heading',
    page('## Owned by the tower\n\nx y'),
    sections("{id: owner, names: [Owner], sentences: ['owned by']}"),
  ],
  [
    'a sentence in a comment',
    page('<!-- owned by the tower -->'),
    sections("{id: owner, names: [Owner], sentences: ['owned by']}"),
  ],
  ['a line to a boss', page('The Night Watch reports to the Mayor.'), bossBySentence],
  ['a line to a boss that nobody is yet', page('The Night Watch reports to TBD.'), bossBySentence],
  ['a line of another role', pilot('A Crane Operator reports to the Mayor.'), bossBySentence],
  ['a line of the role', pilot('The Harbour Pilot reports to the Mayor.'), bossBySentence],
  ['missing, beside a line to a boss', page('Reports to: the Mayor'), sections('{id: owner, names: [Owner]}')],
  [
    'a line about another role, where no boss is asked for',
    page('## Owner\n\nThe Cook reports to TBD.'),
    sections('{id: owner, names: [Owner]}'),
  ],
  [
    'a boss in the heading, and one of another role below',
    pilot('## Boss\n\nThe Crane Operator reports to the Mayor.', '## This role reports to the Mayor\n\nx y'),
    sections("{id: boss, names: [Boss, '/reports to/'], says: reports-to}"),
  ],
  [
    'the own boss, where a heading names another role',
    pilot('## Boss\n\nThe Harbour Pilot reports to the Mayor.', '## Shift Lead\n\nWords.'),
    boss,
  ],
  ['a label above a sentence without a boss', pilot('**Line manager**', 'The Harbour Pilot reports to TBD.'), boss],
  [
    "a label above a sentence of another role's boss",
    pilot('**Reports to**', 'The Crane Operator reports to the Mayor.'),
    boss,
  ],
  ['a boss that nobody is yet', pilot('## Boss\n\nReports to TBD.'), boss],
  ['the boss of another role', pilot('## Boss\n\nThe Crane Operator reports to the Mayor.'), boss],
  [
    'the boss of another role, and one that nobody is yet',
    pilot('## Boss\n\nThe Crane Operator reports to the Mayor. The Harbour Pilot reports to TBD.'),
    boss,
  ],
  [
    'two bosses in a sentence, one that nobody is yet',
    pilot('## Boss\n\nThe Crane Operator reports to TBD, and the Shift Lead reports to the Mayor.'),
    boss,
  ],
  [
    "another role's boss and the role's own in a sentence",
    pilot('## Boss\n\nThe Crane Operator reports to TBD, and the Harbour Pilot reports to the Mayor.'),
    boss,
  ],
  [
    'the boss of a role, below a title of none',
    page('## Shift Lead\n\nx', '## Boss\n\nThe Cook reports to the Mayor.'),
    boss,
  ],
  ['a link to itself', page('## Owner\n\nSee [Owner](#owner).'), sections('{id: owner, names: [Owner]}')],
  [
    'a link to itself with words',
    page('## Owner\n\nSee [Owner](#owner) by Ann.'),
    sections('{id: owner, names: [Owner]}'),
  ],
  [
    'links to itself and to others',
    page('## Owner\n\n[Owner](#owner) [Ann](/ann/)'),
    sections('{id: owner, names: [Owner]}'),
  ],
  ['words as before a link', page('## Owner\n\nSee the'), sections('{id: owner, names: [Owner]}')],
  ['the wrong depth', page('### Owner\n\nThe tower.'), sections('{id: owner, names: [Owner], depth: [2]}')],
  ['one of two depths', page('#### Owner\n\nThe tower.'), sections('{id: owner, names: [Owner], depth: [2, 3]}')],
  [
    'the right depth in one of two',
    page('### Owner\n\nThe tower.\n\n## Owners\n\nThe tower.'),
    sections('{id: owner, names: [Owner], depth: [2]}'),
  ],
  ['in order', page(owner, scope), `${two}    ordered: true\n`],
  [
    'nearly another section that is there',
    page('## Reviewed bye\n\nAnn.'),
    sections('{id: a, names: [Reviewed by]}', '{id: b, names: [Reviewed bye]}'),
  ],
  ['in another order', page(scope, owner), `${two}    ordered: true\n`],
  [
    'in another order of three',
    page('## C\n\nx y', '## A\n\nx y', '## B\n\nx y'),
    `${sections('{id: a, names: [A]}', '{id: b, names: [B]}', '{id: c, names: [C]}')}    ordered: true\n`,
  ],
  [
    'the first at the end',
    page('## B\n\nx y', '## C\n\nx y', '## A\n\nx y'),
    `${sections('{id: a, names: [A]}', '{id: b, names: [B]}', '{id: c, names: [C]}')}    ordered: true\n`,
  ],
  [
    'in another order, one missing',
    page('## C\n\nx y', '## A\n\nx y'),
    `${sections('{id: a, names: [A]}', '{id: b, names: [B], optional: true}', '{id: c, names: [C]}')}    ordered: true\n`,
  ],
]);

const levels = (section: string, more = '') =>
  `${type('levels: {below: [Levels, Ranks], with: [Grade], names: [Apprentice], except: [Fields]}', 'sections:', `  - {id: duties, names: [Duties], ${section}}`)}${more}`;
const each = levels('scope: each-level');
const level = (name: string, ...texts: readonly string[]) => `### ${name}\n\n${texts.join('\n\n')}`;
const duties = '#### Duties\n\nKeeps the deck clean.';
const below = (...texts: readonly string[]) => page('## Levels', ...texts);
scenes('sections of levels', rule, '', [
  ['as it should be', below(level('One', duties), level('Two', duties)), each],
  ['missing at one level', below(level('One', duties), level('Two', '#### Pay\n\nFour.')), each],
  ['missing at all levels', below(level('One', '#### Pay\n\nThree.'), level('Two', '#### Pay\n\nFour.')), each],
  ['missing at the only level', below(level('One', '#### Pay\n\nThree.')), each],
  [
    'outside of the levels',
    below(level('One', '#### Pay\n\nThree.'), level('Two', '#### Pay\n\nFour.'), '## Duties\n\nFor all.'),
    each,
  ],
  [
    'outside of the levels, and at one',
    below(level('One', duties), level('Two', '#### Pay\n\nFour.'), '## Duties\n\nFor all.'),
    each,
  ],
  [
    'beside its level',
    below(level('One', '#### Pay\n\nThree.'), '### One Duties\n\nKeeps it.', level('Two', duties)),
    each,
  ],
  [
    'beside its level, by its name alone',
    below(level('One', '#### Pay\n\nThree.'), '### Duties\n\nKeeps it.', level('Two', duties)),
    each,
  ],
  ['empty at one level', below(level('One', duties), level('Two', '#### Duties')), each],
  ['twice at one level', below(level('One', duties, duties), level('Two', duties)), each],
  ['misspelt at one level', below(level('One', duties), level('Two', '#### Dutyes\n\nKeeps it.')), each],
  [
    'misspelt at all levels',
    below(level('One', '#### Dutyes\n\nKeeps it.'), level('Two', '#### Dutyes\n\nKeeps it.')),
    each,
  ],
  [
    'misspelt where no sections are looked for',
    below(level('One', '#### Pay\n\nThree.'), '### Fields\n\n#### Dutyes\n\nKeeps it.'),
    each,
  ],
  ['misspelt in a level, and asked at the top', below(level('One', '#### Dutyes\n\nKeeps it.')), levels('scope: top')],
  [
    'misspelt at the top, and asked of levels',
    below(level('One', '#### Pay\n\nThree.'), '## Dutyes\n\nFor all.'),
    each,
  ],
  ['no levels', page('## Words\n\nOf no use.'), each],
  ['no levels, and the section', page('## Duties\n\nOf use.'), each],
  [
    'levels by what they hold',
    page('## One\n\n### Grade\n\n1\n\n### Duties\n\nKeeps it.', '## Two\n\n### Grade\n\n2'),
    each,
  ],
  ['levels by what they hold deeper', page('## One\n\n### More\n\n#### Grade\n\n1'), each],
  ['levels by name', page('## Apprentice\n\nLearns.', '## Senior Apprentice\n\nKnows.'), each],
  ['levels in levels', below(level('One', duties, '#### Two\n\n##### Grade\n\n2\n\n##### Duties\n\nKeeps it.')), each],
  ['a heading with nothing below', below('### Note\n\nHello.', level('One', duties)), each],
  ['headings in what holds none', below(level('One', duties), '### Fields\n\n#### Grade\n\n#### Duties'), each],
  [
    'the section in what holds none',
    page('## Levels\n\n### One\n\n#### Pay\n\nThree.', '## Fields\n\n### Duties\n\nFor none.'),
    each,
  ],
  ['a shortcode that nobody knows', below(level('One', '#### Pay\n\nThree.'), level('Two', '{{< duties >}}')), each],
  [
    'once for all',
    below(level('One', '#### Pay\n\nThree.'), '## Duties\n\nFor all.'),
    levels('scope: top-or-each-level'),
  ],
  ['once for all, empty', below(level('One', '#### Pay\n\nThree.'), '## Duties'), levels('scope: top-or-each-level')],
  [
    'once for all, and at one level',
    below(level('One', duties), level('Two', '#### Pay\n\nx y'), '## Duties\n\nFor all.'),
    levels('scope: top-or-each-level'),
  ],
  [
    'once for all, and empty at one level',
    below(level('One', '#### Duties'), '## Duties\n\nFor all.'),
    levels('scope: top-or-each-level'),
  ],
  [
    'once for all by a sentence',
    below(level('One', '#### Pay\n\nThree.'), '## Else\n\nAll have duties.'),
    levels("scope: top-or-each-level, sentences: ['have duties']"),
  ],
  [
    'once for all by a sentence, at a depth',
    below(level('One', '#### Pay\n\nThree.'), '## Else\n\nAll have duties.'),
    levels("scope: top-or-each-level, depth: [2], sentences: ['have duties']"),
  ],
  [
    'neither for all nor at a level',
    below(level('One', '#### Pay\n\nThree.'), level('Two', '#### Pay\n\nx y')),
    levels('scope: top-or-each-level'),
  ],
  [
    'neither for all nor at one level',
    below(level('One', duties), level('Two', '#### Pay\n\nx y')),
    levels('scope: top-or-each-level'),
  ],
  [
    'for all, misspelt',
    below(level('One', '#### Pay\n\nThree.'), '## Dutyes\n\nFor all.'),
    levels('scope: top-or-each-level'),
  ],
  ['at the top', below(level('One', '#### Pay\n\nThree.'), '## Duties\n\nFor all.'), levels('scope: top')],
  ['at the top, inside a level', below(level('One', duties)), levels('scope: top')],
  [
    'at the top, inside a level and outside',
    below(level('One', duties), '## Duties\n\nFor all.'),
    levels('scope: top'),
  ],
  [
    'at the top, by a sentence',
    below(level('One', duties), '## Else\n\nAll have duties.'),
    levels("scope: top, sentences: ['have duties']"),
  ],
  ['at the top, missing', below(level('One', '#### Pay\n\nThree.')), levels('scope: top')],
  ['anywhere', below(level('One', duties), level('Two', '#### Pay\n\nx y')), levels('scope: anywhere')],
  [
    'in order at each level',
    below(level('One', '#### Pay\n\nx y', duties)),
    `${type('levels: {below: [Levels]}', 'sections: [{id: duties, names: [Duties]}, {id: pay, names: [Pay]}]', 'ordered: true')}`,
  ],
]);

const roles = 'rules: {}\n';
const role = (title: string, ...texts: readonly string[]): Files => ({ 'r/a': titled(title, ...texts) });
const some = ['## Responsibilities\n\nKeeps it.', '## OKRs\n\nOne.'];
scenes('types of pages', rule, '', [
  ['looks like a role', role('Harbour Pilot', ...some), roles],
  ['a title of no role', role('Harbour Weather', ...some), roles],
  ['a title of a head', role('Head of Ships', ...some), roles],
  ['a title of a head of a field', role('Vice President of Ships', ...some), roles],
  ['a title with a comma', role('Manager, Ships', ...some), roles],
  ['a title with brackets', role('Pilot (night shift)', ...some), roles],
  ['a title of a team', role('Pilot Team', ...some), roles],
  ['a title that only begins so', role('Pilots of the harbour at night', ...some), roles],
  ['one section alone', role('Harbour Pilot', some[0]!), roles],
  ['sections at the third level', role('Harbour Pilot', ...some.map((each) => `#${each}`)), roles],
  ['sections too deep', role('Harbour Pilot', ...some.map((each) => `##${each}`)), roles],
  ['a section by a team', role('Harbour Pilot', some[0]!, '## Customer OKRs\n\nOne.'), roles],
  [
    'a section misspelt',
    role('Harbour Pilot', some[0]!.replace('Responsibilities', 'Responsiblities'), some[1]!),
    roles,
  ],
  ['said to be one', { 'r/a': '---\ntitle: Weather\npageType: role\n---\n\nWords.\n' }, roles],
  [
    'said to be none',
    { 'r/a': '---\ntitle: Harbour Pilot\npageType: none\n---\n\n## Responsibilities\n\nx y\n\n## OKRs\n\nx y\n' },
    roles,
  ],
  [
    'said to be none by false',
    { 'r/a': '---\ntitle: Harbour Pilot\nPagetype: false\n---\n\n## Responsibilities\n\nx y\n\n## OKRs\n\nx y\n' },
    roles,
  ],
  ['said to be of an unknown type', { 'r/a': '---\ntitle: Pilot\npageType: rolle\n---\n\nx\n' }, roles],
  ['said to be of a type far from all', { 'r/a': '---\ntitle: Pilot\npageType: something\n---\n\nx\n' }, roles],
  [
    'said to be of a type far from all, where there are own ones',
    { 'r/a': '---\ntitle: Pilot\npageType: something\n---\n\nx\n' },
    two,
  ],
  ['said in a list', { 'r/a': '---\ntitle: Pilot\npageType: [role]\n---\n\nx\n' }, two],
  ['said in TOML', { 'r/a': '+++\ntitle = "Weather"\npageType = "role"\n+++\n\nWords.\n' }, roles],
  ['by path', page('Words.'), two],
  ['by path, excepted', page('Words.'), `${two}    except: [content/p/a.md]\n`],
  [
    'by path and heading, beside others',
    page('## Notes\n\nWords.', '## Rules\n\nWords.'),
    `${two}    heading: [Rules]\n`,
  ],
  ['by path and heading', page('## Rules\n\nWords.'), `${two}    heading: [Rules]\n`],
  ['by path, without the heading', page('## Notes\n\nWords.'), `${two}    heading: [Rules]\n`],
  ['by heading alone', role('Weather', '## Rules\n\nWords.'), two.replace('pages: [content/p/**]', 'heading: [Rules]')],
  ['an include', { 'includes/a': titled('Pilot', 'Words.') }, two.replace('content/p/**', "'**'")],
  ['a page of a folder', { 'p/_index': titled('P', 'Words.') }, two],
  ['no title at all', { 'p/a': '\n\n  Words at the start.\nAnd more.\n' }, two],
  ['nothing at all', { 'p/a': '\n\n' }, two],
  ['no role by looks', role('Harbour Pilot', ...some), 'pageTypes: {role: {pages: []}}\n'],
]);
