import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { faceOf } from '../../src/handbook/face.ts';
import { loadParsers } from '../../src/markdown/parse.ts';
import { readPage } from '../../src/markdown/read-page.ts';

const face = (text: string) => faceOf(readPage(text));
const page =
  '---\ntitle: Team\n---\n\n## Goals\n\nWe ship.\n\n<a id="now"></a>\n\n## Plans {#plans}\n\n{{< team "a" >}}\n';

beforeAll(async () => {
  await loadParsers();
});

describe('the face of a page', () => {
  test('stays when prose and links change', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z ,.]{0,40}$/), (words) => {
        expect(face(page.replace('We ship.', `We ship ${words}and [more](/x/).`))).toBe(face(page));
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
    expect(face(changed)).not.toBe(face(page));
  });
});
