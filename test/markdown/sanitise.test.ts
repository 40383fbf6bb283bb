import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sanitise } from '../../src/markdown/fast/sanitise.ts';
import { loadParsers } from '../../src/markdown/parse.ts';
import { readPage } from '../../src/markdown/read-page.ts';
import { MASK } from '../../src/markdown/shortcodes/mask.ts';

/** The parts that were too deep, as they were. */
const lost = (text: string) => sanitise(text).tooDeep.map(([start, end]) => text.slice(start, end));

describe('markers at the start of a line', () => {
  it.each(['> ', '>', '- ', '* ', '+\t', '1. ', '12) ', '> - 1. '])('%j are read a hundred times', (marker) => {
    const markers = marker.match(/[>*+)-]|\./g)!.length;
    const most = marker.repeat(Math.floor(100 / markers));
    expect(lost(`${most}words\n`)).toEqual([]);
    expect(sanitise(`${most}words\n`).text).toBe(`${most}words\n`);
    expect(lost(`${most}${marker}words\nmore\n`)[0]).toMatch(/words$/);
  });

  it('are words from the one too many to the end of the line', () => {
    const text = `a\n${'>'.repeat(101)} b\nc\n${'> '.repeat(150)}d`;
    expect(lost(text)).toEqual([' b', ` ${'> '.repeat(49)}d`]);
    const { text: sanitised } = sanitise(text);
    expect(sanitised).toBe(`a\n${'>'.repeat(101)}${MASK.repeat(2)}\nc\n${'> '.repeat(100)}>${MASK.repeat(100)}`);
  });

  it('are found wherever they stand', () => {
    for (let before = 0; before < 250; before += 1) {
      expect(lost(`${'a'.repeat(before)}\n${'>'.repeat(101)}b\n${'c'.repeat(before)}`)).toEqual(['b']);
    }
  });

  it.each([
    `${'-'.repeat(300)}\n`,
    `${'- '.repeat(300)}\n`,
    `${'* '.repeat(300)}\n`,
    `${'1'.repeat(300)}\n`,
    `${'-a'.repeat(300)}\n`,
    `1${'.5'.repeat(300)}\n`,
    `${'. '.repeat(300)}\n`,
    `a${'>'.repeat(300)}\n`,
    `> a${'>'.repeat(300)}\n`,
  ])('are none in %j', (text) => {
    expect(lost(text)).toEqual([]);
  });
});

describe('long lines', () => {
  const long = 'é words '.repeat(8000);

  it('that are not all ASCII are broken at blanks', () => {
    const text = `short\n${long}\n\n${long}`;
    const { text: sanitised } = sanitise(text);
    expect(sanitised).toHaveLength(text.length);
    expect(Math.max(...sanitised.split('\n').map((line) => line.length))).toBeLessThanOrEqual(2000);
    expect(sanitised.replaceAll('\n', ' ')).toBe(text.replaceAll('\n', ' '));
    expect(sanitised.startsWith('short\né words')).toBe(true);
  });

  it('without blanks are broken anywhere', () => {
    const { text: sanitised } = sanitise('é'.repeat(60_000));
    expect(sanitised).toHaveLength(60_000);
    expect(Math.max(...sanitised.split('\n').map((line) => line.length))).toBeLessThanOrEqual(2000);
  });

  it('are whole where a character of two halves stood at the break', () => {
    for (const before of ['', 'a']) {
      const { text: sanitised } = sanitise(before + '😀'.repeat(30_000), true);
      expect(sanitised).toHaveLength(before.length + 60_000);
      expect(sanitised.isWellFormed()).toBe(true);
    }
  });

  it.each([['words '.repeat(12_000)], [`${'é words '.repeat(200)}\n`.repeat(100)], [long.slice(0, 40_000)]])(
    'stay where that costs no time',
    (text) => {
      expect(sanitise(text).text).toBe(text);
    },
  );
});

it('keeps the length of any text', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('> ', '- ', 'é', '\n', '\0', '\ud83c', 'a', ' ')), (pieces) => {
      const text = pieces.join('');
      expect(sanitise(text).text).toHaveLength(text.length);
      expect(sanitise(text).text.isWellFormed()).toBe(true);
    }),
  );
});

it('takes a decoded text at its word', () => {
  const text = 'a\0 \ud83c';
  expect(sanitise(text, true).text).toBe(text);
  expect(sanitise(text).text).toBe('a\ufffd \ufffd');
});

it('keeps every place behind a byte order mark that follows front matter', async () => {
  await loadParsers();
  const text = '---\ntitle: A\n---\n\ufeff\r\n[a](/b/)\n';
  const [link] = readPage(text).links;
  expect(text.slice(...link!.range)).toBe('[a](/b/)');
  expect(text.slice(...link!.target)).toBe('/b/');
});
