import { describe, expect, test } from 'vitest';
import { serve } from '../../src/sites/serving/browser.ts';
import { memoryHandbook } from '../support/memory-handbook.ts';

const chain = Array.from({ length: 12 }, (_, i) => `/hop${i}/ /hop${i + 1}/ 301\n`).join('');
const site = {
  'handbook.yaml': 'site: hugo\nhosts: [handbook.example.com]\nunknown: [/jobs/]\n',
  'content/_index.md': '',
  'content/crew/_index.md': '---\naliases: [/hands/]\n---\n## Watch\n',
  'content/crew/elsewhere.md': '---\nredirect_to: /crew/\n---\n',
  'content/crew/sent.md': '---\nlayout: redirect-page\n---\n',
  'content/crew/laid.md': '---\nlayout: wide\n---\n',
  'netlify.toml': '',
  'content/shut.md': '## Deck\n',
  'content/half.md': '## Deck\n',
  'content/self.md': '## Deck\n',
  'content/loose/page.md': '',
  'static/plan.pdf': '',
  'static/old.pdf': '',
  'static/notes': '',
  'static/_redirects': `${chain}/hop12/ /crew/ 301\n/own/ https://handbook.example.com/crew/#watch 301\n/away/ https://example.org/a/#b 301\n/rel/ /crew/../crew/#none 301\n/file/ /plan.pdf 301\n/lost/ /gone/#a 301\n/shut/ /crew/ 301!\n/half/ /crew/ 301! Country=at\n/self /self/ 301!\n/old.pdf https://example.org/ 301!\n`,
};

/** What a browser gets that asks for this. */
async function ask(path: string, isResource = false): Promise<string> {
  const [address, fragment = null] = path.split('#');
  const answer = serve({ path: address!, fragment, isResource }, await memoryHandbook(site));
  if (answer.outcome === 'unknown') return `unknown ${answer.reason} ${answer.address}`;
  const by = answer.indirections.map(({ kind }) => ` ${kind}`).join('');
  if (answer.outcome === 'broken') return `${answer.reason} ${answer.address}#${answer.fragment}${by}`;
  return `${answer.page?.path ?? answer.file ?? 'address'} ${answer.address}${answer.anchor ? `#${answer.anchor.id}` : ''}${by}`;
}

describe('a browser that asks for', () => {
  test.each([
    ['/crew/', 'content/crew/_index.md /crew/'],
    ['/crew', 'content/crew/_index.md /crew/'],
    ['/crew/index.html', 'content/crew/_index.md /crew/'],
    ['/crew/#watch', 'content/crew/_index.md /crew/#watch'],
    ['/shut/', 'content/crew/_index.md /crew/ redirect'],
    ['/shut/#watch', 'content/crew/_index.md /crew/#watch redirect'],
    ['/shut/#deck', 'missing-anchor /crew/#deck redirect'],
    ['/half/#deck', 'content/half.md /half/#deck'],
    ['/self/#deck', 'content/self.md /self/#deck'],
    ['/old.pdf', 'address https://example.org/ redirect'],
    ['/crew/#top', 'content/crew/_index.md /crew/'],
    ['/crew/#', 'content/crew/_index.md /crew/'],
    ['/crew/#none', 'missing-anchor /crew/#none'],
    ['', 'content/_index.md /'],
    ['/loose/', 'address /loose/'],
    ['/loose/#a', 'unknown generated /loose/'],
    ['/loose/#', 'address /loose/'],
    ['/plan.pdf', 'static/plan.pdf /plan.pdf'],
    ['/notes', 'static/notes /notes'],
    ['/plan.txt', 'missing-file /plan.txt#'],
    ['/plan.md', 'missing-page /plan.md#'],
    ['/plan', 'missing-page /plan#'],
    ['/gone/#a', 'missing-page /gone/#a'],
    ['/jobs/a', 'unknown unknown-tree /jobs/a'],
    ['/hands/#watch', 'content/crew/_index.md /crew/#watch alias'],
    ['/hands', 'content/crew/_index.md /crew/ alias'],
    ['/own/', 'content/crew/_index.md /crew/#watch redirect'],
    ['/own/#none', 'missing-anchor /crew/#none redirect'],
    ['/own/#', 'content/crew/_index.md /crew/#watch redirect'],
    ['/away/', 'address https://example.org/a/#b redirect'],
    ['/rel/', 'missing-anchor /crew/#none redirect'],
    ['/file/', 'static/plan.pdf /plan.pdf redirect'],
    ['/lost/', 'missing-page /gone/#a redirect'],
    ['/crew/elsewhere/#a', 'unknown generated /crew/elsewhere/'],
    ['/crew/sent/#a', 'unknown generated /crew/sent/'],
    ['/crew/laid/#a', 'missing-anchor /crew/laid/#a'],
  ])('%s', async (path, expected) => {
    expect(await ask(path)).toBe(expected);
  });

  test('a picture misses a file, whatever its name', async () => {
    expect(await ask('/plan', true)).toBe('missing-file /plan#');
  });

  test('an address that is sent on more than eight times gives up', async () => {
    expect(await ask('/hop5/')).toBe(`content/crew/_index.md /crew/${' redirect'.repeat(8)}`);
    expect(await ask('/hop4/')).toBe(`missing-page /hop12/#${' redirect'.repeat(8)}`);
  });
});

test.each([
  ['netlify.toml', 'missing-anchor'],
  ['.gitlab-ci.yml', 'found'],
])('with %s, a heading of a page that a forced redirect hides is %s', async (sign, expected) => {
  const handbook = await memoryHandbook({
    'hugo.toml': '',
    'content/_index.md': '',
    'content/crew.md': '',
    'content/shut.md': '## Deck\n',
    'static/_redirects': '/shut/ /crew/ 301!\n',
    [sign]: '',
  });
  const answer = serve({ path: '/shut/', fragment: 'deck', isResource: false }, handbook);
  expect(answer.outcome === 'broken' ? answer.reason : answer.outcome).toBe(expected);
});
