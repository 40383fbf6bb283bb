import { type Files, group, include, list, type Scene, scenes, table, titled } from './crew.ts';

const base: Files = {
  'deck/senior': titled('Senior', group('Craft', list('Owns the planks', 'Mends the deck'))),
  'hold/senior': titled('Senior', group('Craft', list('Owns the barrels', 'Mends the hold'))),
  'mast/senior': titled('Senior', group('Craft', list('Owns the flags', 'Mends the mast'))),
};
const mast = (...texts: readonly string[]) => ({ 'mast/senior': titled('Senior', group('Craft', ...texts)) });
const item = (text: string): Scene => [text, mast(list('Owns the flags', text))];
const words = (text: string): Scene => [`${text} (as words)`, mast(`${text}\n`)];
const beside = (text: string): Scene => [`${text} (beside a list)`, mast(`${text}\n`, list('Owns the flags'))];

scenes(
  'placeholders of competencies',
  base,
  [
    ...[
      'TBD',
      'None',
      'Nothing.',
      'N/A',
      'n.a.',
      'Not applicable',
      'Not yet decided',
      'Not written',
      'Empty',
      'See below',
      'No changes',
      'No change',
    ].map(item),
    ...[
      'No additional requirements',
      'There are no differences',
      'No differences from Junior',
      'Same as Junior',
      'The same as Junior',
      'The same competencies as Junior',
      'Identical to Junior',
      'To be added',
      'To be filled in by the captain',
    ].map(item),
    ...[
      'None of the flags is lost',
      'Nothing is left undone',
      'Same care every day',
      'Sees above all clouds',
      'No flag is left behind',
      'To be kind',
      'No change to the flags without a vote of all who sail with us on the ship',
    ].map(item),
    ...['TBD', 'None', 'Same as Junior', 'We ask for much.', 'TBD:', 'To be decided:'].map(words),
    ...['TBD', 'None', 'Same as Junior', 'Here is what we ask:', 'To be decided: '].map(beside),
    ['with something below', mast('- TBD\n  - Owns the flags.\n')],
    ['with something below, as a sentence', mast('- None.\n  - Owns the flags.\n')],
    [
      'in an include of one department',
      { 'includes/more': list('TBD'), ...mast(list('Owns the flags'), include('more')) },
    ],
    [
      'in an include of all',
      {
        'includes/more': list('TBD'),
        ...Object.fromEntries(
          ['deck', 'hold', 'mast'].map((id) => [`${id}/senior`, group('Craft', list(`Owns ${id}`), include('more'))]),
        ),
      },
    ],
    ['in an include twice on one page', { 'includes/more': list('TBD'), ...mast(include('more'), include('more')) }],
    [
      'in an include of a department and its team',
      { 'includes/more': list('TBD'), ...mast(include('more')), 'mast/top/senior': group('Craft', include('more')) },
    ],
    [
      'in an include of two levels',
      { 'includes/more': list('TBD'), ...mast(include('more')), 'mast/staff': group('Craft', include('more')) },
    ],
    ['in a base page', { senior: titled('Senior', group('Craft', list('TBD'))) }],
    ['in a code block', mast('    TBD\n')],
    ['in a quote', mast('> TBD\n')],
  ],
  { rules: /^competency-placeholder/ },
);

const rows = (...cells: readonly (readonly string[])[]) => ({
  mast: `# Mast\n\n${table(['What', 'Junior', 'Senior', 'Staff'], ...cells)}`,
});
const columns = {
  deck: `# Deck\n\n${table(['What', 'Junior', 'Senior', 'Staff'], ['Rope', 'Ties', 'Splices', 'Sells'])}`,
};
scenes(
  'cells without words',
  columns,
  [
    ['one', rows(['Rope', 'Coils', '', 'Buys'], ['Sail', 'Folds', 'Sews', 'Cuts'])],
    ['one that holds a place', rows(['Rope', 'Coils', 'TBD', 'Buys'], ['Sail', 'Folds', 'Sews', 'Cuts'])],
    ['one with a sign', rows(['Rope', 'Coils', '–', 'Buys'], ['Sail', 'Folds', 'Sews', 'Cuts'])],
    ['two of three in a row', rows(['Rope', 'Coils', '', ''], ['Sail', 'Folds', 'Sews', 'Cuts'])],
    ['three', rows(['Rope', 'Coils', '', 'Buys'], ['Sail', '', 'Sews', 'Cuts'], ['Wood', 'Saws', 'Planes', ''])],
    [
      'four',
      rows(
        ['Rope', 'Coils', '', 'Buys'],
        ['Sail', '', 'Sews', 'Cuts'],
        ['Wood', 'Saws', 'Planes', ''],
        ['Iron', '', 'Forges', 'Melts'],
      ),
    ],
    [
      'all of a group',
      rows(
        ['**Work**', '', '', ''],
        ['Rope', '', '', ''],
        ['**People**', '', '', ''],
        ['Talk', 'Asks', 'Answers', 'Teaches'],
      ),
    ],
    [
      'struck out in one',
      rows(['Rope', 'Ties', '~~Splices~~', 'Sells'], ['Iron', '<s>Files<br>Bends</s>', 'Forges', 'Melts']),
    ],
    [
      'in a row for each level',
      {
        mast: table(
          ['Level', 'Work', 'People'],
          ['Junior', 'Coils', ''],
          ['Senior', 'Splices', 'Answers'],
          ['Staff', 'Buys', 'Teaches'],
        ),
      },
    ],
  ],
  { rules: /^competency-placeholder/, pages: '{department}.md' },
);

const one = { pages: '{department}.md' };
const ladder = (of: string) => `# ${of}\n\n## Junior\n\n- Learns ${of}\n\n## Senior\n\n- Knows ${of}\n`;
scenes(
  'what cannot be read',
  {},
  [
    ['a guide beside departments', { deck: ladder('Deck'), mast: '# How we sail\n\nWords.\n\n- Ask a senior\n' }, one],
    [
      'a diagram beside departments',
      { deck: ladder('Deck'), mast: '# Mast\n\n```mermaid\njunior --> senior\n```\n' },
      one,
    ],
    ['no levels, but their names', { deck: ladder('Deck'), mast: '# Mast\n\nFrom junior to senior.\n' }, one],
    [
      'no levels, but groups that departments have',
      {
        ...Object.fromEntries(['deck', 'hold'].map((id) => [id, ladder(id).replaceAll('\n- ', '\n### Craft\n\n- ')])),
        mast: '# Mast\n\n## Old hands\n\n### Craft\n\n- Knows mast\n',
        guide: '# Guide\n\n## From junior to senior\n\n- Ask a mate\n',
      },
      one,
    ],
    ['what a repository says of itself', { deck: ladder('Deck'), CONTRIBUTING: '# From junior to senior\n' }, one],
    ['no levels on the page of the folder', { _index: '# All\n\nWords.\n', deck: ladder('Deck') }, one],
    ['no levels on the only page', { crew: '# Crew\n\nWords.\n' }, { pages: 'crew.md' }],
    [
      'no levels on a page of a folder that is the only one',
      { 'crew/_index': '# Crew\n\nWords.\n' },
      { pages: 'crew/_index.md' },
    ],
    [
      'a level twice',
      { deck: ladder('Deck'), mast: `${ladder('Mast')}\n## Senior\n\n- Forgets mast\n\n# More\n\n## Senior\n` },
      one,
    ],
    [
      'a level in two columns',
      { deck: ladder('Deck'), mast: table(['', 'Junior', 'Senior', 'Senior'], ['Mast', 'Learns', 'Knows', 'Forgets']) },
      one,
    ],
    ['no lists at any level', { deck: ladder('Deck'), mast: ladder('Mast').replaceAll('- ', '') }, one],
    [
      'lists at all levels, below other headings than those asked for',
      {
        deck: ladder('Deck').replaceAll('\n- ', '\n### Craft\n\n- '),
        mast: ladder('Mast').replaceAll('\n- ', '\n### Skill\n\n- '),
      },
      { ...one, keys: ['groups: [Craft, Crew]'], rules: /^competency-(?:unread|structure)/ },
    ],
    ['no list at one level', { deck: ladder('Deck'), mast: ladder('Mast').replace('- Learns', 'Learns') }, one],
    ['no list on a level page', { 'deck/senior': list('Owns it'), 'mast/senior': '# Senior\n\nWords.\n' }],
    [
      'no list on a level page, where others have groups',
      {
        'deck/senior': group('Craft', list('Owns it')),
        'hold/senior': group('Craft', list('Owns that')),
        'mast/senior': '# Senior\n\nWords.\n',
      },
    ],
    [
      'a page beside levels that is none',
      {
        'deck/junior': group('Craft', list('Owns it')),
        'deck/senior': group('Craft', list('Owns that')),
        'deck/how-we-grow': '# How we grow\n\nWords.\n',
      },
      { rules: /^competency-(?:unread|structure|coverage)/ },
    ],
    ['no list on a base page', { 'deck/senior': list('Owns it'), senior: '# Senior\n\nWords.\n' }],
    [
      'data without levels',
      { 'deck.yaml': 'junior: [Ties]\nsenior: [Splices]\n', 'mast.yaml': 'rope: [x]\n' },
      { pages: '{department}.yaml' },
    ],
    [
      'data that is not well formed',
      { 'deck.yaml': 'junior: [Ties]\nsenior: [Splices]\n', 'mast.yaml': 'junior: [Ties]\nsenior: "x\n' },
      { pages: '{department}.yaml' },
    ],
    [
      'data without words',
      { 'deck/senior.yaml': 'Craft: [Ties]\n', 'mast/senior.yaml': 'order: 3\n' },
      { pages: '{department}/{level}.yaml' },
    ],
    [
      'a row with more cells',
      { mast: '| What | Junior | Senior |\n| --- | --- | --- |\n| Rope | Ties | Splices | Buys |\n' },
      one,
    ],
    ['a row with fewer cells', { mast: '| What | Junior | Senior |\n| --- | --- | --- |\n| Rope | Ties |\n' }, one],
    [
      'a row with fewer cells in a table of something else',
      { mast: `${ladder('Mast')}\n| What | When |\n| --- | --- |\n| Rope |\n` },
      one,
    ],
    [
      'a table in a table',
      {
        mast: '<table><tr><th>What</th><th>Junior</th><th>Senior</th></tr><tr><td>Rope</td><td>Ties<table><tr><td>x</td></tr></table></td><td>Splices</td></tr></table>\n',
      },
      one,
    ],
  ],
  { rules: /^competency-unread/ },
);

const paths: Files = {
  'careers/deck/senior': list('Owns it'),
  'careers/mast/senior': list('Owns that'),
  'handbook/roles/a': 'x',
};
const at = (pages: string): Scene => [pages, {}, { pages }];
scenes(
  'patterns that match nothing',
  paths,
  [
    ...[
      'careers/{department}/{level}.md',
      'carers/{department}/{level}.md',
      'Careers/{department}/{level}.md',
      'careeers/deck/{level}.md',
    ].map(at),
    ...[
      'books/{department}/{level}.md',
      'careers/ships/{level}.md',
      'careers/dck/{level}.md',
      'careers/dekc/{level}.md',
      'roles/{level}.md',
    ].map(at),
    ...[
      'careers/{department}/{level}.yaml',
      'careers/{department}/{level}.html',
      'handbook/rolls/{level}.md',
      'hanbdook/roels/{level}.md',
      'deck/{department}/{level}.md',
      'careers/deck/senior/more/{level}.md',
    ].map(at),
    [
      'pages without competencies',
      { 'careers/deck/senior': 'Words.\n', 'careers/mast/senior': 'Words.\n' },
      { pages: 'careers/{department}/{level}.md' },
    ],
    [
      'a page type of data files',
      {},
      {
        pages: 'careers/{department}/{level}.md',
        config: 'pageTypes:\n  role:\n    pages: [content/roles/*.yaml]\n',
      },
    ],
    [
      'one of two pages without competencies',
      { 'careers/deck/senior': 'Words.\n' },
      { pages: 'careers/{department}/{level}.md' },
    ],
    [
      'one page without competencies',
      { 'careers/deck/senior': 'Words.\n', 'careers/mast/senior': null },
      { pages: 'careers/{department}/{level}.md' },
    ],
    [
      'patterns of page types',
      {},
      {
        pages: 'careers/{department}/{level}.md',
        config:
          'pageTypes: {role: {pages: [content/handbook/roles/*.md, content/handbook/rolls/*.md, content/x/**]}}\n',
      },
    ],
  ],
  { rules: /^unmatched/ },
);
