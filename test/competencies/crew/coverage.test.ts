import { type Files, group, include, list, type Scene, scenes, titled } from './crew.ts';

const page = (title: string, ...texts: readonly string[]) =>
  titled(title, ...texts, group('Craft', list(`Owns the work of a ${title}`)));
const link = (department: string, level: string, words = level) => `[${words}](/${department}/${level}/)`;
const levels = ['junior', 'senior', 'staff'];
const ids = ['bilge', 'deck', 'hold', 'mast'];
const links = (department: string, of = levels) => of.map((level) => `- ${link(department, level)}\n`).join('');
const base: Files = {
  _index: '# Crew\n\n- [Bilge](/bilge/)\n- [Deck](/deck/)\n- [Hold](/hold/)\n- [Mast](/mast/)\n',
  ...Object.fromEntries(ids.map((id) => [`${id}/_index`, titled(id, `The ${id}.\n`, links(id))])),
  ...Object.fromEntries(ids.flatMap((id) => levels.map((level) => [`${id}/${level}`, page(`${level} of ${id}`)]))),
};
const index = (...texts: readonly string[]) => ({ 'mast/_index': titled('mast', ...texts) });
const keys = (...lines: readonly string[]) => ({ keys: lines });

const matrix: readonly Scene[] = [
  ['as it should be', {}],
  ['a level missing', { 'mast/senior': null }],
  ['a level missing in two of four', { 'mast/senior': null, 'hold/senior': null }],
  [
    'a level missing in one of three',
    { 'mast/senior': null, ...Object.fromEntries(levels.map((level) => [`bilge/${level}`, null])) },
  ],
  ['two levels missing', { 'mast/senior': null, 'mast/staff': null }],
  [
    'a folder of pages about something else',
    {
      ...Object.fromEntries(levels.map((level) => [`mast/${level}`, null])),
      ...Object.fromEntries(['dawn', 'noon', 'dusk'].map((time) => [`mast/${time}`, page(time)])),
    },
  ],
  ['a level missing, and no index', { 'mast/senior': null, 'mast/_index': null }],
  ['a level missing that a team has', { 'mast/senior': null, 'mast/top/senior': page('senior of top') }],
  ['a level missing in a team', { 'mast/top/junior': page('junior of top') }],
  [
    'a level missing in a team, as declared',
    { 'mast/top/junior': page('junior of top') },
    keys('departments: {mast/top: {levels: [junior, senior]}}'),
  ],
  [
    'a level that may be missing',
    { 'mast/senior': null },
    keys('levels: [junior, {id: senior, optional: true}, staff]'),
  ],
  [
    'a level that only the base has',
    { lead: page('lead'), ...Object.fromEntries(levels.map((level) => [level, page(level)])) },
  ],
  ['a level that nobody has', {}, keys('levels: [junior, senior, staff, lead]')],
  [
    'levels of its own',
    { 'mast/staff': null, 'mast/chief': page('chief of mast') },
    keys('departments: {mast: {levels: [junior, senior, chief]}}', 'levels: [junior, senior, staff, chief]'),
  ],
  ['a department without pages', {}, keys('departments: {sail: {name: Sails}}')],
  [
    'a department without pages that has an index',
    { 'sail/_index': titled('Sails', 'Soon.') },
    keys('departments: {sail: {name: Sails}}'),
  ],
  [
    'a department without pages that has levels',
    { 'sail/_index': titled('Sails', 'Soon.') },
    keys('departments: {sail: {name: Sails, levels: [junior]}}'),
  ],
  [
    'a level missing in one of three, and the base has others',
    {
      ...Object.fromEntries(levels.map((level) => [`bilge/${level}`, null])),
      'mast/senior': null,
      junior: page('junior'),
      staff: page('staff'),
    },
  ],
  [
    'a level missing in one of three, and teams have others',
    {
      ...Object.fromEntries(levels.map((level) => [`bilge/${level}`, null])),
      'mast/senior': null,
      'deck/top/junior': page('junior of top'),
      'deck/low/junior': page('junior of low'),
    },
  ],
  [
    'a level missing in two of five',
    {
      'mast/senior': null,
      'hold/senior': null,
      ...Object.fromEntries(levels.map((level) => [`sail/${level}`, page(`${level} of sail`)])),
    },
  ],
  [
    'a level by another name',
    { 'mast/senior': null, 'mast/senior-rigger': page('senior of mast') },
    keys('levels: [junior, senior, staff]'),
  ],
  [
    'a level missing, and one that has its name in it',
    {
      ...Object.fromEntries(ids.map((id) => [`${id}/senior-manager`, page(`senior manager of ${id}`)])),
      'mast/senior': null,
    },
  ],
  [
    'a level by a name of two words',
    { 'mast/staff': null, 'mast/head-of-staff-mast': page('staff of mast') },
    keys('levels: [junior, senior, {id: staff, names: [Staff, Head of staff]}]'),
  ],
  [
    'a level by a name that says nothing, with its list',
    {
      'includes/senior': list('Steers by stars at night', 'Trims sails'),
      ...Object.fromEntries(
        ids.map((id) => [
          `${id}/senior`,
          id === 'mast' ? null : titled(`senior of ${id}`, group('Craft', include('senior'))),
        ]),
      ),
      'mast/wise': titled('Wise of mast', group('Craft', include('senior'))),
    },
    keys('levels: [junior, senior, staff]'),
  ],
  [
    'a level by a name that says nothing, with a list of all',
    {
      'includes/all': list('Steers by stars at night', 'Trims sails'),
      ...Object.fromEntries(
        ids.flatMap((id) =>
          levels.map((level) => [
            `${id}/${level}`,
            id === 'mast' && level === 'senior' ? null : titled(`${level} of ${id}`, group('Craft', include('all'))),
          ]),
        ),
      ),
      'mast/wise': titled('Wise of mast', group('Craft', include('all'))),
    },
    keys('levels: [junior, senior, staff]'),
  ],
];

const listings: readonly Scene[] = [
  ['one left out', index(links('mast', ['junior', 'senior']))],
  ['two left out', index(links('mast', ['senior']))],
  ['all left out', index('Words.\n')],
  [
    'all of it left out, where the others are named',
    { ...index('Words.\n'), _index: `# Crew\n\n${['bilge', 'deck', 'hold'].map((id) => links(id)).join('')}` },
  ],
  [
    'one left out, where a team is named',
    { ...index(links('mast', ['junior', 'senior'])), 'mast/top/junior': page('junior of top') },
  ],
  ['a team left out', { 'mast/top/junior': page('junior of top') }],
  [
    'a team that its own index names',
    { 'mast/top/junior': page('junior of top'), 'mast/top/_index': titled('top', `- [junior](/mast/top/junior/)\n`) },
  ],
  [
    'a team left out, where another one is named',
    {
      'mast/top/junior': page('junior of top'),
      'mast/low/junior': page('junior of low'),
      ...index(links('mast'), '- [Low](/mast/low/junior/)\n'),
    },
  ],
  [
    'one left out of a nested list',
    index(`- Young\n  - ${link('mast', 'junior')}\n  - ${link('mast', 'senior')}\n- Old\n`),
  ],
  [
    'one left out of two lists',
    index(`- ${link('mast', 'junior')}\n`, 'And:\n', `- ${link('mast', 'senior')}\n- [else](/deck/junior/)\n`),
  ],
  ['one left out of a sentence', index(`We have ${link('mast', 'junior')} and ${link('mast', 'senior')}.\n`)],
  [
    'one left out of a table',
    index(`| Level |\n| --- |\n| ${link('mast', 'junior')} |\n| ${link('mast', 'senior')} |\n`),
  ],
  [
    'one left out, and the list in an include',
    { 'includes/nav': links('mast', ['junior', 'senior']), ...index(include('nav')) },
  ],
  [
    'one of three left out of a navigation',
    { 'includes/nav': links('mast', ['junior', 'senior']), 'mast/junior': page('junior of mast', include('nav')) },
  ],
  [
    'two of three left out of a navigation',
    { 'includes/nav': links('mast', ['junior']), 'mast/junior': page('junior of mast', include('nav')) },
  ],
  [
    'none left out of a navigation',
    { 'includes/nav': links('mast'), 'mast/junior': page('junior of mast', include('nav')) },
  ],
  [
    'one left out of a navigation of two',
    {
      'includes/nav': links('mast') + links('deck', ['junior', 'senior']),
      'mast/junior': page('junior of mast', include('nav')),
      'deck/junior': page('junior of deck', include('nav')),
    },
  ],
  [
    'one left out of a navigation that also lists',
    {
      'includes/nav': links('mast', ['junior', 'senior']) + list('Sings'),
      'mast/junior': titled('junior of mast', group('Craft', include('nav'))),
    },
  ],
  ['one department left out of the base index', { _index: base._index!.replace('- [Mast](/mast/)\n', '') }],
  [
    'one department left out of the base index, with base pages',
    {
      ...Object.fromEntries(levels.map((level) => [level, page(level)])),
      _index: `${base._index!.replace('- [Mast](/mast/)\n', '')}${levels.map((level) => `- [${level}](/${level}/)\n`).join('')}`,
    },
  ],
  [
    'half of the departments left out, with base pages',
    {
      ...Object.fromEntries(levels.map((level) => [level, page(level)])),
      _index: `# Crew\n\n- [Bilge](/bilge/)\n- [Deck](/deck/)\n${levels.map((level) => `- [${level}](/${level}/)\n`).join('')}`,
    },
  ],
  [
    'a department named by one page, with base pages',
    {
      ...Object.fromEntries(levels.map((level) => [level, page(level)])),
      _index: `${base._index!.replace('[Mast](/mast/)', '[Mast](/mast/junior/)')}${levels.map((level) => `- [${level}](/${level}/)\n`).join('')}`,
    },
  ],
  [
    'one department named by a page alone',
    { _index: base._index!.replace('- [Mast](/mast/)', '- [Mast](/mast/junior/)') },
  ],
  ['half of the departments left out', { _index: '# Crew\n\n- [Bilge](/bilge/)\n- [Deck](/deck/)\n' }],
  [
    'a department without an index left out',
    { _index: base._index!.replace('- [Mast](/mast/)\n', ''), 'mast/_index': null },
  ],
  ['a name without a page', index(`${links('mast')}- Lead\n`)],
  [
    'a name without a page in a nested list',
    index(
      `- Young\n  - ${link('mast', 'junior')}\n  - ${link('mast', 'senior')}\n  - Trainee\n- ${link('mast', 'staff')}\n`,
    ),
  ],
  ['as many names as pages', index(`${links('mast')}- Lead\n- Head\n- Chief\n`)],
  ['a name beside one page', index(`${links('mast', ['junior'])}- Lead\n`)],
  ['a name beside two pages', index(`${links('mast', ['junior', 'senior'])}- Lead\n\n${link('mast', 'staff')}\n`)],
  [
    'two names beside two pages',
    index(`${links('mast', ['junior', 'senior'])}- Lead\n- Head\n\n${link('mast', 'staff')}\n`),
  ],
  ['a sentence among the links', index(`${links('mast')}- Ask the captain about all other levels\n`)],
  ['five words among the links', index(`${links('mast')}- Ask about all other levels\n`)],
  ['four words among the links', index(`${links('mast')}- Lead of the mast\n`)],
  ['another link among them', index(`${links('mast')}- [Lead](https://example.com)\n`)],
  [
    'a name in the base index',
    { _index: `${['bilge', 'deck', 'hold', 'mast'].map((id) => links(id)).join('')}- Lead\n` },
  ],
  [
    'all there, one by a heading that is gone',
    index(`${links('mast', ['junior', 'senior'])}- [staff](/mast/staff/#gone)\n`),
  ],
  [
    'a list of two that goes on in a list of one',
    index(`${links('mast', ['junior'])}\nAnd:\n\n- ${link('mast', 'senior')}\n`),
  ],
  [
    'one left out of a list in an item that has a link',
    index(`- [Deck](/deck/junior/)\n  - ${link('mast', 'junior')}\n  - ${link('mast', 'senior')}\n`),
  ],
  [
    'one left out of an item with two',
    index(`- All\n  - ${link('mast', 'junior')} and ${link('mast', 'senior')}\n- None\n`),
  ],
  ['a sign among the links', index(`${links('mast')}- ★\n`)],
  ['links with other words', index(`${links('mast').replaceAll(/- (.*)/g, '- $1 and more')}- Lead\n`)],
];

const contents = (...names: readonly string[]) => names.map((name) => `- [${name}](#${name.toLowerCase()})\n`).join('');
const grouped = (text: string) => ({
  'mast/senior': titled(
    'senior of mast',
    text,
    group('Craft', list('Owns it')),
    group('People', list('Teaches')),
    group('Values', list('Shares')),
  ),
  'deck/senior': titled(
    'senior of deck',
    group('Craft', list('Owns that')),
    group('People', list('Leads')),
    group('Values', list('Gives')),
  ),
});
const three = keys('groups: [Craft, {name: People, optional: true}, {name: Values, optional: true}]');
const inContents: readonly Scene[] = [
  ['all there', grouped(contents('Craft', 'People', 'Values')), three],
  ['one left out', grouped(contents('Craft', 'Values')), three],
  ['two left out', grouped(contents('Craft', 'Else')), three],
  ['only one there', grouped(contents('Craft')), three],
  ['none there', grouped(contents('Some', 'Else')), three],
  ['one there by other words', grouped('- [What we do](#craft)\n- [Values](#values)\n'), three],
  ['one there by a broken link', grouped(`${contents('Craft', 'Values')}- [People](#poeple)\n`), three],
  ['one there by a broken link that says else', grouped(`${contents('Craft', 'Values')}- [Crew](#poeple)\n`), three],
  [
    'one there by a broken link that says more',
    grouped(`${contents('Craft', 'Values')}- [Our people](#poeple)\n`),
    three,
  ],
  ['one left out of a nested list', grouped(`- [Craft](#craft)\n  - [Values](#values)\n`), three],
  ['none left out of a nested list', grouped(`- [Craft](#craft)\n  - [People](#people)\n- [Values](#values)\n`), three],
  [
    'one left out of a list with other links',
    grouped(`- [Craft](#craft)\n- [Values](#values)\n- [Deck](/deck/)\n`),
    three,
  ],
  [
    'one left out of a list with an item that is no link',
    grouped(`- [Craft](#craft)\n- [Values](#values)\n- [Else](#else)\n- [More](#more)\n- And so on\n`),
    three,
  ],
  [
    'one left out of the list of a page for several levels',
    {
      'deck.md': titled(
        'deck',
        contents('Junior', 'Senior', 'Craft'),
        ...['Junior', 'Senior'].map(
          (level) => `## ${level}\n\n### Craft\n\n- Owns ${level}\n\n### People\n\n- Leads ${level}\n`,
        ),
      ),
    },
    { ...three, pages: '{department}.md' },
  ],
  ['one by a broken link without words', grouped(`${contents('Craft', 'Values')}- [★](#poeple)\n`), three],
  ['one left out of the second list', grouped(`- [Deck](/deck/)\n\nHere:\n\n${contents('Craft', 'Values')}`), three],
  ['one by an address that is encoded', grouped(`- [Craft](#cr%61ft)\n- [Values](#values)\n- [Broken](#%zz)\n`), three],
  [
    'one in an include',
    {
      ...grouped(contents('Craft', 'Values')),
      'includes/people': group('People', list('Teaches')),
      'mast/senior': titled(
        'senior of mast',
        contents('Craft', 'Values'),
        group('Craft', list('Owns it')),
        include('people'),
        group('Values', list('Shares')),
      ),
    },
    three,
  ],
  [
    'one group alone',
    { 'mast/senior': titled('senior of mast', contents('Craft', 'Else'), group('Craft', list('Owns it'))) },
    three,
  ],
];

const navs = Object.fromEntries(ids.map((id) => [`includes/nav-${id}`, links(id)]));
const shows = (id: string, of: string) =>
  titled(`senior of ${id}`, include(`nav-${of}`), group('Craft', list(`Owns ${id}`)));
const all = Object.fromEntries(ids.map((id) => [`${id}/senior`, shows(id, id)]));
const down = (id: string, from: string, to: string, words: string) => ({
  [`${id}/${from}`]: page(`${from} of ${id}`, `[${words}](${to})\n`),
});
const below = (id: string) => down(id, 'senior', `/${id}/junior/`, 'All competencies of the level below');
const inLinks: readonly Scene[] = [
  ['navigations of its own', { ...navs, ...all }],
  [
    'the navigation of another department',
    { ...navs, ...all, 'mast/senior': shows('mast', 'deck'), 'mast/staff': shows('mast', 'mast') },
  ],
  [
    'the navigation of another department, without one of its own',
    { ...navs, ...all, 'includes/nav-mast': null, 'mast/senior': shows('mast', 'deck') },
  ],
  [
    'the navigation of another department, by a folder',
    {
      ...navs,
      ...all,
      'mast/senior': titled(
        'senior of mast',
        include('nav-deck').replace('"includes/nav-deck.md"', 'path="includes/nav-deck.md"'),
        group('Craft', list('Owns')),
      ),
      'mast/staff': shows('mast', 'mast'),
    },
  ],
  [
    'the navigation of another department, with one of two',
    {
      ...navs,
      ...all,
      'includes/nav-mast': links('mast') + links('hold'),
      'mast/senior': shows('mast', 'deck'),
      'mast/staff': shows('mast', 'mast'),
    },
  ],
  ['the navigation of a department around', { ...navs, ...all, 'mast/top/senior': shows('top', 'mast') }],
  [
    'the navigation of a team',
    {
      ...navs,
      ...all,
      'mast/top/senior': shows('top', 'top'),
      'mast/top/junior': page('junior of top'),
      'includes/nav-top': links('mast/top', ['junior', 'senior']),
      'mast/senior': shows('mast', 'top'),
    },
  ],
  [
    'a navigation of two departments',
    { ...navs, ...all, 'includes/nav-deck': links('deck') + links('hold'), 'mast/senior': shows('mast', 'deck') },
  ],
  ['words that name another level', down('mast', 'senior', '/mast/junior/', 'What we ask of staff')],
  [
    'words that name another level of a department that lacks it',
    { ...down('mast', 'senior', '/deck/junior/', 'What we ask of staff'), 'deck/staff': null },
  ],
  ['words that name two levels', down('mast', 'senior', '/mast/junior/', 'From senior to staff')],
  ['words that name the level', down('mast', 'senior', '/mast/junior/', 'What we ask of junior sailors')],
  [
    'words that name another level, in an index',
    index(links('mast', ['junior', 'senior']), link('mast', 'staff', 'Junior')),
  ],
  [
    'words that name another level, in a navigation',
    {
      ...navs,
      ...all,
      'includes/nav-mast': `- ${link('mast', 'junior')}\n- ${link('mast', 'senior')}\n- ${link('mast', 'staff', 'Senior')}\n- ${link('mast', 'staff')}\n`,
    },
  ],
  ['to the level below, as all do', Object.assign({}, ...ids.map(below))],
  [
    'to its own page',
    {
      ...Object.assign({}, ...ids.map(below)),
      ...down('mast', 'senior', '/mast/senior/', 'All competencies of the level below'),
    },
  ],
  [
    'to the level above',
    {
      ...Object.assign({}, ...ids.map(below)),
      ...down('mast', 'senior', '/mast/staff/', 'All competencies of the level below'),
    },
  ],
  [
    'to the level above in another department',
    {
      ...Object.assign({}, ...ids.map(below)),
      ...down('mast', 'senior', '/deck/staff/', 'All competencies of the level below'),
    },
  ],
  [
    'to a heading of its own page',
    {
      ...Object.assign({}, ...ids.map(below)),
      ...down('mast', 'senior', '/mast/senior/#craft', 'All competencies of the level below'),
    },
  ],
  [
    'to the level above by half',
    {
      ...below('bilge'),
      ...below('deck'),
      ...down('hold', 'senior', '/hold/staff/', 'All competencies of the level below'),
      ...down('mast', 'senior', '/mast/staff/', 'All competencies of the level below'),
    },
  ],
  [
    'with other words',
    { ...Object.assign({}, ...ids.map(below)), ...down('mast', 'senior', '/mast/staff/', 'What comes next here') },
  ],
  [
    'with the name of a level in the words',
    {
      ...Object.assign({}, ...ids.map((id) => down(id, 'senior', `/${id}/junior/`, 'All competencies of a Junior'))),
      ...down('mast', 'staff', '/mast/junior/', 'All competencies of a Junior'),
    },
  ],
  [
    'with two words',
    {
      ...Object.assign({}, ...ids.map((id) => down(id, 'senior', `/${id}/junior/`, 'See juniors below'))),
      ...down('mast', 'senior', '/mast/staff/', 'See below'),
    },
  ],
  [
    'with one word',
    {
      ...Object.assign({}, ...ids.map((id) => down(id, 'senior', `/${id}/junior/`, 'below'))),
      ...down('mast', 'senior', '/mast/staff/', 'below'),
    },
  ],
  [
    'at the lowest level',
    {
      ...Object.assign({}, ...ids.map(below)),
      ...down('mast', 'junior', '/mast/senior/', 'All competencies of the level below'),
    },
  ],
];

const rule = { rules: /^competency-coverage/ };
scenes('levels of departments', base, matrix, rule);
scenes('lists of levels', base, listings, rule);
scenes('tables of contents', base, inContents, rule);
scenes('links between levels', base, inLinks, rule);
