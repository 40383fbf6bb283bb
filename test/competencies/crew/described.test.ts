import { test } from 'vitest';
import { describeFrameworks } from '../../../src/cli/explain/describe-frameworks.ts';
import { levelSkeleton, neighbourOf } from '../../../src/competencies/level-skeleton.ts';
import { frameworksOf } from '../../../src/competencies/reading/read-framework.ts';
import { pageTypes } from '../../../src/sections/page-type.ts';
import { skeletonOf, titleOf } from '../../../src/sections/skeleton.ts';
import { expectGolden } from '../../support/golden.ts';
import { type Asking, type Files, group, handbookOf, include, list } from './crew.ts';

const golden = (name: string) => new URL(`expected/${name}.txt`, import.meta.url);
const craft = group('Craft', list('Owns it', 'Mends it'));
const many = Object.fromEntries(
  Array.from({ length: 23 }, (_, at) => [`m${String(at).padStart(2, '0')}/notes/x`, 'Words.\n']),
);

test('what was found of a framework', async () => {
  const all: readonly (readonly [name: string, files: Files, asking?: Asking])[] = [
    ['nothing', { _index: '# Home\n' }],
    [
      'found',
      {
        'deck/senior': craft,
        'mast/senior': craft,
        'hold/senior': group('Craft', list('Owns it')),
        'mast/keeper': craft,
      },
    ],
    [
      'declared',
      { 'deck/senior': craft, senior: craft, 'mast/keeper': 'Words.\n' },
      {
        keys: [
          'levels: [junior, senior]',
          'groups: [{name: Craft, list: ordered, min: 2}, {name: People, optional: true, list: bulleted}]',
          'shared: [{group: Craft}]',
        ],
      },
    ],
    [
      'groups of its own',
      Object.fromEntries(
        ['a', 'b', 'c', 'd'].flatMap((level) =>
          ['deck', 'mast', 'hold'].map((id) => [
            `${id}/${level}`,
            craft + (id === 'mast' ? group('Knots', list('Ties')) : ''),
          ]),
        ),
      ),
    ],
    [
      'groups of the department around',
      {
        ...Object.fromEntries(
          ['a', 'b', 'c', 'd'].flatMap((level) =>
            ['deck', 'mast', 'hold'].map((id) => [
              `${id}/${level}`,
              craft + (id === 'mast' ? group('Knots', list('Ties')) : ''),
            ]),
          ),
        ),
        'mast/top/a': craft,
      },
    ],
    ['left out', { ...many, 'deck/senior': craft, 'mast/senior': craft }],
    [
      'left out, twenty',
      { ...Object.fromEntries(Object.entries(many).slice(3)), 'deck/senior': craft, 'mast/senior': craft },
    ],
    [
      'left out for other reasons',
      {
        'deck.md': '# Deck\n\n## Junior\n\n- Ties\n\n## Senior\n\n- Splices\n',
        'mast.md': '# Mast\n',
        'hold.md': '| What | Junior | Senior |\n| --- | --- | --- |\n| Rope | Ties |\n',
      },
      { pages: '{department}.md' },
    ],
  ];
  const said: string[] = [];
  for (const [name, files, asking] of all)
    said.push(`== ${name}\n`, describeFrameworks(await handbookOf(files, asking)));
  expectGolden(said.join(''), golden('described'));
});

test('a new level page follows that of another department', async () => {
  const handbook = await handbookOf({
    'includes/craft': list('Owns it'),
    'deck/senior': `# Senior of deck\n\n${group('Craft', include('craft'), list('Mends planks'), '### At sea\n\n- Swims\n')}${group('People', list('Sings'))}## Last\n`,
    'mast/junior': group('Craft', include('craft')),
    'mast/top/senior': group('Craft', list('Climbs')),
    senior: group('Craft', list('Owns it')),
  });
  const [framework] = frameworksOf(handbook);
  const said = [
    'content/hold/senior.md',
    'content/mast/new/senior.md',
    'content/deck/senior.md',
    'content/hold/junior.md',
    'content/hold/chief.md',
  ].map((path) => {
    const neighbour = neighbourOf(path, framework!);
    return `== ${path} as ${neighbour?.page.path ?? 'none'}\n${neighbour === null ? '' : levelSkeleton(neighbour, 'A: new one', handbook)}`;
  });
  expectGolden(said.join(''), golden('new-level-pages'));
});

test('a new page of a type has its sections', async () => {
  const config = `pageTypes:
  plain: {pages: [content/plain/**], sections: [{id: owner, names: [Owner, Who owns it]}, {id: scope, names: [Scope], optional: true}, {id: end, names: ['/^end/'], about: when it ends}]}
  deep: {pages: [content/deep/**], sections: [{id: owner, names: [Owner], hint: 'Name one --> person', depth: [3, 4]}]}
  each: {pages: [content/each/**], levels: {below: [Levels], with: ['/^grade/', Grade]}, sections: [{id: duties, names: [Duties], scope: each-level}, {id: pay, names: [Pay], scope: top-or-each-level}, {id: team, names: [Team]}]}
  unmarked: {pages: [content/x/**], levels: {below: [Levels]}, sections: [{id: duties, names: [Duties], scope: each-level}]}
`;
  const types = pageTypes(await handbookOf({ _index: '# Home\n' }, { config }));
  const said = types.flatMap((type) =>
    [true, false].map((isNamed) => `== ${type.type.name}\n${skeletonOf(type, 'Bid writer', isNamed)}`),
  );
  const titles = [
    'a/bid-writer.md',
    'a/bid_writer/index.md',
    'a/bids/_index.md',
    'a/bids/README.md',
    'index.md',
    'a/v1.2-notes.md',
    'a/-x-.md',
  ];
  expectGolden([...said, ...titles.map((path) => `${path}: ${titleOf(path)}\n`)].join(''), golden('new-pages'));
});
