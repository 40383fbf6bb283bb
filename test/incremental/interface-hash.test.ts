import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { interfaceHash } from '../../src/incremental/pages/interface-hash.ts';
import type { Range } from '../../src/markdown/facts.ts';
import { loadParsers } from '../../src/markdown/parse.ts';
import { readPage } from '../../src/markdown/read-page.ts';
import { runs } from '../support/runs.ts';

const hash = (text: string) => interfaceHash(readPage(text));
const page =
  '---\ntitle: Team\n---\n\n## Goals\n\nWe ship.\n\n<a id="now"></a>\n\n## Plans {#plans}\n\n{{< team "a" >}}\n';

beforeAll(async () => {
  await loadParsers();
});

describe('the interface hash of a page', () => {
  test('stays when prose and links change', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z ,.]{0,40}$/), (words) => {
        expect(hash(page.replace('We ship.', `We ship ${words}and [more](/x/).`))).toBe(hash(page));
      }),
    );
  });

  test.each([
    ['the title', page.replace('Team', 'Group')],
    ['the words of a heading', page.replace('## Goals', '## Aims')],
    ['the level of a heading', page.replace('## Goals', '### Goals')],
    ['an id', page.replace('{#plans}', '{#plan}')],
    ['what an anchor is called', page.replace('id="now"', 'id="then"')],
    [
      'where an anchor stands',
      page.replace('<a id="now"></a>\n\n', '').replace('## Goals', '<a id="now"></a>\n\n## Goals'),
    ],
    ['whether anything follows a heading', page.replace('We ship.\n\n<a id="now"></a>\n\n', '<a id="now"></a>\n\n')],
    ['a parameter of a shortcode', page.replace('team "a"', 'team "b"')],
    ['whether a shortcode has a body', `${page}{{< /team >}}\n`],
  ])('changes with %s', (_, changed) => {
    expect(changed).not.toBe(page);
    expect(hash(changed)).not.toBe(hash(page));
  });

  test('changes exactly when something that is seen does, or the order of such', () => {
    const outcomes = new Set<boolean>();
    fc.assert(
      fc.property(
        fc.array(block, { maxLength: 6 }),
        fc.nat(6),
        fc.nat(2),
        fc.array(block, { maxLength: 2 }),
        (...of) => {
          const [before, at, removed, added] = of;
          const [one, other] = [before, before.toSpliced(at, removed, ...added)].map((blocks) => blocks.join('\n\n'));
          const isSame = JSON.stringify(seenOf(one!)) === JSON.stringify(seenOf(other!));
          expect(hash(one!) === hash(other!)).toBe(isSame);
          if (one !== other) outcomes.add(isSame);
        },
      ),
      { numRuns: runs(100, 1000) },
    );
    expect(outcomes).toEqual(new Set([true, false]));
  });
});

const block = fc.constantFrom(
  '---\ntitle: Team\ntags: [a, b]\n---',
  '---\ntitle:  Team\ntags: [ a, b ]\n---',
  '---\ntitle: Team\ntags: [a]\nempty:\n---',
  '+++\ntitle = "Team"\ntags = ["a", "b"]\n+++',
  'Words.',
  'More words, and [a link](/x/).',
  '<https://example.com/>',
  '## Goals',
  'Goals\n-----',
  '### Goals',
  '## *Goals*',
  '## Ziele: Größe',
  '## Goals {#aims}',
  '## {{% team %}}',
  '## {{< team >}} ##',
  '<a id="aims"></a>',
  '<a id="aims"></a><a name="now"></a>',
  '<a name="aims"></a>',
  'Words.[^1]\n\n[^1]: More.',
  '{{< team >}}',
  '{{% team %}}',
  '{{< team "a" b="c" >}}',
  '{{< team a b c >}}',
  '{{< /team >}}',
  '`{{< team >}}`',
  '<!-- {{< team >}} -->',
  '<!-- a comment -->',
);

/** What the hash is made of. */
function seenOf(text: string) {
  const { frontMatter, headings, anchors, shortcodes } = readPage(text);
  const isOrdered = anchors.length + shortcodes.length > 0;
  const offsets = [...headings, ...anchors, ...shortcodes].flatMap(({ range }) => range);
  offsets.push(...shortcodes.flatMap(({ inner }) => inner ?? []));
  const ranks = (range: Range) => isOrdered && range.map((offset) => offsets.filter((other) => other < offset).length);
  return {
    // Its format says how a line is added to it.
    frontMatter: frontMatter && [frontMatter.format, frontMatter.values, Object.keys(frontMatter.keys)],
    headings: headings.map(({ textRange, range, ...rest }) => [ranks(range), rest]),
    anchors: anchors.map(({ range, ...rest }) => [ranks(range), rest]),
    shortcodes: shortcodes.map(({ range, inner, params, ...rest }) => [
      ranks(range),
      inner && ranks(inner),
      params.map(({ name, value }) => [name, value]),
      rest,
    ]),
  };
}
