import { type Files, group, include, list, type Scene, scenes, table, titled } from './crew.ts';

const craft = (of: string) => group('Craft', list(`Knows the ${of} by heart`, `Mends the ${of} at sea`));
const people = (of: string) => group('People', list(`Teaches the ${of} to others`, `Asks about the ${of}`));
const values = (of: string) => group('Values', list(`Speaks well of the ${of}`, `Shares the ${of}`));
const page = (of: string, ...parts: readonly string[]) => titled(`Senior ${of}`, ...parts);
const ids = ['bilge', 'deck', 'hold', 'mast', 'tent'];
const base: Files = Object.fromEntries(ids.map((id) => [`${id}/senior`, page(id, craft(id), people(id), values(id))]));
const mast = (...parts: readonly string[]) => ({ 'mast/senior': page('mast', ...parts) });
const numbered = '1. Knows the mast by heart\n2. Mends the mast at sea\n';
const asks = (...groups: readonly string[]) => ({ keys: [`groups: [${groups.join(', ')}]`] });

const ofPages: readonly Scene[] = [
  ['as it should be', {}],
  ['one group missing', mast(craft('mast'), people('mast'))],
  ['two groups missing', mast(people('mast'))],
  [
    'one that may be missing',
    mast(craft('mast'), people('mast')),
    asks('Craft', 'People', '{name: Values, optional: true}'),
  ],
  ['no list at all', mast('## Craft\n\nWe sail.\n\n## People\n\nWe talk.\n\n## Values\n\nWe share.\n')],
  [
    'text in place of a list',
    mast('## Craft\n\nA sailor knows each knot, and ties it.\n', people('mast'), values('mast')),
  ],
  [
    'words that lead to no list',
    mast('## Craft\n\nFrom a sailor of the mast we ask:\n', people('mast'), values('mast')),
  ],
  ['nothing in one', mast('## Craft\n', people('mast'), values('mast'))],
  ['a placeholder in one', mast('## Craft\n\nTBD\n', people('mast'), values('mast'))],
  ['a placeholder as a list', mast('## Craft\n\n- TBD\n', people('mast'), values('mast'))],
  ['a call that fails in one', mast('## Craft\n\n{{% include "includes/x.md" }}\n', people('mast'), values('mast'))],
  ['a shortcode that nobody knows in one', mast('## Craft\n\n{{< duties >}}\n', people('mast'), values('mast'))],
  [
    'a paired shortcode with words in one',
    mast('## Craft\n\n{{% note %}}\nWords.\n{{% /note %}}\n', people('mast'), values('mast')),
  ],
  [
    'a call that fails further down',
    mast('## Craft\n', people('mast'), values('mast'), '## More\n\n{{% include "includes/x.md" }}\n'),
  ],
  [
    'a call that fails further up',
    mast('## More\n\n{{% include "includes/x.md" }}\n', '## Craft\n', people('mast'), values('mast')),
  ],
  ['fewer than asked', {}, asks('{name: Craft, min: 3}', 'People', 'Values')],
  ['as many as asked', {}, asks('{name: Craft, min: 2}', 'People', 'Values')],
  ['none asked for, none there', mast('## Craft\n', people('mast')), asks('{name: Craft, min: 0}', 'People')],
  ['the first at the end', mast(people('mast'), values('mast'), craft('mast'))],
  ['the last at the start', mast(values('mast'), craft('mast'), people('mast'))],
  ['the last two swapped', mast(craft('mast'), values('mast'), people('mast'))],
  ['in the order turned round', mast(values('mast'), people('mast'), craft('mast'))],
  ['one of four in another order', { 'tent/senior': null, ...mast(values('mast'), people('mast'), craft('mast')) }],
  [
    'fewer than asked below names that are no headings',
    mast('- **Craft:** Knows the mast by heart.\n- **People:** Asks about the mast.\n- __Values__: Gives.\n'),
    asks('{name: Craft, min: 2}', 'People', '{name: Values, min: 2}'),
  ],
  [
    'two of five in another order',
    {
      ...mast(values('mast'), craft('mast'), people('mast')),
      'hold/senior': page('hold', values('hold'), craft('hold'), people('hold')),
    },
  ],
  [
    'two of five in another order, as declared',
    {
      ...mast(values('mast'), craft('mast'), people('mast')),
      'hold/senior': page('hold', values('hold'), craft('hold'), people('hold')),
    },
    asks('Craft', 'People', 'Values'),
  ],
  ['one twice', mast(craft('mast'), people('mast'), values('mast'), group('Craft', list('Sings')))],
  ['one twice, at once', mast(craft('mast'), craft('mast'), people('mast'), values('mast'))],
  ['one again below itself', mast(craft('mast'), '### Craft at sea\n\n- Sings\n', people('mast'), values('mast'))],
  ['misspelt', mast(craft('mast'), people('mast').replace('People', 'Poeple'), values('mast'))],
  [
    'misspelt as another one that is there',
    mast(craft('mast'), people('mast'), values('mast'), group('Valuse', list('Sings'))),
  ],
  ['in bold', mast(craft('mast'), people('mast').replace('## People', '**People**'), values('mast'))],
  ['in bold with a colon', mast(craft('mast'), people('mast').replace('## People', '**People:**'), values('mast'))],
  ['in bold by underscores', mast(craft('mast'), people('mast').replace('## People', '__People__.'), values('mast'))],
  [
    'in bold in a sentence',
    mast(craft('mast'), people('mast').replace('## People', '**People** are:'), values('mast')),
  ],
  [
    'in bold by all',
    Object.fromEntries(
      ids.map((id) => [`${id}/senior`, page(id, craft(id), people(id), values(id)).replaceAll(/## (\w+)/g, '**$1**')]),
    ),
  ],
  [
    'in bold by half',
    Object.fromEntries(
      ids.map((id, at) => [
        `${id}/senior`,
        page(id, craft(id), people(id), values(id)).replaceAll(/## (People)/g, at < 3 ? '**$1**' : '## $1'),
      ]),
    ),
  ],
  [
    'in bold by two of five',
    Object.fromEntries(
      ids.map((id, at) => [
        `${id}/senior`,
        page(id, craft(id), people(id), values(id)).replaceAll(/## (People)/g, at < 2 ? '**$1**' : '## $1'),
      ]),
    ),
  ],
  ['numbers for bullets', mast(group('Craft', numbered), people('mast'), values('mast'))],
  [
    'numbers for bullets, not asked',
    mast(group('Craft', numbered), people('mast'), values('mast')),
    asks('Craft', 'People', 'Values'),
  ],
  ['bullets for numbers', {}, asks('{name: Craft, list: ordered}', 'People', 'Values')],
  [
    'numbers with something nested',
    mast(
      group('Craft', '1. Knows the mast by heart, and all of it\n   - Sings\n2. Mends it\n'),
      people('mast'),
      values('mast'),
    ),
  ],
  [
    'numbers with blank lines',
    mast(
      group('Craft', '1. Knows the mast by heart\n\n   It does.\n2. Mends the mast\n'),
      people('mast'),
      values('mast'),
    ),
  ],
  [
    'numbers with brackets',
    mast(group('Craft', '1) Knows the mast by heart\n2) Mends the mast\n'), people('mast'), values('mast')),
  ],
  [
    'numbers in an include',
    { 'includes/craft': numbered, ...mast(group('Craft', include('craft')), people('mast'), values('mast')) },
  ],
  ['a table for bullets', mast(group('Craft', table(['What'], ['Knows the mast'])), people('mast'), values('mast'))],
  [
    'four of five lists numbered',
    Object.fromEntries(
      ids.map((id, at) => [
        `${id}/senior`,
        page(
          id,
          at < 4 ? group('Craft', `1. Knows the ${id}\n2. Mends the ${id}\n`) : craft(id),
          people(id),
          values(id),
        ),
      ]),
    ),
  ],
  [
    'three of five lists numbered',
    Object.fromEntries(
      ids.map((id, at) => [
        `${id}/senior`,
        page(
          id,
          at < 3 ? group('Craft', `1. Knows the ${id}\n2. Mends the ${id}\n`) : craft(id),
          people(id),
          values(id),
        ),
      ]),
    ),
  ],
  [
    'three lists in all, one numbered',
    { 'bilge/senior': null, 'tent/senior': null, ...mast(group('Craft', numbered), people('mast'), values('mast')) },
  ],
  [
    'another name for it',
    mast(craft('mast'), group('Crew', list('Teaches')), values('mast')),
    asks('Craft', '{name: People, headings: [Crew]}', 'Values'),
  ],
  [
    'levels and departments in headings',
    mast(
      craft('mast').replace('Craft', 'Senior Mast Craft Competencies'),
      people('mast').replace('People', '2. People Skills'),
      values('mast'),
    ),
  ],
  [
    'groups of its own',
    Object.fromEntries(
      ['junior', 'senior', 'staff'].flatMap((level) =>
        ids.map((id) => [
          `${id}/${level}`,
          page(
            id,
            craft(id),
            people(id),
            values(id),
            id === 'mast' && level !== 'junior' ? group('Knots', list(`Ties ${level} knots`)) : '',
          ),
        ]),
      ),
    ),
  ],
  [
    'groups of its own on nearly all pages',
    Object.fromEntries(
      ['junior', 'senior', 'staff', 'lead'].flatMap((level) =>
        ids.map((id) => [
          `${id}/${level}`,
          page(
            id,
            craft(id),
            people(id),
            values(id),
            id === 'mast' && level !== 'junior' ? group('Knots', list(`Ties ${level} knots`)) : '',
          ),
        ]),
      ),
    ),
  ],
  [
    'groups of its own, and a team',
    {
      ...Object.fromEntries(
        ['junior', 'senior', 'staff', 'lead'].flatMap((level) =>
          ids.map((id) => [
            `${id}/${level}`,
            page(
              id,
              craft(id),
              people(id),
              values(id),
              id === 'mast' ? group('Knots', list(`Ties ${level} knots`)) : '',
            ),
          ]),
        ),
      ),
      'mast/top/lead': page('top', craft('top'), people('top'), values('top')),
    },
  ],
  [
    'a profile',
    mast(craft('mast')),
    { keys: ['departments: {mast: {profile: short}}', 'profiles: {short: {groups: [Craft, Knots]}}'] },
  ],
  [
    'a profile that is not there',
    mast(craft('mast')),
    { keys: ['departments: {mast: {profile: long}}', 'profiles: {short: {groups: [Craft, Knots]}}'] },
  ],
  [
    'a profile of the department around',
    { 'mast/top/senior': page('top', craft('top')) },
    { keys: ['departments: {mast: {profile: short}}', 'profiles: {short: {groups: [Craft, Knots]}}'] },
  ],
  ['a base page with one group', { senior: page('All', craft('ship')) }],
];

const ladder = (id: string, groups: (level: string) => string) =>
  `# ${id}\n\n${['Junior', 'Senior', 'Staff'].map((level) => `## ${level}\n\n${groups(level)}`).join('\n')}`;
const below = (level: string, ...names: readonly string[]) =>
  names.map((name) => `### ${name}\n\n- Knows ${name} as ${level} do\n- Shows ${name} to ${level}\n`).join('\n');
const headings: Files = Object.fromEntries(
  ids.map((id) => [id, ladder(id, (level) => below(level, 'Craft', 'People'))]),
);
const questions = (name: string) =>
  ['How do they plan?', 'How do they talk?'].reduce(
    (text, question) => `${text}#### ${question}\n\n- Shows ${name} on ${question.slice(12, 16)} days\n\n`,
    `### ${name}\n\n`,
  );
const ofHeadings: readonly Scene[] = [
  ['as it should be', {}],
  [
    'missing at one level',
    { mast: ladder('mast', (level) => below(level, 'Craft', ...(level === 'Senior' ? [] : ['People']))) },
  ],
  [
    'missing at the first level',
    { mast: ladder('mast', (level) => below(level, 'Craft', ...(level === 'Junior' ? [] : ['People']))) },
  ],
  ['missing at all levels', { mast: ladder('mast', (level) => below(level, 'Craft')) }],
  [
    'one missing at all levels, another at one',
    { mast: ladder('mast', (level) => (level === 'Senior' ? `### Else\n\n- Sings\n` : below(level, 'Craft'))) },
  ],
  [
    'in another order at one level',
    {
      mast: ladder('mast', (level) =>
        below(level, ...(level === 'Senior' ? ['People', 'Craft'] : ['Craft', 'People'])),
      ),
    },
  ],
  [
    'twice at one level',
    { mast: ladder('mast', (level) => below(level, 'Craft', 'People', ...(level === 'Senior' ? ['Craft'] : []))) },
  ],
  [
    'the same questions below each group, of which one department lacks one group',
    Object.fromEntries(
      ids.map((id) => [id, ladder(id, () => questions('Craft') + (id === 'mast' ? '' : questions('People')))]),
    ),
  ],
  [
    'sentences as headings below each group, other ones at each level',
    {
      mast: ladder(
        'mast',
        (level) =>
          `### Craft\n\n#### I know the ${level} knots of my ship.\n\n- Ties as ${level} do\n\n### People\n\n#### I speak with all ${level} people on board.\n\n- Sings as ${level} do\n`,
      ),
    },
  ],
  [
    'the same questions below each group of one department alone',
    { mast: ladder('mast', () => questions('Craft') + questions('People')) },
  ],
  [
    'nothing in one at one level',
    {
      mast: ladder('mast', (level) =>
        level === 'Senior' ? '### Craft\n\n### People\n\n- Sings\n' : below(level, 'Craft', 'People'),
      ),
    },
  ],
];

const columns = (id: string, ...names: readonly string[]) =>
  `# ${id}\n\n${names.map((name) => `## ${name}\n\n${table(['What', 'Junior', 'Senior'], ['Knots', `Knows ${name} of ${id}`, `Shows ${name} of ${id}`], ['Ropes', `Coils ${name} of ${id}`, `Buys ${name} of ${id}`])}`).join('\n')}`;
const ofTables: readonly Scene[] = [
  ['as it should be', {}],
  ['missing', { mast: columns('mast', 'Craft') }],
  ['two missing', { mast: columns('mast', 'Else') }],
  ['in another order', { mast: columns('mast', 'People', 'Craft') }],
  ['twice', { mast: columns('mast', 'Craft', 'People', 'Craft') }],
];

const rule = { rules: /^competency-structure/ };
scenes('groups of pages', base, ofPages, rule);
scenes('groups below levels', headings, ofHeadings, { ...rule, pages: '{department}.md' });
scenes('groups of tables', Object.fromEntries(ids.map((id) => [id, columns(id, 'Craft', 'People')])), ofTables, {
  ...rule,
  pages: '{department}.md',
});

const wide = (id: string, names: readonly string[], empty = '') =>
  `# ${id}\n\n${names.map((name) => `## ${name}\n\n${table(['What', 'Junior', 'Senior', 'Staff'], ['Knots', ...(name === empty ? ['', ''] : [`Knows ${name} of ${id}`, `Shows ${name} of ${id}`]), `Buys ${name} of ${id}`])}`).join('\n')}`;
const wides = (...names: readonly string[]) => Object.fromEntries(ids.map((id) => [id, wide(id, names)]));
scenes(
  'groups that few levels fill',
  {},
  [
    [
      'two of nine',
      { ...wides('Craft', 'People', 'Values'), mast: wide('mast', ['Craft', 'People', 'Values'], 'Craft') },
    ],
    ['two of six', { ...wides('Craft', 'People'), mast: wide('mast', ['Craft', 'People'], 'Craft') }],
    [
      'two of six, as declared',
      { ...wides('Craft', 'People'), mast: wide('mast', ['Craft', 'People'], 'Craft') },
      asks('Craft', 'People'),
    ],
  ],
  { ...rule, pages: '{department}.md' },
);
