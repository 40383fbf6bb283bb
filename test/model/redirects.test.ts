import { describe, expect, test } from 'vitest';
import { parseRedirects, RedirectTable } from '../../src/model/redirects.ts';

const parse = (text: string) => parseRedirects('layouts/index.redirects', text);
const find = (rules: string, address: string) => new RedirectTable(parse(rules)).find(address)?.target;

describe('parsing', () => {
  test('ranges cover the line and its two addresses', () => {
    const text = '# old pages\r\n  /old/   /new/#part 302 # because\r\n';
    const [rule] = parse(text);
    expect(rule).toMatchObject({ from: '/old/', to: '/new/#part', status: 302 });
    expect(text.slice(...rule!.fromRange)).toBe('/old/');
    expect(text.slice(...rule!.toRange)).toBe('/new/#part');
    expect(text.slice(...rule!.range)).toBe('/old/   /new/#part 302 # because');
  });

  test('template lines and comments make no rule', () => {
    const text = '{{/* /a/ /b/\n/c/ /d/ */}}\n{{ range .Pages }}\n{{ .Path }}* /x/:splat\n{{ end }}\n/real/ /page/\n';
    expect(parse(text).map(({ from }) => from)).toEqual(['/real/']);
  });

  // Hugo 0.131 and 0.169.
  test.each(['{{/* a */ -}}', '{{- /* a */ -}}', '{{- /* a\n/x/ /y/ */}}', '{{/* a */}}'])(
    'a rule below the comment %j is one',
    (comment) => {
      expect(parse(`${comment}\n/b/ /c/\n{{/* d */}}\n/e/ /f/\n`).map(({ from }) => from)).toEqual(['/b/', '/e/']);
    },
  );

  test('what follows a comment of a template keeps its place', () => {
    const text = '{{/* a */}}{{/* /b/ /c/ */}} /d/ /e/\n{{/**/}}/real/ /page/\n{{/* open\n/f/ /g/\n';
    expect(parse(text).map(({ range }) => text.slice(...range))).toEqual(['/d/ /e/', '/real/ /page/', '/f/ /g/']);
  });

  test('a query and conditions are no target', () => {
    expect(parse('/store id=:id /blog/:id 301! Country=de')[0]).toMatchObject({ to: '/blog/:id', status: 301 });
  });

  test('a line with one address only is left out', () => {
    expect(parse('/lonely/\nnot-an-address /x/\n')).toEqual([]);
  });
});

describe('matching', () => {
  test('the first rule wins, exact or not', () => {
    expect(find('/a/* /first/:splat\n/a/b/ /second/', '/a/b/')).toBe('/first/b/');
    expect(find('/a/b/ /second/\n/a/* /first/:splat', '/a/b/')).toBe('/second/');
  });

  test('a final slash does not matter', () => {
    expect(find('/a/b /x/', '/a/b/')).toBe('/x/');
    expect(find('/a/b/ /x/', '/a/b')).toBe('/x/');
  });

  test('a splat takes the rest, with or without a slash', () => {
    expect(find('/a/* /x/:splat', '/a/b/c/')).toBe('/x/b/c/');
    expect(find('/a/* /x/:splat', '/a/b/c')).toBe('/x/b/c');
    expect(find('/a/* /x/:splat', '/a/')).toBe('/x/');
    expect(find('/a/* /x/:splat', '/ab/')).toBeUndefined();
  });

  test('what stands before a splat or placeholder may lack its slash, and may hold a colon', () => {
    expect(find('/a/* /x/:splat', '/a')).toBe('/x/');
    expect(find('/a/b* /x/:splat', '/a/bc/')).toBe('/x/c/');
    expect(find('/a/b* /x/:splat', '/a/c/')).toBeUndefined();
    expect(find('/a:b/ /x/', '/a:b/')).toBe('/x/');
    expect(find('/a/:/ /x/', '/a/:/')).toBe('/x/');
    expect(find('/:one/b/ /x/:one/', '/a/b/')).toBe('/x/a/');
    expect(find('/* /x/:splat', '/')).toBe('/x/');
  });

  test('something may follow a splat', () => {
    expect(find('/a/*.html /a/:splat/', '/a/b/c.html')).toBe('/a/b/c/');
    expect(find('/a/*.html /a/:splat/', '/a/b/c/')).toBeUndefined();
  });

  test('placeholders are filled in', () => {
    expect(find('/news/:year/:slug /blog/:slug/:year/', '/news/2024/hello/')).toBe('/blog/hello/2024/');
    expect(find('/news/:year /blog/', '/news/2024/hello/')).toBeUndefined();
  });

  test('a rule for 404 leads nowhere', () => {
    expect(find('/secret/* /404.html 404\n/secret/a/ /b/', '/secret/a/')).toBeUndefined();
  });
});
