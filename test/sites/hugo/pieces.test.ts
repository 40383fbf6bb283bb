import { describe, expect, test } from 'vitest';
import type { HugoSettings } from '../../../src/config/hugo-settings.ts';
import type { PageValues } from '../../../src/config/page-values.ts';
import type { Place, Placement, SiteFiles } from '../../../src/model/place.ts';
import { hugoDefaults } from '../../../src/sites/hugo/config/defaults.ts';
import { matchesPattern } from '../../../src/sites/hugo/path-pattern.ts';
import {
  cleanPath,
  isContentEnding,
  isUntouched,
  logicalPath,
  lowerCase,
  sanitizePath,
  sanitizeWords,
} from '../../../src/sites/hugo/paths.ts';
import { addressOfPath, filesBelow, kindOfList, parentAddress } from '../../../src/sites/hugo/places/addresses.ts';
import { addressOfAlias, aliasesOf } from '../../../src/sites/hugo/places/aliases.ts';
import { Cascades } from '../../../src/sites/hugo/places/cascade.ts';
import { mayBeMade } from '../../../src/sites/hugo/places/may-be-made.ts';

const settings = (more: Partial<HugoSettings> = {}): HugoSettings => ({ ...hugoDefaults.settings, ...more });

describe('paths', () => {
  test.each([
    ['/b/my page.md', '/b/my-page'],
    ['/B/My-Page', '/b/my-page'],
    ['/b/index.md', '/b'],
    ['/b/_index.html', '/b'],
    ['/b/myindex.md', '/b/myindex'],
    ['/b//', '/b'],
    ['/', '/'],
    ['/index.md', '/'],
    ['/b/p.txt', '/b/p.txt'],
    ['/b/p.v2.md', '/b/p.v2'],
    ['/ÜBER/İ.md', '/über/i'],
  ])('%s is looked up as %s', (path, logical) => {
    expect(logicalPath(path)).toBe(logical);
  });

  test.each([
    ['/a/../b', '/b'],
    ['/a/./b//c/', '/a/b/c'],
    ['a', '/a'],
    ['', '/'],
    ['/../a', '/a'],
  ])('%s is clean as %s', (path, clean) => {
    expect(cleanPath(path)).toBe(clean);
  });

  test.each([
    ['My page (2)', 'My-page-2', 'My-page-2'],
    ['A & B', 'A--B', 'A-B'],
    ['a  b', 'a--b', 'a-b'],
    [' a', '-a', 'a'],
    ['a -b', 'a--b', 'a-b'],
    ['a- b', 'a--b', 'a-b'],
    ['a b&', 'a-b', 'a-b'],
    ['100%', '100', '100'],
    ['a%20b', 'a%20b', 'a%20b'],
    ['ü_~@#+\\', 'ü_~@#+\\', 'ü_~@#+\\'],
    ['a\u3000b', 'a-b', 'a-b'],
  ])('%s is %s in a path, %s in words', (written, path, words) => {
    expect([sanitizePath(written), sanitizeWords(written)]).toEqual([path, words]);
  });

  test('lower case is letter by letter', () => {
    expect([lowerCase('ABC'), lowerCase('İΣÜX'), lowerCase('aBé')]).toEqual(['abc', 'iσüx', 'abé']);
    expect([isUntouched('/a-b_c.9/'), isUntouched('/A'), isUntouched('/a b')]).toEqual([true, false, false]);
    expect([isContentEnding('md'), isContentEnding('adoc'), isContentEnding('txt')]).toEqual([true, true, false]);
  });

  test.each([
    ['/a/b/', '/a/'],
    ['/a/', '/'],
    ['/', '/'],
    ['/a/b.html', '/a/'],
  ])('above %s is %s', (address, above) => {
    expect(parentAddress(address)).toBe(above);
  });

  test.each([
    ['/b/page/', '/b/page/'],
    ['/b/page.html', '/b/page/'],
    ['/b/page.txt', '/b/'],
  ])('the files of %s are below %s', (address, below) => {
    expect(filesBelow(address)).toBe(below);
  });

  test.each([
    ['/_index.md', 'home'],
    ['/a/_index.md', 'section'],
    ['/a/b/_index.md', 'section'],
    ['/tags/_index.md', 'taxonomy'],
    ['/tags/x/_index.md', 'term'],
  ])('%s is a %s', (path, kind) => {
    expect(kindOfList(path, settings())).toBe(kind);
  });

  test.each<[path: string, more: Partial<HugoSettings>, kind: 'list' | 'term' | 'page', address: string]>([
    ['/B/My page', {}, 'page', '/b/my-page/'],
    ['/', { uglyUrls: true }, 'page', '/'],
    ['/a/b', { uglyUrls: true }, 'page', '/a/b.html'],
    ['/a', { uglyUrls: true }, 'list', '/a/'],
    ['/a', { uglyUrls: true, version: '0.147.0' }, 'list', '/a.html'],
    ['/a', { uglyUrls: true }, 'term', '/a.html'],
    ['/a/b', { uglyUrls: ['a'] }, 'page', '/a/b.html'],
    ['/A/b', { uglyUrls: ['a'] }, 'page', '/a/b.html'],
    ['/c/b', { uglyUrls: ['a'] }, 'page', '/c/b/'],
    ['/a/b', { uglyUrls: ['a'], version: '0.135.0' }, 'page', '/a/b/'],
    ['/Ä', { removePathAccents: true }, 'page', '/a/'],
    ['/Ä', { disablePathToLower: true }, 'page', '/Ä/'],
  ])('%s with %j as a %s is at %s', (path, more, kind, address) => {
    expect(addressOfPath(path, settings(more), kind)).toBe(address);
  });
});

describe('aliases', () => {
  const place = { address: '/d/p/', language: '', folder: '/d' } as Place;
  const of = (alias: string, more: Partial<HugoSettings> = {}, at: Partial<Place> = {}) =>
    addressOfAlias(alias, { ...place, ...at }, { hugo: settings(more) });
  const two = [
    { name: 'en', prefix: '' },
    { name: 'de', prefix: '/de' },
  ];

  test.each<[string, Partial<HugoSettings>, Partial<Place>, string]>([
    ['/old', {}, {}, '/old/'],
    ['/old/', {}, {}, '/old/'],
    ['old', {}, {}, '/d/old/'],
    ['../old', {}, {}, '/old/'],
    ['./a//b', {}, {}, '/d/a/b/'],
    ['/old.html', {}, {}, '/old.html'],
    ['/old/index.html', {}, {}, '/old/'],
    ['/index.html', {}, {}, '/'],
    ['/', {}, {}, '/'],
    ['/old.htm', {}, {}, '/old.htm'],
    ['/old.htm', { version: '0.163.0' }, {}, '/old.htm/'],
    ['/old', { uglyUrls: true }, {}, '/old.html'],
    ['/old', { uglyUrls: ['d'] }, {}, '/old.html'],
    ['/old', { uglyUrls: ['e'] }, {}, '/old/'],
    ['/old', { languages: two }, { language: 'de' }, '/de/old/'],
    ['/old', { languages: two, version: '0.154.0' }, { language: 'de' }, '/old/'],
    ['/old', { languages: two }, {}, '/old/'],
    ['old', {}, { address: null }, '/old/'],
  ])('%s with %j on %j is %s', (alias, more, at, address) => {
    expect(of(alias, more, at)).toBe(address);
  });

  test('stand in other formats that are HTML as well', () => {
    const amp = { name: 'amp', file: 'index.html', path: 'amp' };
    const json = { name: 'json', file: 'index.json', path: 'j' };
    const site = settings({ formats: [amp, json], outputs: { ...hugoDefaults.settings.outputs, page: [amp, json] } });
    const values: PageValues = { aliases: ['/a', 'b'] };
    expect(aliasesOf(values, place, site)).toEqual(['/a', 'b', '/amp/a', '/amp/d/b']);
    expect(aliasesOf({ ...values, outputs: ['html'] }, place, site)).toEqual(['/a', 'b']);
    expect(aliasesOf(values, { ...place, kind: 'section' }, site)).toEqual(['/a', 'b']);
    expect([aliasesOf({}, place, site), aliasesOf(values, undefined, site)]).toEqual([[], ['/a', 'b']]);
  });
});

describe('what sections hand down', () => {
  const cascades = (
    ...rules: readonly (readonly [below: string, values: PageValues, target?: string, kind?: string, lang?: string])[]
  ) => {
    const all = new Cascades(settings());
    for (const [below, values, target, kind, lang] of rules)
      all.add(below, [
        {
          values,
          ...(target === undefined ? {} : { target }),
          ...(kind === undefined ? {} : { kind }),
          ...(lang === undefined ? {} : { lang }),
        },
      ]);
    return all;
  };
  const slug = (all: Cascades, below: string, values: Parameters<Cascades['apply']>[1] = {}, language = 'en') =>
    all.apply(below, values, language).slug;

  test('is that of the nearest section, unless the page says otherwise', () => {
    const all = cascades(['/', { slug: 'top' }], ['/a/_index.md', { slug: 'a' }], ['/a/b/_index.md', { slug: 'b' }]);
    expect(
      ['/p.md', '/a/p.md', '/a/b/p.md', '/a/b/c/d.md', '/ab/p.md', '/a/_index.md'].map((below) => slug(all, below)),
    ).toEqual(['top', 'a', 'b', 'b', 'top', 'a']);
    expect(slug(all, '/a/p.md', { slug: 'own' })).toBe('own');
    expect(slug(cascades(), '/a/p.md')).toBeUndefined();
    expect(slug(cascades(['/a/_index.md', { slug: '1' }], ['/a/_index.md', { slug: '2' }]), '/a/p.md')).toBe('2');
  });

  test('a page hands down to itself', () => {
    const own = { cascade: [{ values: { slug: 'self' } }] };
    expect([slug(cascades(), '/a/p.md', own), slug(cascades(), '/a/_index.md', own)]).toEqual(['self', undefined]);
  });

  test.each([
    ['/a/p', '/a/p.md', true],
    ['/A/P', '/a/p.md', true],
    ['/a/*', '/a/p.md', true],
    ['/a/*', '/a/b/p.md', false],
    ['/a/**', '/a/b/p.md', true],
    ['/a/**', '/a.md', false],
    ['/**/p', '/a/b/p.md', true],
    ['/a/{p,q}', '/a/q.md', true],
    ['/a/{p,q}', '/a/r.md', false],
    ['/a/p*', '/a/p.md', true],
    ['/a/p*x', '/a/pyx.md', true],
    ['/a/p*x', '/a/pxy.md', false],
    ['**', '/a/b.md', true],
    ['/a', '/a/b.md', false],
    ['', '/a.md', false],
  ])('to what %s names: %s %s', (target, below, is) => {
    expect(slug(cascades(['/', { slug: 'x' }, target]), below)).toBe(is ? 'x' : undefined);
  });

  test.each([
    ['page', undefined, '/a/p.md', true],
    ['page', undefined, '/a/_index.md', false],
    ['section', undefined, '/a/_index.md', true],
    ['home', undefined, '/_index.md', true],
    ['section', undefined, '/_index.md', false],
    [undefined, 'en', '/a/p.md', true],
    [undefined, 'de', '/a/p.md', false],
  ])('to kind %s and language %s: %s %s', (kind, lang, below, is) => {
    expect(slug(cascades(['/', { slug: 'x' }, undefined, kind, lang]), below)).toBe(is ? 'x' : undefined);
  });
});

test.each([
  ['/a/*', '/a/b', true],
  ['/a/*', '/a/b/c', false],
  ['/a/**', '/a/b/c', true],
  ['/a/**', '/a', false],
  ['/A/B', '/a/b', true],
  ['/a?', '/ab', true],
  ['/a?b', '/a/b', false],
  ['/a?', '/a', false],
  ['/[ab]', '/b', true],
  ['/[ab]', '/c', false],
  ['/[a]', '/a', true],
  ['/[a]', '/b', false],
  ['/[a-c]x', '/bx', true],
  ['/[a-c]x', '/dx', false],
  ['/[!ab]', '/c', true],
  ['/[!ab]', '/a', false],
  ['/[!a-c]', '/b', false],
  ['/a[!b]c', '/a/c', false],
  ['/[a-]', '/-', true],
  ['/*.md', '/a.md', true],
  ['/*.md', '/a.mdx', false],
  ['/**.md', '/a/b.md', true],
  ['/{a,b}', '/b', true],
  ['/{a,b}', '/c', false],
  ['/{a,b}/*', '/a/c', true],
  ['', '/a', false],
])('the pattern %s matches %s: %s', (pattern, path, is) => {
  expect(matchesPattern(pattern, path)).toBe(is);
});

describe('what templates or a theme may make', () => {
  const mountOf = (source: string) => [{ source, below: '', language: null, files: [] }];
  const [mounts, assetMounts] = [mountOf('content'), mountOf('assets')];
  const section = {
    kind: 'section',
    address: '/s/',
    unbuilt: null,
    logical: '/s',
    folder: '/s',
    files: '/s/',
  } as const;
  const placement: Placement = {
    places: new Map([['content/s/_index.md', section]]),
    automatic: new Set(['/']),
    automaticPaths: new Map(),
    made: new Set(),
    unknownPrefixes: [],
    unpublished: ['/made/'],
    adapters: [],
    published: () => null,
  };
  const files: SiteFiles = {
    content: ['content/docs/a.md'],
    includes: [],
    redirects: [],
    data: [],
    served: () => [],
    assets: new Set(['assets/f.css']),
  };
  const may = (more: Partial<HugoSettings>, address: string) => {
    const hugo = settings({ pager: null, usesFiles: false, missingTheme: null, mounts, assetMounts, ...more });
    return mayBeMade(placement, files, { hugo })(address);
  };

  test.each<[Partial<HugoSettings>, string, boolean]>([
    [{ pager: 'page' }, '/s/page/2/', true],
    [{ pager: 'page' }, '/s/page/2', true],
    [{ pager: 'page' }, '/s/page/2/index.html', true],
    [{ pager: 'page' }, '/s/page/2.html', true],
    [{ pager: 'page' }, '/page/3/', true],
    [{ pager: 'page' }, '/s/seite/2/', false],
    [{ pager: 'page' }, '/t/page/2/', false],
    [{ pager: 'page' }, '/s/page/x/', false],
    [{ pager: 'page' }, '/s/page/1234567/', false],
    [{}, '/s/page/2/', false],
    [{ usesFiles: true }, '/f.css', true],
    [{ usesFiles: true }, '/made/x', true],
    [{ usesFiles: true }, '/other', false],
    [{ pager: 'page' }, '/f.css', false],
    [{ pager: 'page', missingTheme: 't' }, '/x.css', true],
    [{ pager: 'page', missingTheme: 't' }, '/css/x.css', true],
    [{ pager: 'page', missingTheme: 't' }, '/docs/x.css', false],
    [{ pager: 'page', missingTheme: 't' }, '/docs.css', true],
    [{ pager: 'page', missingTheme: 't' }, '/css/x.html', false],
    [{ pager: 'page', missingTheme: 't' }, '/css/x.md', false],
    [{ pager: 'page', missingTheme: 't' }, '/css/x', false],
    [
      {
        pager: 'page',
        missingTheme: 't',
        languages: [
          { name: 'en', prefix: '' },
          { name: 'de', prefix: '/de' },
        ],
      },
      '/de/docs/x.css',
      false,
    ],
    [
      {
        pager: 'page',
        missingTheme: 't',
        languages: [
          { name: 'en', prefix: '' },
          { name: 'de', prefix: '/de' },
        ],
      },
      '/de/css/x.css',
      true,
    ],
    [{ unreadable: [{ place: 'hugo.toml', hides: 'all' }] }, '/any', true],
    [{ unreadable: [{ place: 'hugo.toml', hides: 'markup' }] }, '/any', false],
  ])('with %j at %s: %s', (more, address, is) => {
    expect(may(more, address)).toBe(is);
  });
});
