import { group, include, list, table, titled } from './crew.ts';
import { readings } from './readings.ts';

const two = (text: string) => ({ 'deck/senior': text, 'mast/senior': text });
const one = { pages: '{department}.md' };
const ofOne = (text: string) => ({ 'deck.md': text });
const craft = group('Craft', list('Owns it', 'Mends it'));

readings('pages read', [
  ['a list', two(craft)],
  [
    'two lists and words around',
    two(group('Craft', 'We ask for this.\n', list('Owns it'), 'And for that.\n', '1. Mends it\n', 'That is all.\n')),
  ],
  [
    'nested lists',
    two(
      group(
        'Craft',
        '- Rope work\n  - Ties knots\n  - Coils ropes.\n- Teaches others, for instance:\n  - Knots\n  - Songs\n-\n  - Sings\n',
      ),
    ),
  ],
  ['categories in categories', two(group('Craft', '- Work\n  - Rope\n    - Ties knots\n  - Sail\n    - Sews\n'))],
  [
    'a category of six words and of seven',
    two(
      group(
        'Craft',
        '- One two three four five and six\n  - Ties knots\n- One two three four five six seven\n  - Sews\n',
      ),
    ),
  ],
  ['names that end in signs', two(group('Craft', '- Rope!\n  - Ties knots\n- Sail…\n  - Sews\n- Wood;\n  - Saws\n'))],
  ['struck out', two(group('Craft', '- ~~Owns it~~\n- Mends it\n'))],
  ['a table of one column', two(group('Craft', table(['What'], ['Owns it'], ['Mends it'])))],
  [
    'a table of two columns',
    two(group('Craft', table(['What', 'How'], ['Rope', 'Owns it'], ['Sail', 'Mends it'], ['Wood', '']))),
  ],
  [
    'a table of three columns',
    two(group('Craft', table(['What', 'How', 'When'], ['Rope', 'Owns it', 'daily'], ['Sail', 'Mends it', '']))),
  ],
  [
    'a table with an empty row',
    two(
      group(
        'Craft',
        table(['What', 'How'], ['Rope', 'Owns it'], ['', '']),
        '',
        'And:\n',
        table(['What'], ['Mends it'], ['']),
      ),
    ),
  ],
  [
    'a table with lines in cells',
    two(group('Craft', table(['What', 'How'], ['Rope', 'Owns it<br>- Mends it<br>1. Sells it<br>']))),
  ],
  [
    'a table with a row that divides',
    two(group('Craft', table(['What', 'How'], ['**Rope**', ''], ['Knots', 'Ties it']))),
  ],
  ['HTML', two('<h2 id="craft">Craft</h2>\n\n<ul>\n<li>Owns it</li>\n<li>Mends <b>it</b></li>\n</ul>\n')],
  [
    'a heading and words in one block of HTML',
    two(`<div>\n<h2>Craft</h2>\n<p>We ask for this.</p>\n</div>\n\n${list('Owns it')}`),
  ],
  ['words of HTML', two(group('Craft', '<p>We ask for this.</p>\n', list('Owns it')))],
  [
    'an include in a list',
    { ...two(group('Craft', `- Owns it\n${include('more')}- Mends it\n`)), 'includes/more': list('Sells it') },
  ],
  [
    'an include in an item',
    { ...two(group('Craft', `- Owns it\n\n  ${include('more')}\n- Mends it\n`)), 'includes/more': list('Sells it') },
  ],
  [
    'an include between the items of a list',
    {
      ...two(group('Craft', `- Owns it\n\n${include('more')}\n- Mends it\n- Lends it\n`)),
      'includes/more': list('Sells it'),
    },
  ],
  [
    'an include that brings a heading',
    { ...two(`${craft}${include('more')}`), 'includes/more': group('People', list('Sells it')) },
  ],
  ['an include before the heading', { ...two(`${include('more')}\n${craft}`), 'includes/more': 'Hello.\n' }],
  ['an include twice', { ...two(group('Craft', include('more'), include('more'))), 'includes/more': list('Sells it') }],
  [
    'links to headings below a group',
    two(
      group('Craft', '- [Craft](#craft)\n- [People](#people)\n', 'Words.\n', list('Owns it')) +
        group('People', list('Teaches')),
    ),
  ],
  ['a link to a level below a group', two(group('Craft', '- [Deck](/deck/senior/)\n', 'Words.\n', list('Owns it')))],
  [
    'links to levels below a group',
    two(group('Craft', '- [Deck](/deck/senior/)\n- [Mast](/mast/senior/)\n', 'Words.\n', list('Owns it'))),
  ],
  [
    'a link elsewhere below a group',
    two(group('Craft', '- [Deck](https://example.com)\n', 'Words.\n', list('Owns it'))),
  ],
  [
    'links in sentences below a group',
    two(group('Craft', '- Reads [all of it](/deck/senior/) daily\n- Owns [it](/mast/senior/)\n')),
  ],
  [
    'headings below a group',
    two(group('Craft', '### Rope\n', list('Owns it'), '### Sail\n', list('Mends it')) + group('Else', 'Words.\n')),
  ],
  ['a group at the wrong depth', two(`${group('Craft', list('Owns it'))}\n# People\n\n${list('Teaches')}`)],
  ['no headings', two(list('Owns it', 'Mends it'))],
  ['no headings, and a table', two(table(['What', 'How'], ['Rope', 'Owns it']))],
  ['no lists', two('Words.\n')],
  ['a level alone', { 'deck/senior': craft }],
  ['lines of bold words', two('**Craft**\n\n- Owns it\n\n**People**\n\n- Teaches\n')],
  ['code and pictures', two(group('Craft', '```text\nx\n```\n', '![A picture](/x.png)\n', list('Owns it')))],
  [
    'names with levels and departments',
    {
      'deck/senior': group('Senior Craft Competencies', list('Owns it')),
      'mast/senior': group('Mast: Craft', list('Mends it')),
      'hold/senior': group('3. Craft (Hold)', list('Holds it')),
    },
  ],
  [
    'names by number',
    {
      'deck/senior': group('1. Craft', list('Owns it')) + group('2.1 People', list('Sings')),
      'mast/senior': group('II) Craft', list('Mends it')) + group('b. People', list('Sings')),
    },
  ],
  [
    'a name in capitals and with signs',
    {
      'deck/senior': group('R&D', list('Owns it')) + group("Crew's Work", list('Sings')),
      'mast/senior': group('R & D', list('Mends it')) + group("Crew's work", list('Sings')),
    },
  ],
  [
    'groups that most have',
    {
      'deck/senior': craft + group('People', list('Sings')),
      'mast/senior': craft + group('People', list('Hums')),
      'hold/senior': craft,
      'tent/senior': group('People', list('Naps')),
    },
  ],
  [
    'groups in the order that most have',
    {
      'deck/senior': group('People', list('Sings')) + craft,
      'mast/senior': craft + group('People', list('Hums')),
      'hold/senior': craft + group('People', list('Naps')),
    },
  ],
  [
    'kinds of lists',
    Object.fromEntries(
      ['a', 'b', 'c', 'd', 'e'].map((id, at) => [
        `${id}/senior`,
        group('Craft', at < 4 ? `1. Owns ${id}\n` : `- Owns ${id}\n`) +
          group('People', at < 3 ? `1. Sings ${id}\n` : `- Sings ${id}\n`) +
          group('Values', at < 1 ? `1. Gives ${id}\n` : `- Gives ${id}\n`),
      ]),
    ),
  ],
  ['lines of bold words below headings', two(group('Craft', list('Owns it'), '**At sea**\n', list('Sails it')))],
  [
    'a heading that holds the name of a group',
    {
      'deck/senior': craft + group('Craft of ropes', list('Ties it')),
      'mast/senior': craft,
      'hold/senior': group('Our craft', list('Holds it')) + craft,
    },
  ],
  [
    'a group again at a deeper heading',
    two(`${group('Craft', list('Owns it'))}\n### Craft skills\n\n${list('Mends it')}\n### People\n\n${list('Sings')}`),
  ],
  [
    'a bold line for a group that others have as a heading',
    {
      'deck/senior': `**Craft**\n\n${list('Owns it')}\n## Else\n\n${list('Naps')}`,
      'mast/senior': craft,
      'hold/senior': craft,
    },
  ],
  [
    'a bold line twice',
    {
      'deck/senior': `**Craft**\n\n${list('Owns it')}\n**Craft**\n\n${list('Mends it')}`,
      'mast/senior': craft,
      'hold/senior': craft,
    },
  ],
  [
    'a bold line in an include',
    {
      'deck/senior': `${include('craft')}\n${list('Naps')}`,
      'includes/craft': '**Craft**\n\n- Owns it\n',
      'mast/senior': craft,
      'hold/senior': craft,
    },
  ],
  [
    'a misspelt heading',
    {
      'deck/senior': group('Crfat', list('Owns it')) + group('Else', 'Words.\n'),
      'mast/senior': craft,
      'hold/senior': craft,
    },
  ],
  [
    'a misspelt heading in an include',
    {
      'deck/senior': include('craft'),
      'includes/craft': group('Crfat', list('Owns it')),
      'mast/senior': craft,
      'hold/senior': craft,
    },
  ],
  [
    'a heading in an include below a group',
    {
      'includes/more': group('Other', 'Words.\n'),
      'deck/senior': group('Craft', include('more'), list('Owns it')),
      'mast/senior': craft,
    },
  ],
  [
    'links to levels at headings that are gone, below a group',
    two(group('Craft', '- [Deck](/deck/senior/#gone)\n- [Mast](/mast/senior/#gone)\n', 'Words.\n', list('Owns it'))),
  ],
  [
    'links to levels in four of five items',
    two(
      group(
        'Craft',
        '- [Deck](/deck/senior/)\n- [Mast](/mast/senior/)\n- [Craft](#craft)\n- [Deck](#craft)\n- Mends it\n',
      ),
    ),
  ],
  [
    'links to levels in three of four items',
    two(group('Craft', '- [Deck](/deck/senior/)\n- [Mast](/mast/senior/)\n- [Craft](#craft)\n- Mends it\n')),
  ],
  [
    'as many links elsewhere as to levels',
    { ...two(group('Craft', '- [Deck](/deck/senior/)\n- [Rum](/rum/)\n')), rum: 'Words.\n' },
  ],
  ['a word before a list', two(group('Craft', 'It all.\n', list('Owns it'), 'And more.\n'))],
]);

readings('places read', [
  [
    'teams in departments',
    {
      'deck/senior': craft,
      'deck/top/senior': craft,
      'mast/low/deep/senior': craft,
      'deck/_index': titled('Deck', 'x'),
      'mast/_index': titled('Mast', 'x'),
    },
  ],
  ['a department with one team alone', { 'data/of-ships/senior': craft, 'deck/senior': craft }],
  [
    'a declared team beside the only one with pages',
    { 'data/of-ships/senior': craft, 'deck/senior': craft },
    { keys: ['departments: {data/of-sails: {levels: [senior]}}'] },
  ],
  [
    'short names',
    { 'hr/senior': craft, 'csr/senior': craft, 'ic3/senior': craft, 'eng/senior': craft, 'deck-crew_2/senior': craft },
  ],
  ['base pages', { senior: craft, junior: craft, 'deck/senior': craft, about: craft, deck: craft }],
  ['base pages elsewhere', { 'all/senior': craft, 'deck/senior': craft }, { keys: ['base: content/all/{level}.md'] }],
  [
    'a department elsewhere',
    { 'crew/mast-senior': craft, 'deck/senior': craft, 'crew/mast-readme': craft },
    { keys: ['departments: {mast: {name: The mast, path: "content/crew/mast-{level}.md"}}'] },
  ],
  [
    'excluded',
    { 'deck/senior': craft, 'deck/notes': craft, 'mast/senior': craft },
    { keys: ['exclude: [content/deck/notes.md]'] },
  ],
  [
    'pages of folders',
    { 'deck/senior/_index': craft, 'deck/index': craft, 'deck/README': craft, 'mast/senior': craft },
  ],
  [
    'levels in the order of an index',
    {
      'deck/_index': '- [b](/deck/blue/)\n- [a](/deck/azure/)\n',
      'deck/blue': craft,
      'deck/azure': craft,
      'mast/blue': craft,
      'mast/azure': craft,
    },
  ],
  [
    'levels in the usual order',
    Object.fromEntries(
      ['principal', 'senior', 'junior', 'senior-staff', 'staff', 'l3', 'associate-principal', '2', 'keeper'].flatMap(
        (level) => [
          [`deck/${level}`, craft],
          [`mast/${level}`, craft],
        ],
      ),
    ),
  ],
  [
    'levels by number',
    Object.fromEntries(
      ['1-junior', '2-senior', '10-staff'].flatMap((level) => [
        [`deck/${level}`, craft],
        [`mast/${level}`, craft],
      ]),
    ),
  ],
  ['a level of one department', { 'deck/senior': craft, 'mast/senior': craft, 'mast/chief': craft }],
  [
    'a level of one department without groups',
    { 'deck/senior': craft, 'mast/senior': craft, 'mast/chief': 'Words.\n' },
  ],
  [
    'levels in other parts of names',
    {
      'roles/senior-deck': craft,
      'roles/junior-deck': craft,
      'roles/senior_staff-mast': craft,
      'roles/l3-mast': craft,
      'roles/notes-mast': craft,
    },
    { pages: 'roles/{level}-{department}.md' },
  ],
  [
    'levels in other parts of names, in capitals and with underscores',
    {
      'roles/Senior_Staff-deck': craft,
      'roles/senior-staff-mast': craft,
      'roles/junior-deck': craft,
      'roles/junior-mast': craft,
    },
    { pages: 'roles/{level}-{department}.md' },
  ],
  [
    'declared levels in parts of names',
    { 'roles/deck-blue': craft, 'roles/deck-azure': craft, 'roles/mast-senior': craft },
    { pages: 'roles/{department}-{level}.md', keys: ['levels: [azure, {id: blue, names: [Blue, Navy]}]'] },
  ],
  [
    'declared levels in parts of names of the base and of a department elsewhere',
    {
      'all/azure-all': craft,
      'all/senior-all': craft,
      'crew/mast-blue': craft,
      'crew/mast-senior': craft,
      'deck/blue': craft,
    },
    {
      keys: [
        'levels: [azure, blue]',
        'base: content/all/{level}-all.md',
        'departments: {mast: {path: "content/crew/mast-{level}.md"}}',
      ],
    },
  ],
  [
    'declared levels in parts of names, without departments',
    { 'azure-role': craft, 'senior-role': craft },
    { pages: '{level}-role.md', keys: ['levels: [azure, blue]'] },
  ],
  ['one department', { senior: craft, junior: craft }, { pages: '{level}.md' }],
  [
    'one page for a department, without levels',
    { deck: 'Words.\n', mast: `## Junior\n\n- One\n\n## Senior\n\n- Two\n`, _index: '# Crew\n' },
    one,
  ],
  [
    'the page of a folder, which lists others',
    { 'deck/index': 'Words.\n', mast: `## Junior\n\n- One\n\n## Senior\n\n- Two\n` },
    one,
  ],
  [
    'the page of a folder, which should have levels',
    { 'deck/index': 'Words.\n', 'mast/index': `## Junior\n\n- One\n\n## Senior\n\n- Two\n` },
    { pages: '{department}/index.md' },
  ],
  [
    'a department that is named like a level',
    { 'lead/senior': craft, 'deck/lead': craft, 'deck/senior': craft, lead: craft, senior: craft },
  ],
  [
    'a department before the end',
    { 'senior/deck': craft, 'senior/mast': craft, senior: craft },
    { pages: '{level}/{department}.md' },
  ],
  [
    'levels in the order of links to headings that are gone',
    {
      'deck/_index': '- [b](/deck/blue/#gone)\n- [a](/deck/azure/#gone)\n',
      'deck/blue': craft,
      'deck/azure': craft,
      'mast/blue': craft,
      'mast/azure': craft,
    },
  ],
  [
    'levels in the order of an index, and one that it does not name',
    {
      'deck/_index': '- [s](/deck/staff/)\n- [j](/deck/junior/)\n- [j](/deck/junior/)\n',
      ...Object.fromEntries(
        ['junior', 'senior', 'staff', 'keeper', 'helper'].flatMap((level) => [
          [`deck/${level}`, craft],
          [`mast/${level}`, craft],
        ]),
      ),
    },
  ],
  [
    'levels by code',
    Object.fromEntries(
      ['l10', 'l2', 'l9'].flatMap((level) => [
        [`deck/${level}`, craft],
        [`mast/${level}`, craft],
      ]),
    ),
  ],
  [
    'levels in the orders of two indexes',
    {
      'deck/_index': '- [b](/deck/blue/)\n- [a](/deck/azure/)\n',
      'mast/_index': '- [a](/mast/azure/)\n- [b](/mast/blue/)\n',
      'deck/blue': craft,
      'deck/azure': craft,
      'mast/blue': craft,
      'mast/azure': craft,
    },
  ],
  [
    'a team below the top of a department',
    { 'deck/of-sails/senior': craft, 'deck/of-ropes/senior': craft, 'mast/senior': craft },
  ],
  [
    'departments in folders with names alike',
    { 'deck/senior': craft, 'deck-crew/senior': craft, 'deck/top/senior': craft },
  ],
  [
    'declared groups, and another on all pages of a department',
    Object.fromEntries(
      ['junior', 'senior', 'staff'].flatMap((level) => [
        [`deck/${level}`, craft],
        [`mast/${level}`, craft + group('Knots', list(`Ties as ${level}`))],
      ]),
    ),
    { keys: ['groups: [Craft]'] },
  ],
  [
    'declared groups',
    two(group('Craft of ropes', list('Owns it')) + group('Folk', list('Sings'))),
    { keys: ['groups: [Craft, {name: People, headings: [Folk], list: ordered, min: 2, optional: true}]'] },
  ],
  ['no groups', { ...two(craft), 'hold/senior': list('Owns it') }, { keys: ['groups: []'] }],
]);

const levels = ['Junior', 'Senior', 'Staff'];
const columns = (...rows: readonly (readonly string[])[]) => ofOne(`# Deck\n\n${table(['What', ...levels], ...rows)}`);
readings(
  'tables read',
  [
    ['a column for each level', columns(['Rope', 'Ties', 'Splices', 'Buys'], ['Sail', 'Folds', 'Sews', ''])],
    [
      'a row that names other levels',
      ofOne(
        table(
          ['What', 'Junior', 'Senior'],
          ['Helped by', 'Senior', 'Staff'],
          ['Rope', 'Ties', 'Splices'],
          ['Sail', 'Folds', 'Sews'],
        ),
      ),
    ],
    [
      'a row whose name is struck out',
      columns(
        ['Rope', 'Ties', 'Splices', 'Buys'],
        ['~~Sail~~', 'Folds', 'Sews', 'Cuts'],
        ['Oar', 'Rows', 'Carves', 'Sells'],
      ),
    ],
    [
      'a level that is struck out, as a row',
      ofOne(
        table(
          ['Level', 'Rope', 'Sail'],
          ['Junior', 'Ties', 'Folds'],
          ['Senior', 'Splices', 'Sews'],
          ['~~Staff~~', 'Buys', 'Cuts'],
        ),
      ),
    ],
    [
      'rows that divide',
      columns(
        ['**Work**', '', '', ''],
        ['Rope', 'Ties', 'Splices', 'Buys'],
        ['**People**', '', '', ''],
        ['Talk', 'Asks', 'Answers', 'Teaches'],
      ),
    ],
    [
      'two columns before the levels',
      ofOne(
        table(
          ['Area', 'What', ...levels],
          ['Work', 'Rope', 'Ties', 'Splices', 'Buys'],
          ['', 'Sail', 'Folds', 'Sews', 'Cuts'],
          ['People', 'Talk', 'Asks', 'Answers', 'Teaches'],
        ),
      ),
    ],
    [
      'no column before the levels',
      ofOne(
        table(levels, ['Work', '', ''], ['Ties', 'Splices', 'Buys'], ['Ties much more than one rope on deck.', '', '']),
      ),
    ],
    [
      'lines in cells',
      columns(['Rope', 'Ties<br>Coils', 'Splices<br>Sells', 'Buys'], ['Sail', 'Folds<br>Dries', 'Sews', 'Cuts']),
    ],
    ['lines in few cells', columns(['Rope', 'Ties<br>Coils', 'Splices', 'Buys'], ['Sail', 'Folds', 'Sews', 'Cuts'])],
    ['markers in cells', columns(['Rope', '- Ties', '1. Splices', '• Buys'], ['Sail', 'Folds', '12) Sews', 'Cuts'])],
    ['many cells left open', columns(['Rope', 'Ties', '', ''], ['Sail', '', 'Sews', ''], ['Wood', '', '', 'Saws'])],
    [
      'four of sixteen cells left open',
      columns(
        ['Rope', 'Ties', 'Ties', ''],
        ['Sail', 'Folds', 'Sews', ''],
        ['Wood', 'Saws', '', 'Saws'],
        ['Iron', 'Cuts', '', 'Melts'],
      ),
    ],
    [
      'four of thirty cells left open',
      columns(
        ...Array.from({ length: 10 }, (_, at) => [
          `Row ${at}`,
          `Ties ${at}`,
          at < 2 ? '' : `Sews ${at}`,
          at < 4 && at > 1 ? '' : `Buys ${at}`,
        ]),
      ),
    ],
    [
      'headings above tables',
      ofOne(
        ['Work', 'People']
          .map(
            (name) =>
              `## ${name}\n\n${table(['What', ...levels], ['Rope', `Ties ${name}`, `Splices ${name}`, `Buys ${name}`])}\n`,
          )
          .join(''),
      ),
    ],
    ['a level twice', ofOne(table(['What', 'Junior', 'Junior', 'Senior'], ['Rope', 'Ties', 'Folds', 'Splices']))],
    ['one level alone', ofOne(table(['What', 'Junior', 'Else'], ['Rope', 'Ties', 'Folds']))],
    [
      'a row for each level',
      ofOne(
        table(
          ['Level', 'Work', 'People'],
          ['Junior', 'Ties', 'Asks'],
          ['Senior', 'Splices<br>Sells', ''],
          ['', 'Buys', 'Answers'],
          ['Else', 'x', 'y'],
          ['Staff', 'Cuts', 'Teaches'],
        ),
      ),
    ],
    [
      'a row for each level, in the second column',
      ofOne(
        table(['No.', 'Name', 'Work'], ['1', 'Junior', 'Ties'], ['2', 'Senior', 'Splices'], ['3', 'Staff', 'Cuts']),
      ),
    ],
    [
      'a row for each competency',
      ofOne(
        table(
          ['Team', 'Grade', 'Skill', 'What'],
          ['Deck', 'Junior', 'Rope', 'Ties'],
          ['Deck', 'Senior', 'Rope', 'Splices'],
          ['Mast', 'Junior', 'Sail', 'Folds'],
          ['Mast', 'Senior', 'Sail', 'Sews'],
        ),
      ),
    ],
    [
      'a row for each competency, in one department',
      ofOne(table(['Level', 'What'], ['Junior', 'Ties'], ['Junior', 'Coils'], ['Senior', 'Splices'])),
    ],
    [
      'a row for each competency, its group first',
      ofOne(
        table(
          ['Skill', 'Level', 'What'],
          ['Rope', 'Junior', 'Ties'],
          ['Rope', 'Senior', 'Splices'],
          ['Sail', 'Junior', 'Folds'],
        ),
      ),
    ],
    [
      'a row for each competency, its department first',
      {
        'crew.md': table(
          ['Team', 'Level', 'What'],
          ['Deck', 'Junior', 'Ties'],
          ['Deck', 'Senior', 'Splices'],
          ['Mast', 'Junior', 'Folds'],
        ),
      },
      { pages: 'crew.md' },
    ],
    [
      'levels named in the second row',
      ofOne(
        table(
          ['Our ladder', '', ''],
          ['What', 'Junior', 'Senior'],
          ['Rope', 'Ties', 'Splices'],
          ['Sail', 'Folds', 'Sews'],
        ),
      ),
    ],
    [
      'levels named in the third row',
      ofOne(
        table(['Our ladder', '', ''], ['', 'Young', 'Old'], ['What', 'Junior', 'Senior'], ['Rope', 'Ties', 'Splices']),
      ),
    ],
    [
      'levels named in the fourth row',
      ofOne(
        table(
          ['Our ladder', '', ''],
          ['', 'a', 'b'],
          ['', 'Young', 'Old'],
          ['What', 'Junior', 'Senior'],
          ['Rope', 'Ties', 'Splices'],
        ),
      ),
    ],
    [
      'levels named in half of a row',
      ofOne(table(['Our ladder', '', '', ''], ['What', 'Why', 'Junior', 'Senior'], ['Rope', 'x', 'Ties', 'Splices'])),
    ],
    [
      'levels named in less than half of a row',
      ofOne(
        table(
          ['Our ladder', '', '', '', ''],
          ['What', 'Why', 'Who', 'Junior', 'Senior'],
          ['Rope', 'x', 'y', 'Ties', 'Splices'],
        ),
      ),
    ],
    [
      'one name before several rows',
      columns(
        ['Rope', 'Ties', 'Splices', 'Buys'],
        ['Rope', 'Coils', 'Sells', 'Owns'],
        ['Sail', 'Folds', 'Sews', 'Cuts'],
        ['', 'Dries', 'Hoists', 'Orders'],
      ),
    ],
    ['no name before the first row', columns(['', 'Ties', 'Splices', 'Buys'], ['Sail', 'Folds', 'Sews', 'Cuts'])],
    [
      'one name before two of five rows',
      columns(
        ['Rope', 'Ties', 'Splices', 'Buys'],
        ['Rope', 'Coils', 'Sells', 'Owns'],
        ['Sail', 'Folds', 'Sews', 'Cuts'],
        ['Wood', 'Saws', 'Planes', 'Fells'],
        ['Iron', 'Cuts', 'Melts', 'Forges'],
      ),
    ],
    [
      'the same rows below each department',
      {
        'crew.md': ['Deck', 'Mast']
          .map(
            (name) =>
              `## ${name}\n\n${table(['What', 'Junior', 'Senior'], ['Rope', `Ties ${name}`, `Sells ${name}`], ['Sail', `Folds ${name}`, `Sews ${name}`])}`,
          )
          .join('\n'),
      },
      { pages: 'crew.md' },
    ],
    [
      'half the rows the same below each heading',
      {
        'crew.md': ['Deck', 'Mast', 'Hold']
          .map(
            (name, at) =>
              `## ${name}\n\n${table(['What', 'Junior', 'Senior'], ['Rope', `Ties ${name}`, `Sells ${name}`], [at < 2 ? 'Sail' : 'Wood', `Folds ${name}`, `Sews ${name}`])}`,
          )
          .join('\n'),
      },
      { pages: 'crew.md' },
    ],
    [
      'other rows below each heading',
      {
        'crew.md': ['Deck', 'Mast']
          .map(
            (name) =>
              `## ${name}\n\n${table(['What', 'Junior', 'Senior'], [`Rope of ${name}`, 'Ties', 'Sells'], [`Sail of ${name}`, 'Folds', 'Sews'])}`,
          )
          .join('\n'),
      },
      { pages: 'crew.md' },
    ],
    [
      'few rows of levels',
      ofOne(
        table(['Name', 'What'], ['Junior', 'Ties'], ['Senior', 'Coils'], ['Else', 'x'], ['Other', 'y'], ['More', 'z']),
      ),
    ],
    [
      'HTML',
      ofOne(
        '<table><tr><th>What</th><th>Junior</th><th>Senior</th></tr><tr><td>Rope</td><td>Ties</td><td><ul><li>Splices</li><li>Sells</li></ul></td></tr></table>\n',
      ),
    ],
    [
      'rows with more and fewer cells',
      ofOne('| What | Junior | Senior |\n| --- | --- | --- |\n| Rope | Ties | Splices | Buys |\n| Sail | Folds |\n'),
    ],
  ],
  one,
);

const below = (...names: readonly string[]) =>
  names.map((name) => `## ${name}\n\n### Craft\n\n- Does ${name}\n`).join('\n');
readings(
  'headings read',
  [
    ['levels', ofOne(below(...levels))],
    ['levels and others', ofOne(below(...levels, 'Notes'))],
    ['levels and as many others', ofOne(below('Junior', 'Senior', 'Notes', 'More'))],
    ['levels and more others', ofOne(below('Junior', 'Senior', 'Notes', 'More', 'Else'))],
    ['one level', ofOne(below('Junior', 'Notes'))],
    ['a level twice', ofOne(below('Junior', 'Senior', 'Junior'))],
    [
      'sentences below groups, as headings',
      ofOne(below(...levels).replaceAll('\n- ', '\n### Work\n\n#### I know all the knots of my ship.\n\n- ')),
    ],
    [
      'a sentence beside a group, as a heading',
      ofOne(
        below(...levels).replaceAll(
          '\n- ',
          '\n### What\n\n#### Work\n\n- Works\n\n#### I know all the knots of my ship.\n\n- ',
        ),
      ),
    ],
    [
      'other headings at each level, one of them at two',
      ofOne(
        levels
          .map(
            (name) =>
              `## ${name}\n\n### I tie as ${name} do\n\n- Ties\n\n### I ${name === 'Junior' ? 'ask' : 'teach'}\n\n- Does ${name}\n`,
          )
          .join('\n'),
      ),
    ],
    ['levels with roles', ofOne(below('Junior Rigger', 'Rigger', 'Senior Rigger'))],
    [
      'levels with roles, and one in the middle',
      ofOne(below('Junior Rigger', 'Rigger', 'Intermediate Rigger', 'Senior Rigger')),
    ],
    ['levels by number', ofOne(below('Rigger 1', 'Rigger II', 'Rigger III', 'Chapter 4'))],
    [
      'levels by code',
      ofOne(below('L1', 'L2: Owner', 'Owner (L3)', 'TL4 - Team Lead 4', 'Level 5 – Head', 'Grade II')),
    ],
    ['levels at two depths', ofOne(`# Junior\n\n${below(...levels)}`)],
    ['levels at the sixth depth', ofOne(levels.map((name) => `###### ${name}\n\n- Does ${name}\n`).join('\n'))],
    [
      'sentences that name declared levels',
      ofOne(below('How to become Senior', 'What we ask a Junior for at sea', 'Junior', 'Senior')),
      { ...one, keys: ['levels: [junior, senior]'] },
    ],
    [
      'declared levels among four other words and five',
      ofOne(below('Junior crew member aboard ships', 'Senior crew member aboard long ships', 'Staff')),
      { ...one, keys: ['levels: [junior, senior, staff]'] },
    ],
    [
      'a heading with fewer words than a declared level',
      ofOne(below('Junior', 'Senior', 'Notes')),
      { ...one, keys: ['levels: [junior, senior, {id: lead, names: [Crew Lead]}]'] },
    ],
    ['sentences that name levels', ofOne(below('How to become Senior', 'What a Junior is', 'Junior', 'Senior'))],
    [
      'levels below groups',
      ofOne(
        ['Craft', 'People']
          .map(
            (name) =>
              `## ${name}\n\n${levels.map((level) => `### ${level}\n\n- Does ${name} as ${level}\n`).join('\n')}`,
          )
          .join('\n'),
      ),
    ],
    [
      'levels below departments',
      {
        'crew.md': ['Deck', 'Mast']
          .map(
            (name) =>
              `## ${name}\n\n${levels.map((level) => `### ${level}\n\n#### Craft\n\n- Does ${name} as ${level}\n`).join('\n')}`,
          )
          .join('\n'),
      },
      { pages: 'crew.md' },
    ],
    [
      'levels below headings, half of them with headings below',
      {
        'crew.md': ['Deck', 'Mast']
          .map(
            (name) =>
              `## ${name}\n\n${levels
                .slice(0, 2)
                .map(
                  (level) => `### ${level}\n\n${name === 'Deck' ? '' : '#### Craft\n\n'}- Does ${name} as ${level}\n`,
                )
                .join('\n')}`,
          )
          .join('\n'),
      },
      { pages: 'crew.md' },
    ],
    [
      'levels below departments with bold groups',
      {
        'crew.md': ['Deck', 'Mast']
          .map(
            (name) =>
              `## ${name}\n\n${levels.map((level) => `### ${level}\n\n**Craft**\n\n- Does ${name} as ${level}\n`).join('\n')}`,
          )
          .join('\n'),
      },
      { pages: 'crew.md' },
    ],
    [
      'levels below groups on the only page',
      {
        'crew.md': ['Craft', 'People']
          .map(
            (name) =>
              `## ${name}\n\n${levels.map((level) => `### ${level}\n\n- Does ${name} as ${level}\n`).join('\n')}`,
          )
          .join('\n'),
      },
      { pages: 'crew.md' },
    ],
    [
      'levels below one group',
      ofOne(
        `## Craft\n\n${levels.map((level) => `### ${level}\n\n- Does it as ${level}\n`).join('\n')}\n## People\n\n- All do\n`,
      ),
    ],
    [
      'one level below two groups',
      ofOne(
        `## Craft\n\n### Junior\n\n- Ties\n\n### Senior\n\n- Splices\n\n## People\n\n### Junior\n\n- Asks\n\n### Else\n\n- x\n`,
      ),
    ],
    ['levels with roles that name a level themselves', ofOne(below('Junior Manager', 'Manager', 'Senior Manager'))],
    ['levels with roles, one of them twice', ofOne(below('Junior Rigger', 'Senior Rigger', 'Rigger', 'Rigger'))],
    ['levels of two roles, and one in the middle', ofOne(below('Junior Rigger', 'Rigger', 'Senior Sailor'))],
    [
      'levels below groups, and an include with more',
      {
        ...ofOne(
          `## Craft\n\n### Junior\n\n- Ties\n\n### Senior\n\n- Splices\n\n${include('more')}\n## People\n\n### Junior\n\n- Asks\n\n### Senior\n\n- Answers\n`,
        ),
        'includes/more': '### Staff\n\n- Buys\n\n### Note\n\n- x\n\n### Other\n\n- y\n',
      },
    ],
    [
      'levels below groups, and a level twice',
      ofOne(
        '## Craft\n\n### Junior\n\n- Ties\n\n### Junior\n\n- Coils\n\n### Senior\n\n- Splices\n\n## People\n\n### Junior\n\n- Asks\n\n### Senior\n\n- Answers\n',
      ),
    ],
    [
      'levels below groups, and as many other headings',
      ofOne(
        '## Craft\n\n### Junior\n\n- Ties\n\n### Senior\n\n- Splices\n\n### A\n\n- x\n\n### B\n\n- x\n\n## People\n\n### Junior\n\n- Asks\n\n### Senior\n\n- Answers\n\n### C\n\n- x\n\n### D\n\n- x\n',
      ),
    ],
    [
      'levels at the top and again below groups',
      ofOne(
        `# Junior\n\n# Senior\n\n## Craft\n\n### Junior\n\n- Ties\n\n### Senior\n\n- Splices\n\n## People\n\n### Junior\n\n- Asks\n\n### Senior\n\n- Answers\n`,
      ),
    ],
    [
      'levels below groups at the sixth depth, and nearly as many others',
      ofOne(
        ['Craft', 'People']
          .map(
            (name) =>
              `##### ${name}\n\n${['Junior', 'Senior', 'Note'].map((level) => `###### ${level}\n\n- Does ${name} as ${level}\n`).join('\n')}`,
          )
          .join('\n')
          .replace('###### Note\n\n- Does People as Note\n', ''),
      ),
    ],
    [
      'levels below groups, four of seven',
      ofOne(
        '## Craft\n\n### Junior\n\n- Ties\n\n### Senior\n\n- Splices\n\n### Note\n\n- x\n\n## People\n\n### Junior\n\n- Asks\n\n### Senior\n\n- Answers\n\n### More\n\n- x\n\n### Else\n\n- x\n',
      ),
    ],
    [
      'as many levels at two depths',
      ofOne('# Junior\n\n- Ties\n\n# Senior\n\n- Sews\n\n## Staff\n\n- Buys\n\n## Lead\n\n- Leads\n'),
    ],
    [
      'a level as the second word',
      ofOne(below('Deck Junior crew', 'Deck Senior crew', 'The crew of Staff', 'All the Lead of it')),
    ],
    [
      'a declared level whose name is only a sign',
      ofOne(below('Azure', 'Blue', 'Notes')),
      { keys: ['levels: [azure, {id: blue, names: ["★", Blue]}]'] },
    ],
    [
      'a level in an include',
      { ...ofOne(`${below('Junior', 'Senior')}\n${include('staff')}`), 'includes/staff': below('Staff') },
    ],
    [
      'declared levels',
      ofOne(below('Azure crew', 'Old Navy', 'Blue skies for all the good people', 'Why blue')),
      { keys: ['levels: [azure, {id: blue, names: [Blue, Navy]}, {id: deep-blue, names: [Deep blue]}]'] },
    ],
    [
      'declared levels, the longest name',
      ofOne(below('Deep blue crew', 'Blue crew')),
      { keys: ['levels: [{id: blue, names: [Blue]}, {id: deep-blue, names: [Deep blue]}]'] },
    ],
  ],
  one,
);

const data = { pages: '{department}.yaml' };
const yaml = (text: string) => ({ 'deck.yaml': text });
readings(
  'data read',
  [
    ['levels as keys', yaml('junior:\n  Craft: [Ties, Coils]\n  People: [Asks]\nsenior:\n  Craft: [Splices]\n')],
    [
      'levels in a list',
      yaml(
        'name: Deck\nlevels:\n  - level: Junior\n    summary: Learns.\n    Craft: [Ties, Coils]\n  - level: Senior\n    summary: Knows.\n    Craft: [Splices]\n',
      ),
    ],
    [
      'levels below the groups of a level of its own',
      {
        'deck/senior.yaml': 'Craft:\n  junior: [Asks]\n  senior: [Ties, Coils]\n',
        'deck/junior.yaml': 'Craft: [Helps]\n',
      },
      { pages: '{department}/{level}.yaml' },
    ],
    ['levels by number', yaml('levels:\n  1:\n    Craft: [Ties]\n  2:\n    Craft: [Splices]\n')],
    ['levels by number at a key', yaml('- level: 1\n  Craft: [Ties]\n- level: 2\n  Craft: [Splices]\n')],
    [
      'levels below groups',
      yaml(
        'groups:\n  - name: Craft\n    levels:\n      junior: [Ties]\n      senior: [Splices]\n  - name: People\n    levels:\n      junior: [Asks]\n      senior: [Answers]\n',
      ),
    ],
    [
      'skills below levels',
      yaml(
        'junior:\n  Craft:\n    Rope: Ties knots\n    Sail: Folds\nsenior:\n  Craft:\n    Rope: Splices\n    Sail: Sews\n',
      ),
    ],
    [
      'words that are no competencies',
      yaml(
        'junior:\n  Craft: [Ties, "", "https://example.com", "12", "true", "#ff0000", "50%"]\n  color: blue\n  order: 3\n  tags: [x]\nsenior:\n  Craft: [Splices]\n',
      ),
    ],
    [
      'markup',
      yaml(
        'junior:\n  Craft: ["Ties [knots](/knots/) <b>well</b><br>daily"]\nsenior:\n  Craft: ["Splices <!-- well --> it"]\n',
      ),
    ],
    [
      'records',
      yaml(
        '- {level: Junior, theme: Craft, summary: Ties}\n- {level: Junior, theme: People, summary: Asks, examples: [Why]}\n- {level: Senior, theme: Craft, description: Splices, criteria: [Sells]}\n',
      ),
    ],
    ['records without a group', yaml('- {level: Junior, summary: Ties}\n- {level: Senior, summary: Splices}\n')],
    ['records without a level', yaml('- {theme: Craft, summary: Ties}\n- {theme: People, summary: Splices}\n')],
    [
      'examples beside words',
      yaml(
        'junior:\n  Craft:\n    - description: Ties\n      examples: [A knot]\n    - examples: [Another knot]\nsenior:\n  Craft:\n    - description: Splices\n',
      ),
    ],
    [
      'prose beside more',
      yaml(
        'junior:\n  description: Learns.\n  about: Us.\n  Craft: [Ties]\nsenior:\n  description: Knows.\n  Craft: [Splices]\n',
      ),
    ],
    [
      'kinds beside each other',
      yaml('junior:\n  skills: [Ties]\n  behaviors: [Asks]\nsenior:\n  skills: [Splices]\n  behaviors: [Answers]\n'),
    ],
    [
      'names of maps',
      yaml('- title: Junior\n  id: x\n  Craft: [Ties]\n- title: Senior\n  id: y\n  Craft: [Splices]\n'),
    ],
    ['tags in words', yaml('junior:\n  Craft: ["Ties kn<b>o</b>ts<br/>daily"]\nsenior:\n  Craft: ["Splices<BR>it"]\n')],
    [
      'two plain keys beside each other, one of them with a text',
      yaml('junior:\n  skills: [Ties]\n  behaviors: Asks\nsenior:\n  skills: [Splices]\n  tags: [x]\n'),
    ],
    [
      'sentences in a value',
      yaml('junior:\n  Craft: Ties each knot. Coils it all.\nsenior:\n  Craft: [Splices it. Sells it.]\n'),
    ],
    [
      'a long name of a map',
      yaml(
        '- name: Junior people who come to us from any other ship of the line\n  Craft: [Ties]\n- name: Senior\n  Craft: [Splices]\n',
      ),
    ],
    ['few levels among many keys', yaml('junior: [Ties]\nsenior: [Splices]\nrope: [x]\nsail: [y]\nwood: [z]\n')],
    ['as many levels as other keys', yaml('junior: [Ties]\nsenior: [Splices]\nrope: [x]\nsail: [y]\n')],
    ['one level', yaml('junior: [Ties]\n')],
    ['no levels', yaml('rope: [Ties]\nsail: [Folds]\n')],
    ['not well formed', yaml('junior: [Ties\nsenior: x\n')],
    [
      'a department that it names itself',
      {
        'crew.yaml':
          'Deck:\n  junior: {Craft: [Ties]}\n  senior: {Craft: [Splices]}\nMast:\n  junior: {Craft: [Folds]}\n  senior: {Craft: [Sews]}\n',
      },
      { pages: 'crew.yaml' },
    ],
    [
      'departments in a list',
      {
        'crew.yaml': 'departments:\n  - name: Deck crew\n    junior: {Craft: [Ties]}\n    senior: {Craft: [Splices]}\n',
      },
      { pages: 'crew.yaml' },
    ],
    [
      'a file for each level',
      {
        'deck/junior.yaml': 'Craft: [Ties, Coils]\n',
        'mast/junior.yaml': 'Craft: [Folds]\n',
        'mast/senior.yaml': '\n',
      },
      { pages: '{department}/{level}.yaml' },
    ],
    [
      'JSON',
      { 'deck.json': '{"junior": {"Craft": ["Ties", 3, null, true]}, "senior": {"Craft": ["Splices"]}}\n' },
      { pages: '{department}.json' },
    ],
    [
      'CSV of columns',
      { 'deck.csv': 'What,Junior,Senior\nRope,Ties,Splices\nSail,Folds,\n' },
      { pages: '{department}.csv' },
    ],
    [
      'CSV of rows',
      {
        'crew.csv':
          'Team,Level,Skill,What\nDeck,Junior,Rope,Ties\nDeck,Senior,Rope,"Splices, sells"\nMast,Junior,Sail,Folds\nMast,Senior,Sail,Sews\n',
      },
      { pages: 'crew.csv' },
    ],
    [
      'front matter',
      {
        'deck.md':
          '---\ntitle: Deck\nlevels:\n  junior: {Craft: [Ties]}\n  senior: {Craft: [Splices]}\n---\n\nWords.\n',
      },
      one,
    ],
    [
      'front matter of a level',
      {
        'deck/junior.md': '---\ntitle: Junior\nCraft: [Ties]\nPeople: [Asks]\n---\n\nWords.\n',
        'mast/junior.md': '---\ntitle: Junior\nCraft: [Folds]\nPeople: [Asks]\n---\n\nWords.\n',
      },
      { pages: '{department}/{level}.md' },
    ],
    [
      'front matter of a level with lists of names and items',
      Object.fromEntries(
        ['deck', 'mast'].map((id) => [
          `${id}/junior.md`,
          `---\ntitle: Junior\ncompetencies:\n  - name: Craft\n    items: [Ties ${id}, Coils]\n  - name: People\n    items: [Asks]\n---\n\nWords.\n`,
        ]),
      ),
      { pages: '{department}/{level}.md' },
    ],
    [
      'front matter of a level with lists of names and items, and a list below',
      Object.fromEntries(
        ['deck', 'mast'].map((id) => [
          `${id}/junior.md`,
          `---\ntitle: Junior\ncompetencies:\n  - name: Craft\n    items: [Ties ${id}, Coils]\n---\n\n## Craft\n\n- Folds\n`,
        ]),
      ),
      { pages: '{department}/{level}.md' },
    ],
    [
      'front matter and lists of a level',
      {
        'deck/junior.md': '---\ntitle: Junior\nCraft: [Ties]\n---\n\n## Craft\n\n- Coils\n',
        'mast/junior.md': '## Craft\n\n- Folds\n',
      },
      { pages: '{department}/{level}.md' },
    ],
    [
      'tables below headings, and a small table',
      {
        'deck.md': `${['Junior', 'Senior'].map((level) => `## ${level}\n\n${table(['What', 'How'], ['Rope', `Ties as ${level}`], ['Sail', `Folds as ${level}`])}\n`).join('')}\n## Sum\n\n${table(['Sum', 'Junior', 'Senior'], ['Rope', 'x', 'y'])}`,
      },
      one,
    ],
    [
      'front matter, tables and headings',
      {
        'deck.md': `---\njunior: [x]\nsenior: [y]\n---\n\n${below('Junior', 'Senior')}\n${table(['What', 'Junior', 'Senior'], ['Rope', 'Ties', 'Splices'], ['Sail', 'Folds', 'Sews'])}`,
      },
      one,
    ],
  ],
  data,
);
