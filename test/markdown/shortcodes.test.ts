import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MASK, maskShortcodes } from '../../src/markdown/shortcodes/mask.ts';
import { lexShortcodes } from '../../src/markdown/shortcodes/shortcodes.ts';

function calls(text: string): string[] {
  return lexShortcodes(text).calls.map(({ name, delimiter, params, inner }) => {
    const written = params.map((param) => `${param.name ?? ''}=${param.value}`).join(' ');
    return `${delimiter} ${name} ${written}${inner ? ` [${text.slice(...inner)}]` : ''}`.trim();
  });
}

function problems(text: string): string[] {
  return lexShortcodes(text).problems.map(({ kind, range, detail }) => `${kind} ${detail} ${text.slice(...range)}`);
}

describe('lexing', () => {
  it.each([
    ['{{< youtube abc-1_X >}}', ['< youtube =abc-1_X']],
    ['{{% include "includes/list.md" %}}', ['% include =includes/list.md']],
    ['{{<figure src="a b.png" alt=`back "tick`>}}', ['< figure src=a b.png alt=back "tick']],
    ['{{< note title="say \\"hi\\"" >}}', ['< note title=say "hi"']],
    ['{{< ref path = "x" >}}', ['< ref path=x']],
    ['{{< rate value=0.5 >}} {{< rate 0.5 >}}', ['< rate value=0.5', '< rate =0.5']],
    ['{{< button\n  href="/x/"\n  text="Go"\n>}}', ['< button href=/x/ text=Go']],
    ['{{% alert %}}body{{% /alert %}}', ['% alert  [body]']],
    [
      '{{< a >}}1{{< b >}}2{{< a >}}3{{< / a >}}4{{</a>}}',
      ['< a  [1{{< b >}}2{{< a >}}3{{< / a >}}4]', '< b', '< a  [3]'],
    ],
    // Hugo 0.131 and 0.169.
    ['{{< a >}}1{{< b >}}2{{</>}}3{{< / >}}', ['< a  [1{{< b >}}2{{</>}}3]', '< b  [2]']],
    ['{{% a %}}1{{%/%}}', ['% a  [1]']],
    ['{{< br />}}{{< br/>}}x{{< folder/name >}}', ['< br', '< br', '< folder/name']],
    ['{{</* note */>}} {{%/* include "x" */%}}', []],
    ['{{ .Title }} {{- if x }} {< x >}', []],
    ['{{{< x >}}}', ['< x']],
    ['{{< 用語 "日本" >}}', ['< 用語 =日本']],
    ['{{< 𝒜b 𝒞=𝒟 >}}', ['< 𝒜b 𝒞=𝒟']],
    ['{{<\r\n\tnote\n>}}', ['< note']],
    ['{{< a_1-b.c >}}', ['< a_1-b.c']],
    ['{{< a/b/c >}}', ['< a/b/c']],
    ['{{< a/𝒜b >}}', ['< a/𝒜b']],
    ['{{< ZA za=09AZ_ >}}', ['< ZA za=09AZ_']],
    ['{{< note `a` "b" c >}}', ['< note =a =b =c']],
    ['{{< note a=`x "y` b="z" >}}', ['< note a=x "y b=z']],
    ['{{< note a=x/y?z#é >}}', ['< note a=x/y?z#é']],
    ['{{< note a=1>}}', ['< note a=1']],
    ['{{< note \\"say\\" >}}', ['< note =say']],
    ['{{< note a=\\"say\\" b=2 >}}', ['< note a=say b=2']],
    ['{{< note "" >}}', ['< note =']],
    ['{{< note a- b. -c >}}', ['< note =a- =b. =-c']],
    ['{{< a >}}1{{< /a >}}2{{< a >}}', ['< a  [1]', '< a']],
    ['{{< a />}}1{{< a >}}2{{< /a >}}', ['< a', '< a  [2]']],
    ['{{< a >}}{{% b %}}1{{% /b %}}{{< /a >}}', ['< a  [{{% b %}}1{{% /b %}}]', '% b  [1]']],
    ['{{{% x %}}', ['% x']],
    ['{{</* a */>}}{{< b >}}', ['< b']],
    ['{{%/* a */%}}{{</* {{< c >}} */>}}', []],
  ])('%s', (text, expected) => {
    expect(calls(text)).toEqual(expected);
    expect(problems(text)).toEqual([]);
  });

  it.each([
    ['{{< note ', ['shortcode-unclosed note {{< note ']],
    ['{{< note %}} x', ['shortcode-malformed note {{< note %}}']],
    ['{{< note "open >}}\nmore', ['shortcode-malformed note {{< note "open >}}']],
    ['{{< note a="1" b >}}', ['shortcode-malformed note {{< note a="1" b >}}']],
    ['{{< "x" >}}', ['shortcode-malformed  {{< "x" >}}']],
    ['x {{% /alert %}}', ['shortcode-malformed alert {{% /alert %}}']],
    ['x {{</>}}', ['shortcode-malformed  {{</>}}']],
    ['{{</* x >}}', ['shortcode-unclosed  {{</*']],
    ['{{$ include "a.md" %}}', ['include-malformed {{$ include "a.md" %}} {{$ include "a.md" %}}']],
    ['{{ include "a.md" }}', ['include-malformed {{ include "a.md" }} {{ include "a.md" }}']],
    ['{{% include "a.md >}}', ['include-malformed {{% include "a.md >}} {{% include "a.md >}}']],
    ['{{ includes }}', []],
    ['{{include "a.md"}}', ['include-malformed {{include "a.md"}} {{include "a.md"}}']],
    ['{{ include-x }}', []],
    ['{{ .include }}', []],
    ['{{ /include }} x', ['include-malformed {{ /include }} {{ /include }}']],
    ['{{ include "a\nb" }}', ['include-malformed {{ include "a {{ include "a']],
    ['{{ < include "a" >}}', ['include-malformed {{ < include "a" >}} {{ < include "a" >}}']],
    ['{{< note a= >}}', ['shortcode-malformed note {{< note a= >}}']],
    ['{{< note a={{x}} >}}', ['shortcode-malformed note {{< note a={{x}}']],
    ['{{< note 1 b=2 >}}', ['shortcode-malformed note {{< note 1 b=2 >}}']],
    ['{{< note `a', ['shortcode-malformed note {{< note `a']],
    ['{{< note \\`a` >}}', ['shortcode-malformed note {{< note \\`a` >}}']],
    ['{{< note "a\nb" >}}', ['shortcode-malformed note {{< note "a']],
    ['{{< note / x >}}', ['shortcode-malformed note {{< note / x >}}']],
    ['{{< /note x >}}', ['shortcode-malformed note {{< /note x >}}']],
    ['{{< note ! >}}', ['shortcode-malformed note {{< note ! >}}']],
    ['{{< note !\rx', ['shortcode-malformed note {{< note !']],
    ['{{< note a="', ['shortcode-malformed note {{< note a="']],
    ['{{<', ['shortcode-unclosed  {{<']],
    ['{{<\n\n', ['shortcode-unclosed  {{<']],
    ['{{<  ', ['shortcode-unclosed  {{<  ']],
    ['{{% include', ['include-malformed {{% include {{% include']],
    ['{{< include x=y! z >}}', ['include-malformed {{< include x=y! z >}} {{< include x=y! z >}}']],
    ['{{< a/ b >}}', ['shortcode-malformed a {{< a/ b >}}']],
    ['{{< a >}}{{< /b >}}{{< /a >}}', ['shortcode-malformed b {{< /b >}}']],
    // Hugo 0.131 and 0.169 ask only that the name came before, and that a call is left to be closed.
    ['{{% b %}}B{{% /b %}}{{% a %}}A{{% /b %}}', []],
    ['{{% b /%}}{{% a %}}A{{% /b %}}', []],
    ['{{% a %}}{{% b %}}B{{% /a %}}{{% /b %}}', []],
    ['{{% b %}}B{{% /b %}} {{% /b %}}', ['shortcode-malformed b {{% /b %}}']],
    ['{{% a %}}A{{% /b %}}{{% b %}}B{{% /b %}}', ['shortcode-malformed b {{% /b %}}']],
    ['{{< a >}}{{< /a >}}{{< /a >}}', ['shortcode-malformed a {{< /a >}}']],
    ['{{< a >}}{{< b >}}{{< /a >}}{{< /b >}}', []],
    ['{{< a >}}{{< b >}}{{< /b >}}{{< /b >}}{{< /a >}}', ['shortcode-malformed a {{< /a >}}']],
    ['{{< b />}}{{< /b >}}', ['shortcode-malformed b {{< /b >}}']],
    ['{{</* x >}} {{</* y >}} {{%/* z */%}}', ['shortcode-unclosed  {{</*', 'shortcode-unclosed  {{</*']],
  ])('reports %s', (text, expected) => {
    expect(problems(text)).toEqual(expected);
  });

  it('gives ranges that hold what they claim', () => {
    const piece = fc.constantFrom(
      '{{<',
      '{{%',
      '>}}',
      '%}}',
      '/',
      ' ',
      '\n',
      '"',
      '`',
      '\\',
      'note',
      'a=',
      '=',
      '/*',
      '*/',
      '日',
      'include',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        const lexed = lexShortcodes(text);
        let last = -1;
        for (const call of lexed.calls) {
          expect(call.range[0]).toBeGreaterThan(last);
          last = call.range[0];
          const tag = text.slice(...call.range);
          expect(tag.startsWith(`{{${call.delimiter}`)).toBe(true);
          expect(tag.endsWith(`${call.delimiter === '<' ? '>' : '%'}}}`)).toBe(true);
          for (const { range, value } of call.params) {
            expect(text.slice(...range).replaceAll('\\"', '"')).toBe(value);
          }
          if (call.inner) expect(call.inner[0]).toBe(call.range[1]);
        }
        for (const { range } of lexed.problems) {
          expect(range[0]).toBeLessThanOrEqual(range[1]);
          expect(range[1]).toBeLessThanOrEqual(text.length);
        }
        const { layers } = maskShortcodes(text, 0, lexed);
        expect(layers[0]!.text).toHaveLength(text.length);
        for (const layer of layers) {
          for (const [index, character] of [...layer.text.split('')].entries()) {
            if (character !== MASK && character !== ' ') expect(character).toBe(text[layer.start + index]);
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('masking', () => {
  const mask = (text: string) =>
    maskShortcodes(text, 0, lexShortcodes(text)).layers.map((layer) => layer.text.replaceAll(MASK, 'X'));

  it('keeps length, blanks Markdown tags alone on a line and reads bodies of their own apart', () => {
    expect(mask('a {{< x >}} b')).toEqual(['a XXXXXXXXX b']);
    expect(mask('  {{% x %}} \nb')).toEqual(['            \nb']);
    expect(mask('{{% x %}} {{% y %}}\n{{< x >}}')).toEqual([`${' '.repeat(19)}\nXXXXXXXXX`]);
    expect(mask('{{< x >}}a\n{{% y %}}\n{{< /x >}}')).toEqual(['X'.repeat(31), 'a\n         \n']);
    expect(mask('{{% x %}}\na\n{{% /x %}}')).toEqual(['         \na\n          ']);
    expect(mask('{{</* x */>}}')).toEqual(['{{<XX x XX>}}']);
  });

  it('leaves out bodies that are nested too deep', () => {
    const text = '{{< x >}}'.repeat(100) + '{{< /x >}}'.repeat(100);
    const { layers, tooDeep } = maskShortcodes(text, 0, lexShortcodes(text));
    expect(layers.length).toBeLessThan(50);
    expect(tooDeep).toHaveLength(1);
  });
});

it.each([
  ['{{< br />}}x', [0, 11], null],
  ['{{< br / >}}x', [0, 12], null],
  ['{{<br/>}}{{< a >}}', [0, 9], null],
  ['{{< a >}}b{{< /a >}}', [0, 9], [9, 10]],
  ['{{% a %}}{{% / a %}}', [0, 9], [9, 9]],
])('the first call of %j stands at %j around %j', (text, range, inner) => {
  const [call] = lexShortcodes(text).calls;
  expect([call?.range, call?.inner]).toEqual([range, inner]);
});
