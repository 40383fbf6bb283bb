import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAnyHtml, readHtml, readPlainHtml } from '../../src/markdown/html/walk.ts';

/** What the visitor hears, with the source of every range, and words that come in several pieces as one. */
function heard(html: string, read: typeof readPlainHtml | typeof readHtml = readHtml): string[] {
  const all: string[] = [];
  read(html, {
    openTag: (name, attributes, range) => {
      const words = attributes.map((each) => ` ${each.name}=${each.value}|${html.slice(...each.range)}`).join('');
      all.push(`<${name}${words}> ${html.slice(...range)}`);
    },
    closeTag: (name, range) => all.push(`</${name}> ${html.slice(...range)}`),
    text: (text) => {
      const before = all.at(-1)?.startsWith('"') ? all.pop()!.slice(0, -1) : '"';
      all.push(`${before}${text}"`);
    },
    comment: (range) => all.push(`comment ${html.slice(...range)}`),
  });
  return all;
}

describe('raw HTML', () => {
  it.each([
    ['<br>', ['<br> <br>']],
    ['<BR />', ['<br> <BR />']],
    ['</B>', ['</b> </B>']],
    ['<a href="/x">', ['<a href=/x|/x> <a href="/x">']],
    ["<a href='/x' b>", ["<a href=/x|/x b=|> <a href='/x' b>"]],
    ['<a href=/x>', ['<a href=/x|/x> <a href=/x>']],
    ['<a href = "/x" >', ['<a href=/x|/x> <a href = "/x" >']],
    ['<a href=\n"/x">', ['<a href=/x|/x> <a href=\n"/x">']],
    ['<a href="">', ['<a href=|> <a href="">']],
    ['<a href="a&amp;b&#99;">', ['<a href=a&bc|a&amp;b&#99;> <a href="a&amp;b&#99;">']],
    ['<IMG SRC="/x"/>', ['<img src=/x|/x> <IMG SRC="/x"/>']],
    ['a<b>c</b >d', ['"a"', '<b> <b>', '"c"', '</b> </b >', '"d"']],
    ['a &lt; b', ['"a < b"']],
    ['<!-- a --><b>', ['comment <!-- a -->', '<b> <b>']],
    ['x <!---->y', ['"x "', 'comment <!---->', '"y"']],
    ['<a href="/x', []],
    ['</a', []],
    ['<script>', ['<script> <script>']],
    ['<script>a<b</script>', ['<script> <script>', '"a<b"', '</script> </script>']],
  ])('%j', (html, expected) => {
    expect(heard(html)).toEqual(expected);
  });

  it('is read as the library reads it, however plain', () => {
    const piece = fc.constantFrom(
      ...[
        '<',
        '</',
        '>',
        '/>',
        '<!--',
        '-->',
        '--',
        '<br>',
        '<p',
        '<a',
        '<SCRIPT',
        '<textarea>',
        '<plaintext>',
        '</plaintext>',
        '<iframe src="/y">',
        '</script>',
        '<title>',
        '</title>',
      ],
      ...[
        '<svg',
        '</a>',
        '</b />',
        '<iframe',
        '</iframe>',
        '</textarea>',
        ' ',
        '\n',
        '\t',
        '\u00a0',
        '\f',
        'id',
        'href',
        'data-X',
        '=',
        '="',
        '"',
      ],
      ...[
        "'",
        '/x',
        '1',
        '&amp;',
        '&nbsp;',
        '&ampx',
        '&nbsp',
        '&',
        ';',
        'é',
        '\ufffc',
        '<a href="/x?a=1" Id=b checked>',
        '<p class="a&lt;b">',
      ],
      ...[
        '<!-- a -->',
        '<!-->',
        '<!--->',
        '<!--a-->',
        '--!>',
        '<!-- a -- b -->',
        '<![CDATA[',
        ']]>',
        '<?',
        '<!',
        'words',
        '{',
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 9 }), (pieces) => {
        const html = pieces.join('');
        expect(heard(html)).toEqual(heard(html, readAnyHtml));
      }),
      { numRuns: 5000 },
    );
  });

  it.each(['<a href="/x?y" id=z checked><BR/>words</a >\n', '<!-- a\n- b -- c --> & &nbsp;<p\n  class=""\n></p>'])(
    'needs no library in %j',
    (html) => {
      expect(readPlainHtml(html, { openTag() {}, closeTag() {}, comment() {}, text() {} })).toBe(html.length);
    },
  );
});
