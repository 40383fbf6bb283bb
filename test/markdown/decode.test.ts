import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decode, MAX_BYTES } from '../../src/markdown/decode.ts';

const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))));

it('reads UTF-8 and drops a byte order mark', () => {
  expect(decode(bytes('héllo 日本'))).toEqual({ text: 'héllo 日本', problems: [] });
  expect(decode(bytes([0xef, 0xbb, 0xbf], '# A'))).toEqual({ text: '# A', problems: [] });
  expect(decode(bytes())).toEqual({ text: '', problems: [] });
});

it('says where the first unreadable byte stands, and takes a written U+FFFD for what it is', () => {
  const { text, problems } = decode(bytes('é\uFFFD x', [0xff], ' y'));
  expect(text).toBe('é\uFFFD x\uFFFD y');
  expect(problems).toEqual([{ kind: 'invalid-utf8', range: [4, 5], detail: '' }]);
  expect(decode(bytes([0xef, 0xbb, 0xbf, 0x41, 0xff])).problems[0]?.range).toEqual([1, 2]);
});

it.each([[[0xff]], [[0xef, 0x41]], [[0xef, 0xbf, 0x41]], [[0xff, 0xbf, 0xbd]], [[0xef, 0x41, 0xbd]], [[0xc3]]])(
  'finds the unreadable bytes %j behind a U+FFFD that is written',
  (bad) => {
    for (const before of ['\uFFFD日x', '\uFFFD\uFFFD', 'é\uFFFD日\uFFFDx'])
      expect(decode(bytes(before, bad)).problems).toEqual([
        { kind: 'invalid-utf8', range: [before.length, before.length + 1], detail: '' },
      ]);
  },
);

it('gives neither NULs nor halves of characters, whatever the bytes', () => {
  const half = Buffer.from([0xed, 0xa0, 0xbc]);
  expect(decode(half).text.isWellFormed()).toBe(true);
  const part = fc.oneof(
    fc.uint8Array({ maxLength: 8 }),
    fc.constantFrom(half, Buffer.from('é😀'), Buffer.from('words\n')),
  );
  fc.assert(
    fc.property(fc.array(part), (parts) => {
      const { text } = decode(Buffer.concat(parts));
      expect(text.isWellFormed()).toBe(true);
      expect(text).not.toContain('\0');
    }),
  );
});

it('gives back any text as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (any) => {
      const text = any.toWellFormed().replaceAll('\0', ' ');
      expect(decode(Buffer.from(`x${text}`))).toEqual({ text: `x${text}`, problems: [] });
    }),
  );
});

it('replaces a NUL byte in prose, and refuses what is no text', () => {
  const prose = `${'words '.repeat(50)}\0 more`;
  const { text, problems } = decode(bytes(prose));
  expect(text).toBe(prose.replace('\0', '\uFFFD'));
  expect(problems).toEqual([{ kind: 'nul-byte', range: [300, 301], detail: '' }]);
  expect(decode(Buffer.from('A title', 'utf16le')).problems.map(({ kind }) => kind)).toEqual(['binary']);
  expect(decode(bytes([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d])).text).toBe('');
});

it('tells stray signs from data by how many there are', () => {
  const kinds = (...parts: Parameters<typeof bytes>) => decode(bytes(...parts)).problems.map(({ kind }) => kind);
  expect(kinds('a\0b')).toEqual(['nul-byte']);
  expect(kinds('a\0\0b')).toEqual(['binary']);
  expect(kinds('a\x01\x02b')).toEqual([]);
  expect(kinds(`${'a'.repeat(38)}\0\0`)).toEqual(['nul-byte']);
  expect(kinds(`${'a'.repeat(37)}\0\0`)).toEqual(['binary']);
  // Tabs, line breaks and colours of a terminal are of text.
  expect(kinds('\t\n\r\x1b\t\n\r\x1b\0')).toEqual(['nul-byte']);
  expect(kinds('\x08\x0e\0')).toEqual(['binary']);
});

it('refuses more than ten megabytes', () => {
  expect(decode(Buffer.alloc(MAX_BYTES, 'a')).problems).toEqual([]);
  const { text, problems } = decode(Buffer.alloc(MAX_BYTES + 1, 'a'));
  expect(text).toBe('');
  expect(problems).toEqual([{ kind: 'too-large', range: [0, 0], detail: '11 MB' }]);
});
