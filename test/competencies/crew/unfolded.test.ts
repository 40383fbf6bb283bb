import { group, include, list, table } from './crew.ts';
import { readings } from './readings.ts';

const two = (text: string) => ({ 'deck/senior': text, 'mast/senior': text });
const three = (senior: string) => ({ 'deck/senior': senior, 'mast/senior': senior, 'hold/senior': senior });
const sentences = 'Owns the plan of the crew. Mends what others have broken. Sells old ropes at a fair.';

readings('names of groups that are no headings', [
  ['items with lists below', two('- Craft\n  - Owns it\n  - Mends it\n- People\n  - Sings\n')],
  ['an item without a list among them', two('- Craft\n  - Owns it\n- People\n  - Sings\n- Naps at noon\n')],
  ['an item with a text below', two('- Craft\n\n  Owns it\n- People\n  - Sings\n')],
  [
    'bold items',
    two('- **Craft:** Owns the plan. Mends it.\n- **People**: Sings to all.\n- __Values.__ Gives some.\n'),
  ],
  ['bold items with lists below', two('- **Craft**\n  - Owns it\n- **People:** Sings daily\n  - Hums\n')],
  ['bold items with dashes', two('- **Craft** – Owns the plan\n- **People** - Sings to all\n- **Values** — Gives\n')],
  ['bold words that begin a sentence', two('- **Craft** is owned\n- **People:** Sings\n')],
  [
    'bold words that are a sentence',
    two('- **Owns one plan, and mends seven of the sails:** Yes\n- **People:** Sings\n'),
  ],
  ['bold words after others', two('- Our **Craft:** Owns it\n- Our **People:** Sings\n')],
  [
    'the name again in the text',
    two('- **Sail:** Sail the ship home. Mend the sail at night.\n- **Rope:** Rope it in.\n'),
  ],
  ['markup in the text', two('- **Sail:** Sews [all of it](/deck/senior/). Mends it.\n- **Rope:** Ties `it`.\n')],
  ['two lists', two('- **Craft:** Owns it\n\nWords.\n\n1. **People:** Sings\n')],
  ['words above one list', two('Words.\n\n- **Craft:** Owns it\n- **People:** Sings\n')],
  ['two lists, one of them plain', two('- **Craft:** Owns it\n\nWords.\n\n1. Sings\n')],
  ['bold words in a paragraph', two('**Craft:** Owns the plan. Mends it.\n\n**People:** Sings to all.\n')],
  [
    'bold words in lines of one paragraph',
    two('**Craft:** Owns it.\n**People:** Sings.\nHums too.\n__Values__: Gives.\n'),
  ],
  ['bold words in some lines', two('**Craft:** Owns it.\n**People** sing.\n')],
  ['bold words in one paragraph alone', two('**Craft:** Owns the plan. Mends it.\n\nWords.\n')],
  ['bold words in two of three paragraphs', two('**Craft:** Owns it.\n\nWords.\n\n**People:** Sings.\n')],
  ['bold lines with nothing below', two('**Craft**\n\n**People**\n')],
  ['bold words in a paragraph beside a list', two('**Craft:** Owns the plan.\n\n**People:** Sings.\n\n- Naps\n')],
  ['terms and definitions', two('Craft\n: Owns it\n: Mends it\n\nPeople\n:   Sings\n')],
  ['a term with a line that is none', two('Craft\n: Owns it\nand more\n\nPeople\n: Sings\n')],
  ['a definition after a blank line', two('Craft\n: Owns it\n\n: Mends it\n\nPeople\n: Sings\n')],
  ['a term that is a sentence', two('This is all that we ask of Craft.\n: Owns it\n\nPeople\n: Sings\n')],
  ['rows with lines', two(table(['What', 'How'], ['Craft', 'Owns it<br>Mends it'], ['People', 'Sings<br>Hums']))],
  [
    'rows with lines in several cells',
    two(
      table(['What', 'How', 'More'], ['Craft', 'Owns it<br>Mends it', 'Sells it'], ['People', 'Sings', 'Naps<br>Eats']),
    ),
  ],
  [
    'few rows with lines',
    two(table(['What', 'How'], ['Craft', 'Owns it<br>Mends it'], ['People', 'Sings'], ['Values', 'Gives'])),
  ],
  ['half the rows with lines', two(table(['What', 'How'], ['Craft', 'Owns it<br>Mends it'], ['People', 'Sings']))],
  [
    'rows that divide, and rows with lines',
    two(
      table(
        ['What', 'How'],
        ['**Work**', ''],
        ['Craft', 'Owns it<br>Mends it'],
        ['**Life**', ''],
        ['People', 'Sings<br>Hums'],
      ),
    ),
  ],
  ['below the title of the page', two('# Senior\n\n- **Craft:** Owns it\n- **People:** Sings\n')],
  ['below another heading', two('# Senior\n\n## What we ask\n\n- **Craft:** Owns it\n- **People:** Sings\n')],
  ['by an include', { ...two(include('all')), 'includes/all': '- **Craft:** Owns it\n- **People:** Sings\n' }],
]);

readings('sentences read', [
  ['below headings', three(group('Craft', sentences))],
  ['two for each level', three(group('Craft', 'Owns the plan of the crew. Mends what others have broken.'))],
  [
    'three, of which one is short',
    three(group('Craft', 'Owns the plan of the crew. Mends what others have broken. Sells old ropes.')),
  ],
  [
    'three in two paragraphs',
    three(
      `${group('Craft', 'Owns the plan of the crew. Mends what others have broken.')}\nSells old ropes at a fair.\n`,
    ),
  ],
  ['beside a list', three(group('Craft', sentences, '', list('Sings')))],
  ['beside a table', three(group('Craft', sentences, '', table(['What'], ['Sings'])))],
  ['beside an include', { ...three(group('Craft', sentences, '', include('more'))), 'includes/more': 'Words.\n' }],
  ['beside a picture and code', three(group('Craft', sentences, '', '![A ship](/ship.png)\n', '```text\nx\n```\n'))],
  [
    'in two of three departments',
    { ...three(group('Craft', sentences)), 'hold/senior': group('Craft', list('Owns it')) },
  ],
  [
    'in one of two departments',
    { 'deck/senior': group('Craft', sentences), 'mast/senior': group('Craft', list('Owns it')) },
  ],
  [
    'with abbreviations',
    three(
      group(
        'Craft',
        'Owns tools, e.g. Hammers of the crew. Mends sails etc. And sells old ropes at a fair. Counts approx. Ten crates each day.',
      ),
    ),
  ],
  ['with a sentence of one word', three(group('Craft', `${sentences} Always. Naps when all the work is done.`))],
  [
    'with markup',
    three(
      group(
        'Craft',
        'Owns the **plan** of the crew. Mends [what others](/deck/senior/) have broken. Sells old ropes at a fair.',
      ),
    ),
  ],
  ['with the same sentence twice', three(group('Craft', `${sentences} Sells old ropes at a fair.`))],
  [
    'over two lines',
    three(group('Craft', 'Owns the plan of the\ncrew. Mends what others have broken. Sells old ropes at a fair.')),
  ],
  [
    'below labels',
    three(group('Craft', '**At sea**\n', sentences, '\nWe look for:\n', 'Sings all day long. Hums all night long.')),
  ],
  ['with facts', three(`**Grade:** 8\n\n${group('Craft', '**Grade:** 8\n', sentences)}`)],
  ['where words are not parted', three(group('Craft', '計画を立てて実行する。壊れたものを直す。古いロープを売る。'))],
  [
    'below names that are no headings',
    three('**Craft.** Owns the plan. Mends it.\n\n**People.** Sings to all. Hums to some.\n'),
  ],
  [
    'in cells',
    three(
      group(
        'Craft',
        table(['What', 'How'], ['Rope', 'Ties each knot. Coils it all.'], ['Sail', 'Sews by night. Folds by day.']),
      ),
    ),
  ],
  [
    'in few cells',
    three(
      group(
        'Craft',
        table(
          ['What', 'How'],
          ['Rope', 'Ties each knot. Coils it all.'],
          ['Sail', 'Sews what is torn by the wind at night.'],
        ),
      ),
    ),
  ],
  [
    'in cells that have lines',
    three(
      group(
        'Craft',
        table(
          ['What', 'How'],
          ['Rope', 'Ties each knot. Coils it all.<br>Sells it.'],
          ['Sail', 'Sews by night. Folds by day.'],
        ),
      ),
    ),
  ],
]);

const one = { pages: '{department}.md' };
const levels = ['Junior', 'Senior', 'Staff'] as const;
const each = (write: (level: string) => string) => ({ 'deck.md': `# Deck\n\n${levels.map(write).join('\n')}` });
const summary = (name: string, ...texts: readonly string[]) =>
  `<details>\n<summary>${name}</summary>\n\n${texts.join('\n')}\n</details>\n`;

readings(
  'levels without headings',
  [
    ['summaries with headings below', each((level) => summary(level, group('Craft', list(`Does ${level}`))))],
    [
      'summaries with deep headings below',
      each((level) => summary(`<b>${level}</b>`, `#### Craft\n\n${list(`Does ${level}`)}`)),
    ],
    ['summaries with bold lines below', each((level) => summary(level, `**Craft**\n\n${list(`Does ${level}`)}`))],
    ['summaries with lists below', each((level) => summary(level, list(`Does ${level}`)))],
    [
      'summaries of which one holds a heading',
      each((level) => summary(level, level === 'Senior' ? `#### Craft\n\n${list('Does it')}` : list(`Does ${level}`))),
    ],
    [
      'summaries that are not closed',
      each((level) => `<details>\n<summary>${level}</summary>\n\n## Craft\n\n${list(`Does ${level}`)}`),
    ],
    [
      'summaries with words between',
      each((level) => `Words.\n\n${summary(level, group('Craft', list(`Does ${level}`)))}\n## Other\n\n- x\n`),
    ],
    [
      'a summary of something else',
      {
        'deck.md': ['Junior', 'Senior', 'Notes']
          .map((level) => summary(level, group('Craft', list(`Does ${level}`))))
          .join('\n'),
      },
    ],
    [
      'as many summaries of something else',
      {
        'deck.md': ['Junior', 'Senior', 'Notes', 'More']
          .map((level) => summary(level, group('Craft', list(`Does ${level}`))))
          .join('\n'),
      },
    ],
    ['one summary alone', { 'deck.md': summary('Junior', group('Craft', list('Does it'))) }],
    [
      'one level twice',
      { 'deck.md': `${summary('Junior', list('Does it'))}\n${summary('Junior', list('Does more'))}` },
    ],
    [
      'tabs',
      each((level) => `<TabItem value="x" label="${level}">\n\n### Craft\n\n${list(`Does ${level}`)}\n</TabItem>\n`),
    ],
    ['containers', each((level) => `::: details ${level}\n\n### Craft\n\n${list(`Does ${level}`)}\n:::\n`)],
    [
      'containers with titles in brackets',
      each((level) => `:::note[${level}]\n\n### Craft\n\n${list(`Does ${level}`)}\n:::\n`),
    ],
    ['bold lines', each((level) => `**${level}**\n\n${list(`Does ${level}`)}`)],
    ['bold lines with a colon', each((level) => `**${level}:**\n\n${list(`Does ${level}`)}`)],
    [
      'bold lines below groups',
      {
        'deck.md': ['Craft', 'People']
          .map(
            (name) =>
              `## ${name}\n\n${levels.map((level) => `**${level}**\n\n${list(`Does ${name} as ${level}`)}`).join('\n')}`,
          )
          .join('\n'),
      },
    ],
    [
      'items',
      { 'deck.md': `## Ranks\n\n${levels.map((level) => `- ${level}\n  - Does ${level}\n  - Sings\n`).join('')}` },
    ],
    [
      'bold items below a deep heading',
      { 'deck.md': `###### Ranks\n\n${levels.map((level) => `- **${level}**\n  - Does ${level}\n`).join('')}` },
    ],
    ['items with nothing below', { 'deck.md': `## Ranks\n\n- Junior\n- Senior\n\n## Craft\n\n- Does it\n` }],
    [
      'items that are half something else',
      { 'deck.md': `- Junior\n  - Ties\n- Senior\n  - Sews\n- Rope\n  - x\n- Wood\n  - y\n` },
    ],
    ['items that are mostly levels', { 'deck.md': `- Junior\n  - Ties\n- Senior\n  - Sews\n- Rope\n  - x\n` }],
  ],
  one,
);
