import { mkdirSync, renameSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { OpenFile, partsOf } from '../../src/incremental/cache/open-file.ts';
import { readIndexParts, UnusablePart } from '../../src/incremental/index-part.ts';
import { listInPieces, type NewEntry, type Pack, readPack, writePack } from '../../src/incremental/pages/pack.ts';
import { packVersion } from '../../src/incremental/pages/page-cache.ts';
import { ParsedFacts, StoredFacts, writeFacts } from '../../src/incremental/pages/stored-facts.ts';
import type { Heading, Link, PageFacts, Range } from '../../src/markdown/facts.ts';
import { lenientMarkdown } from '../../src/markdown/settings.ts';
import { runs } from '../support/runs.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const text = fc.string({ unit: 'grapheme', maxLength: 30 });
const range: fc.Arbitrary<Range> = fc.tuple(fc.nat(), fc.nat());
const heading: fc.Arbitrary<Heading> = fc.record(
  {
    level: fc.constantFrom(1, 2, 3, 4, 5, 6),
    range,
    textRange: range,
    text,
    slug: fc.option(text),
    id: text,
    hasBody: fc.boolean(),
  },
  { requiredKeys: ['level', 'range', 'textRange', 'text', 'slug', 'hasBody'] },
);
const link: fc.Arbitrary<Link> = fc.record({
  kind: fc.constantFrom('inline', 'html'),
  href: text,
  range,
  target: range,
  fragment: fc.option(range),
  text,
});
const pageFacts: fc.Arbitrary<PageFacts> = fc.record({
  frontMatter: fc.option(
    fc.record({ format: fc.constant('yaml'), range, values: fc.dictionary(text, text), keys: fc.constant({}) }),
  ),
  headings: fc.array(heading, { maxLength: 4 }),
  anchors: fc.array(fc.record({ kind: fc.constant('html-id'), id: text, range }), { maxLength: 2 }),
  links: fc.array(link, { maxLength: 4 }),
  externalLinks: fc.array(link, { maxLength: 2 }),
  externalHosts: fc.array(fc.string(), { maxLength: 2 }),
  shortcodes: fc.constant([]),
  controls: fc.constant([]),
  problems: fc.constant([]),
});
/** A page's content is JSON. */
const content = fc.array(text, { maxLength: 3 }).map((words) => JSON.stringify(words));
const page = fc.record({
  path: text,
  stamp: text,
  facts: pageFacts,
  content: fc.option(content),
  newContent: fc.option(content),
  age: fc.nat(3),
  title: text,
});
type Page = typeof page extends fc.Arbitrary<infer T> ? T : never;
const pages = fc.uniqueArray(page, { minLength: 1, maxLength: 8, selector: ({ path }) => path });

const keyOf = ({ path }: Page) => `page of ${path}`;
const storedOf = ({ facts, content }: Page) => {
  const bytes = Buffer.from(writeFacts(facts, content));
  return new StoredFacts(bytes, 0, bytes.length);
};
const contentOf = ({ content, newContent }: Page) => newContent ?? content;

function entryOf(one: Page): NewEntry {
  const known = { summary: { title: one.title }, facts: storedOf(one) };
  return {
    path: one.path,
    key: keyOf(one),
    stamp: one.stamp,
    says: { known, newContent: one.newContent, age: one.age },
  };
}

const pack = (all: readonly Page[]) => Buffer.concat([...writePack('these', all.map(entryOf))]);
const parsed = (stored: StoredFacts): PageFacts => {
  const facts = new ParsedFacts(stored);
  const { frontMatter, headings, anchors, links, externalLinks, externalHosts, shortcodes, controls, problems } = facts;
  return { frontMatter, headings, anchors, links, externalLinks, externalHosts, shortcodes, controls, problems };
};
/** The slugs that alone make the ids of a page without shortcodes. */
const slugsOf = ({ headings, anchors }: PageFacts) =>
  anchors.length > 0 || headings.some(({ slug, id }) => slug === null || id !== undefined)
    ? null
    : headings.map(({ slug }) => slug);

/** Wants of each page what was put in, or nothing. Says of how many there was something. */
function expectTrue(read: Pack, all: readonly Page[]): number {
  return all.filter((one) => {
    const known = read.contents.get(keyOf(one));
    const file = read.files.get(one.path);
    if (file) expect(file).toEqual({ key: keyOf(one), stamp: one.stamp });
    if (!known?.facts) return false;
    expect(known).toMatchObject({ path: one.path, summary: { title: one.title }, age: one.age });
    expect(parsed(known.facts)).toEqual(one.facts);
    expect(known.facts.slugs()).toEqual(slugsOf(one.facts));
    expect(known.facts.content()).toBe(contentOf(one));
    return true;
  }).length;
}

test('what is put in comes out, content that was asked for later too', () => {
  fc.assert(
    fc.property(pages, (all) => {
      const read = readPack('these', partsOf(pack(all)))!;
      expect(expectTrue(read, all)).toBe(all.length);
      expect(read.isDamaged).toBe(false);
      expect([...read.files.keys()]).toEqual(all.filter(({ age }) => age === 0).map(({ path }) => path));
    }),
  );
});

test('it lies in memory at any place', () => {
  fc.assert(
    fc.property(pages, fc.nat(7), (all, shift) => {
      const bytes = pack(all);
      const shifted = Buffer.alloc(bytes.length + shift);
      shifted.set(bytes, shift);
      expect(expectTrue(readPack('these', partsOf(shifted.subarray(shift)))!, all)).toBe(all.length);
    }),
  );
});

test('content of another entry or another pack is not said again', () => {
  const file = { path: 'a.md', key: 'page x', stamp: '1' };
  const read = readPack('these', partsOf(Buffer.concat([...writePack('these', [{ ...file, says: null }])])))!;
  expect(read.contents.size).toBe(0);
  expect([...read.files]).toEqual([['a.md', { key: 'page x', stamp: '1' }]]);
});

test('many files stay in their order', () => {
  const entries = Array.from({ length: 2500 }, (_, index) => ({
    path: `${index}.md`,
    key: `page ${index}`,
    stamp: `${index}`,
    says: null,
  }));
  const read = readPack('these', partsOf(Buffer.concat([...writePack('these', entries)])))!;
  expect([...read.files]).toEqual(entries.map(({ path, key, stamp }) => [path, { key, stamp }]));
});

test('another version reads nothing', () => {
  fc.assert(
    fc.property(pages, (all) => {
      expect(readPack('others', partsOf(pack(all)))).toBeNull();
    }),
  );
});

/** Ways in which bytes get lost on a disk. */
const damage = fc.oneof(
  fc.record({ kind: fc.constant('flip' as const), at: fc.nat(), mask: fc.integer({ min: 1, max: 255 }) }),
  fc.record({ kind: fc.constant('cut' as const), at: fc.nat() }),
  fc.record({ kind: fc.constant('fill' as const), at: fc.nat(), length: fc.nat(600), value: fc.nat(255) }),
  fc.record({ kind: fc.constant('move' as const), at: fc.nat(), length: fc.nat(600), from: fc.nat() }),
);
type Damage = typeof damage extends fc.Arbitrary<infer T> ? T : never;

function damaged(whole: Buffer<ArrayBuffer>, how: Damage): Buffer<ArrayBuffer> {
  const at = how.at % whole.length;
  const bytes = Buffer.from(whole);
  if (how.kind === 'cut') return bytes.subarray(0, at);
  if (how.kind === 'flip') bytes[at]! ^= how.mask;
  else if (how.kind === 'fill') bytes.subarray(at, at + how.length).fill(how.value);
  else bytes.set(whole.subarray(how.from % whole.length).subarray(0, Math.min(how.length, whole.length - at)), at);
  return bytes;
}

test('whatever is damaged, what is read is true or unknown', () => {
  fc.assert(
    fc.property(pages, fc.array(damage, { minLength: 1, maxLength: 3 }), (all, damages) => {
      const whole = pack(all);
      let bytes = whole;
      for (const how of damages) if (bytes.length > 0) bytes = damaged(bytes, how);
      const read = readPack('these', partsOf(bytes));
      if (read && expectTrue(read, all) < all.length) expect(read.isDamaged).toBe(true);
    }),
    { numRuns: runs(100, 1000) },
  );
});

test('damage in the facts of one page leaves those of the others', () => {
  fc.assert(
    fc.property(pages, fc.nat(), fc.integer({ min: 1, max: 255 }), (all, at, mask) => {
      const bytes = pack(all);
      const [, factsEnd = 0] = JSON.parse(bytes.toString().trimEnd().split('\n').at(-1)!) as number[];
      bytes[at % factsEnd]! ^= mask;
      expect(expectTrue(readPack('these', partsOf(bytes))!, all)).toBe(all.length - 1);
    }),
  );
});

test('what is damaged is not put into the next pack', () => {
  const known = { summary: {}, facts: null };
  const entry = { path: 'a.md', key: 'page x', stamp: '1', says: { known, newContent: '{}', age: 0 } };
  const read = readPack('these', partsOf(Buffer.concat([...writePack('these', [entry])])))!;
  expect(read.contents.size).toBe(0);
});

test('a part of an index is of use only when all of it is whole', () => {
  const needs = {
    taxonomies: [],
    inserting: new Map<string, undefined>(),
    markdown: lenientMarkdown,
    dates: false,
    oldYaml: false,
  };
  fc.assert(
    fc.property(pages, fc.nat(), fc.integer({ min: 1, max: 255 }), (all, at, mask) => {
      const bytes = Buffer.concat([...writePack(packVersion(needs), all.map(entryOf))]);
      const { byKey } = readIndexParts(new Map([['part', bytes]]), needs);
      for (const one of all) expect(byKey(keyOf(one))?.summary).toEqual({ title: one.title });
      bytes[at % bytes.length]! ^= mask;
      expect(() => readIndexParts(new Map([['part', bytes]]), needs)).toThrow(UnusablePart);
    }),
  );
});

test('what another format has written is taken for nothing', () => {
  for (const bytes of [Buffer.alloc(0), Buffer.alloc(64), Buffer.alloc(4000, 'x'), Buffer.alloc(64, ' ')])
    expect(readPack('these', partsOf(bytes))).toBeNull();
});

test('a file stays the one that was opened, and is read on its own or as a whole', () => {
  const folder = temporaryFolder();
  const path = join(folder, 'file');
  const bytes = Buffer.from(Array.from({ length: 4000 }, (_, index) => index % 251));
  writeFileSync(path, bytes);
  const open = new OpenFile(path);
  writeFileSync(join(folder, 'other'), 'another');
  renameSync(join(folder, 'other'), path);
  expect(open.size).toBe(4000);
  for (let round = 0; round < 300; round++) {
    const at = (round * 4) % 3000;
    expect(open.part(at, 900)).toEqual(bytes.subarray(at, at + 900));
    expect(open.part(at, 4001)).toBeNull();
  }
});

test('a file that was read as a whole is closed', () => {
  const path = join(temporaryFolder({ file: 'x'.repeat(100) }), 'file');
  const open = new OpenFile(path);
  open.readAll();
  writeFileSync(path, 'y'.repeat(100));
  expect(open.part(40, 4)?.toString()).toBe('xxxx');
  open.readAll();
  expect(open.part(40, 4)?.toString()).toBe('xxxx');
});

test('a file that gets shorter, and a folder', () => {
  const folder = temporaryFolder({ file: 'x'.repeat(100) });
  const open = new OpenFile(join(folder, 'file'));
  truncateSync(join(folder, 'file'), 50);
  expect(open.part(0, 40)?.length).toBe(40);
  expect(open.part(20, 40)).toBeNull();
  for (let round = 0; round < 300; round++) expect(open.part(0, 60)).toBeNull();
  mkdirSync(join(folder, 'folder'));
  const opened = new OpenFile(join(folder, 'folder'));
  expect(opened.part(0, Math.min(opened.size, 4))).toBeNull();
});

test.each([0, 1, 1023, 1024, 1025, 2048])('a list of %i items in pieces is what it is as a whole', (count) => {
  const items = Array.from({ length: count }, (_, index) => [index, `é"${index}`]);
  const pieces = [...listInPieces(items.entries(), ([index, item]) => [index, item])];
  expect(JSON.parse(Buffer.concat(pieces).toString())).toEqual([...items.entries()]);
});
