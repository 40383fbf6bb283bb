import { type Files, group, list, type Scene, scenes, titled } from './crew.ts';

const craft = (of: string) => group('Craft', list(`Knows the ${of} by heart`, `Mends the ${of} at sea`));
const people = (of: string) => group('Team Work', list(`Teaches the ${of}`, `Asks about the ${of}`));
const ids = ['joinery', 'engines', 'paint'];
const levels = ['Junior', 'Senior', 'Staff', 'Senior Manager'];
const file = (level: string) => level.toLowerCase().replace(' ', '-');
const base: Files = Object.fromEntries(
  ids.flatMap((id) =>
    levels.map((level) => [
      `${id}/${file(level)}`,
      titled(`${level} ${id}`, craft(`${level} ${id}`), people(`${level} ${id}`)),
    ]),
  ),
);
const at = 'joinery/senior';
const text = (title: string, ...parts: readonly string[]) => ({ [at]: titled(title, ...parts) });
const said = (words: string) => text('Senior Joiner', `${words}\n`, craft('wood'), people('wood'));
const below = (words: string) =>
  text('Senior Joiner', `## Craft\n\n${words}\n\n- Knows wood\n- Mends wood\n`, people('wood'));
const headed = (heading: string) =>
  text('Senior Joiner', craft('wood'), people('wood'), group(heading, list('Sings', 'Dances')));

const titles: readonly Scene[] = [
  ['as it should be', {}],
  ['the title of another level', text('Staff Joiner', craft('wood'), people('wood'))],
  ['the title of two levels', text('Senior Staff Joiner', craft('wood'), people('wood'))],
  ['the title of two other levels', text('Junior and Staff Joiners', craft('wood'), people('wood'))],
  ['the title of its level, misspelt', text('Senoir Joiner', craft('wood'), people('wood'))],
  [
    'the title of its level of two words, misspelt',
    { 'joinery/senior-manager': titled('Senior Manger', craft('wood'), people('wood')) },
  ],
  [
    'the title of its level of four letters, misspelt',
    Object.fromEntries(
      ids.map((id) => [
        `${id}/lead`,
        titled(id === 'joinery' ? 'Load of joinery' : `Lead of ${id}`, craft(id), people(id)),
      ]),
    ),
  ],
  ['the title of no level', text('Joiner', craft('wood'), people('wood'))],
  ['the title of another department', text('Senior, Paint', craft('wood'), people('wood'))],
  ['the title of another department and its own', text('Senior, Paint and Joinery', craft('wood'), people('wood'))],
  ['the title of two other departments', text('Senior, Paint and Engines', craft('wood'), people('wood'))],
  ['the title of another level and department', text('Staff, Paint', craft('wood'), people('wood'))],
  ['a title in a heading', { [at]: `# Staff Joiner\n\n${craft('wood')}${people('wood')}` }],
  [
    'a title of the department around',
    { 'joinery/tools/senior': titled('Senior, Joinery', craft('tool'), people('tool')) },
  ],
  [
    'a title of a department whose name is part of its own',
    { 'paint-shop/senior': titled('Senior, Paint', craft('shop'), people('shop')) },
  ],
  ['a title of another department, on a base page', { senior: titled('Senior, Paint', craft('all'), people('all')) }],
  ['a title of another level, on a base page', { senior: titled('Staff', craft('all'), people('all')) }],
];
const headings: readonly Scene[] = [
  ['a group of another level', text('Senior Joiner', craft('wood').replace('Craft', 'Staff Craft'), people('wood'))],
  [
    'a group of another level, in other words',
    text('Senior Joiner', craft('wood'), people('wood').replace('Team Work', 'Staff Team Work Competencies')),
  ],
  ['a group of its level', text('Senior Joiner', craft('wood').replace('Craft', 'Senior Craft'), people('wood'))],
  [
    'a group that ends in another level',
    text('Senior Joiner', craft('wood').replace('Craft', 'Craft of Staff'), people('wood')),
  ],
  ['a heading of another level', headed('Staff Leadership')],
  ['a heading of another level with skills', headed('Staff skills that we admire')],
  ['a heading of another level with many words', headed('Staff skills that we admire in every port')],
  ['a heading of another level about nothing of ours', headed('Staff weather')],
  ['a heading of the level below', headed('Junior Competencies')],
  ['a heading of the level below with more words', headed('Junior Craft Competencies')],
  ['a heading of the level below without the word', headed('Junior Leadership')],
  ['a heading of the level above', headed('Staff Competencies')],
  ['a heading of two levels', headed('Junior and Staff Leadership')],
];
const sentences: readonly Scene[] = [
  ['Staff joiners are expected to know wood.', said('Staff joiners are expected to know wood.')],
  ['A Staff joiner knows all kinds of wood.', said('A Staff joiner knows all kinds of wood.')],
  ['four words', said('Staff joiners know wood.')],
  ['As a Staff joiner you know wood well.', said('As a Staff joiner you know wood well.')],
  ['At the Staff level we ask for more.', said('At the Staff level we ask for more.')],
  ['The best of all Staff joiners know wood.', said('The best of all Staff joiners know wood.')],
  ['What we ask of Staff joiners at sea.', said('What we ask of Staff joiners at sea.')],
  ['What we ask of a good Staff joiner at sea.', said('What we ask of a good Staff joiner at sea.')],
  ['This page lists the duties for every Staff joiner.', said('This page lists the duties for every Staff joiner.')],
  ['We list the duties for every Staff joiner.', said('We list the duties for every Staff joiner.')],
  ['Joiners of the grade Staff know wood well.', said('Joiners of the grade Staff know wood well.')],
  ['Joiners who are at Staff level know wood well.', said('Joiners who are at Staff level know wood well.')],
  ['Joiners at a level that Staff know well.', said('Joiners at a level that Staff know well.')],
  ['The Senior Manager level is not for joiners.', said('Here the Senior Manager level is not for joiners.')],
  ['Here the next level, Staff, is far away.', said('Here the next level, Staff, is far away.')],
  ['Joiners know more than is asked at Staff level.', said('Joiners know more than is asked at Staff level.')],
  ['Staff joiners know more than others do.', said('Staff joiners know more than others do.')],
  ['Senior joiners know what Staff level asks.', said('Senior joiners know what Staff level asks.')],
  ['Junior or Staff level joiners know wood well.', said('Junior or Staff level joiners know wood well.')],
  ['the first sentence of two', said('Joiners know all kinds of wood. At the Staff level we ask for more.')],
  ['a sentence behind bold words', said('**At the Staff level** we ask for more. We do.')],
  ['the second paragraph', said('Joiners know all kinds of wood.\n\nAt the Staff level we ask for more.')],
  ['a list first', said('- Joiners know wood\n\nAt the Staff level we ask for more.')],
  ['below a group', below('At the Staff level we ask for more.')],
  ['below a group, second', below('Joiners know all kinds of wood.\n\nAt the Staff level we ask for more.')],
  ['below another heading', headed('Team Song\n\nAt the Staff level we ask for more.')],
  [
    'a sentence in an include',
    { 'includes/words': 'At the Staff level we ask for more.\n', ...said('{{% include "includes/words.md" %}}') },
  ],
  ['a very long sentence', said(`At the Staff level we ask for ${'more and '.repeat(80)}more.`)],
  ['The Paint department asks for much here.', said('The Paint department asks for much here.')],
  ['What the team of Paint asks for here.', said('What the team of Paint asks for here.')],
  ['The Paint people ask for much here.', said('The Paint people ask for much here.')],
  ['The Paint and the Engines team ask for much.', said('The Paint team and the Engines team ask for much.')],
  ['The Joinery team, like the Paint team, is small.', said('The Joinery and Paint team is small today.')],
  ['Joinery is next to the Paint team here.', said('This trade is next to the Paint team.')],
  [
    'The Tools team, which is in it',
    {
      'joinery/tools/senior': titled('Senior, Tools', craft('tool'), people('tool')),
      ...said('The Tools team asks for much here.'),
    },
  ],
  [
    'The Joinery team, in which it is',
    {
      'joinery/tools/senior': titled(
        'Senior, Tools',
        'The Joinery team asks for much here.\n',
        craft('tool'),
        people('tool'),
      ),
    },
  ],
  [
    'The Paint department, on a base page',
    { senior: titled('Senior', 'The Paint department asks for much here.\n', craft('all'), people('all')) },
  ],
  ['levels and departments at once', said('At the Staff level the Paint department asks for much.')],
];
const rule = { rules: /^role-name/ };
scenes('titles that name another', base, titles, rule);
scenes('headings that name another', base, headings, rule);
scenes('sentences that name another', base, sentences, rule);

const ladder = (id: string, of: (level: string) => string) =>
  `# ${id}\n\n${['Junior', 'Senior', 'Staff'].map((level) => `## ${level}\n\n${of(level)}\n\n### Craft\n\n- Knows ${id} as ${level} do\n- Shows ${id} to ${level}\n`).join('\n')}`;
const plain = Object.fromEntries(ids.map((id) => [id, ladder(id, (level) => `What we ask of ${level} people.`)]));
const joinery = (of: (level: string) => string) => ({ joinery: ladder('joinery', of) });
scenes(
  'levels as headings that name another',
  plain,
  [
    ['as it should be', {}],
    ['below a level', joinery((level) => `What we ask of ${level === 'Senior' ? 'Staff' : level} people.`)],
    [
      'below a group',
      {
        joinery: plain.joinery!.replace(
          '- Knows joinery as Senior do',
          'At the Staff level we ask for more.\n\n- Knows joinery',
        ),
      },
    ],
    [
      'a group',
      {
        joinery: plain.joinery!.replace(
          '### Craft\n\n- Knows joinery as Senior do',
          '### Staff Craft\n\n- Knows joinery as Senior do',
        ),
      },
    ],
    ['in the title', { joinery: plain.joinery!.replace('# joinery', '# Staff of joinery') }],
    [
      'another department',
      joinery((level) =>
        level === 'Senior' ? 'The Paint department asks for much here.' : `What we ask of ${level} people.`,
      ),
    ],
  ],
  { ...rule, pages: '{department}.md' },
);
