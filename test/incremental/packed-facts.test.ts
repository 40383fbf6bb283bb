import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { Chunk } from '../../src/incremental/chunk.ts';
import { packFacts, UnpackedFacts } from '../../src/incremental/packed-facts.ts';
import { ChunkWriter } from '../../src/incremental/write-chunk.ts';
import type { PageFacts } from '../../src/markdown/facts.ts';
import { loadParsers } from '../../src/markdown/parse.ts';
import { readPage } from '../../src/markdown/read-page.ts';

const parts = [
  '---\ntitle: Über uns\naliases: [/a/, /b/]\n1: one\nnested: {a: [1, null, true]}\n---\n\n',
  '---\ntitle: Broken\n bad: [\n---\n\n',
  '+++\ntitle = "Team"\n+++\n',
  '{"title": "Team", "weight": 3}\n\n',
  '## Goals\n\n',
  '### Größe 🦊 {#size}\n\nWords.\n\n',
  '## {{% team %}}\n\n',
  '{{< team "a" b="c" >}}\n\n## Inside\n\n{{< /team >}}\n\n',
  '<a id="now"></a><a name="then"></a>\n\n',
  'Words[^1], [a link](/x/#y "t"), ![](a.png), <https://example.com/ä>, [ref]({{< ref "a.md" >}}).\n\n[^1]: More.\n\n',
  '<!--lint disable handbook-link-page-->\n\n',
  '{{< unclosed\n\n',
];

beforeAll(async () => {
  await loadParsers();
});

function expectSame(unpacked: PageFacts, facts: PageFacts): void {
  for (const key of Object.keys(facts) as (keyof PageFacts)[]) expect(unpacked[key]).toEqual(facts[key]);
}

test('what is packed comes out, whatever is asked for first', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.constantFrom(...parts), { maxLength: 6 }), { maxLength: 4 }), (pages) => {
      const read = pages.map((page) => readPage(page.join('')));
      const writer = new ChunkWriter();
      const places = read.map((facts) => {
        const at = writer.length;
        writer.add(packFacts(facts), null);
        return at;
      });
      const body = Buffer.from(writer.all().buffer);
      for (const [index, facts] of read.entries()) {
        const chunk = new Chunk(body, places[index]!);
        expectSame(new UnpackedFacts(chunk), facts);
        expect(new UnpackedFacts(chunk).shortcodes).toEqual(facts.shortcodes);
        expect(new UnpackedFacts(chunk).problems).toEqual(facts.problems);
      }
    }),
  );
});

test('a page with more than there was room for', () => {
  const facts = readPage(`${'## Goals ä\n\n'.repeat(30_000)}`);
  const writer = new ChunkWriter();
  writer.add(packFacts(readPage('## First\n')), null);
  const at = writer.length;
  writer.add(packFacts(facts), null);
  const body = Buffer.from(writer.all().buffer);
  expectSame(new UnpackedFacts(new Chunk(body, 0)), readPage('## First\n'));
  expectSame(new UnpackedFacts(new Chunk(body, at)), facts);
});
