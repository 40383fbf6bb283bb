import { describe, expect, it } from 'vitest';
import { readHtml } from '../../src/markdown/html.ts';

/** What the visitor hears, with the source of every range. */
function heard(html: string): string[] {
  const all: string[] = [];
  readHtml(html, {
    openTag: (name, attributes, range) => {
      const words = attributes.map((each) => ` ${each.name}=${each.value}|${html.slice(...each.range)}`).join('');
      all.push(`<${name}${words}> ${html.slice(...range)}`);
    },
    closeTag: (name, range) => all.push(`</${name}> ${html.slice(...range)}`),
    text: (text) => all.push(`"${text}"`),
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
    ['a &lt; b', ['"a "', '"<"', '" b"']],
    ['<!-- a --><b>', ['comment <!-- a -->', '<b> <b>']],
    ['x <!---->y', ['"x "', 'comment <!---->', '"y"']],
    ['<a href="/x', []],
    ['</a', []],
    ['<script>', ['<script> <script>']],
    ['<script>a<b</script>', ['<script> <script>', '"a<b"', '</script> </script>']],
  ])('%j', (html, expected) => {
    // Words come in pieces of any size.
    const joined = heard(html).join('\n').replace(/"\n"/g, '');
    expect(joined).toBe(expected.join('\n').replace(/"\n"/g, ''));
  });
});
