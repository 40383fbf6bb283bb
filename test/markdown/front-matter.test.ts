import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFrontMatter } from '../../src/markdown/data/front-matter.ts';
import { readAnyYaml } from '../../src/markdown/data/front-matter-yaml.ts';
import { readPlainYaml } from '../../src/markdown/fast/plain-front-matter.ts';

function read(text: string) {
  const { frontMatter, problems, bodyStart } = readFrontMatter(text);
  const keys = Object.entries(frontMatter?.keys ?? {}).map(
    ([name, { key, value }]) => `${name}: ${text.slice(...key)}|${text.slice(...value)}`,
  );
  return { values: frontMatter?.values, keys, problems: problems.map(({ kind }) => kind), body: text.slice(bodyStart) };
}

describe('YAML', () => {
  it('gives values with the places of keys and values', () => {
    expect(read('---\ntitle: "Code review"\naliases: [/old/, /older/]\ndraft: true\n---\nBody')).toEqual({
      values: { title: 'Code review', aliases: ['/old/', '/older/'], draft: true },
      keys: ['title: title|"Code review"', 'aliases: aliases|[/old/, /older/]', 'draft: draft|true'],
      problems: [],
      body: 'Body',
    });
  });

  it('follows 20,000 aliases, and leaves out what leads nowhere or to itself', () => {
    const repeated = Array.from({ length: 20_000 }, (_, at) => `k${at}: *a\n`).join('');
    const { values, problems } = read(`---\na: &a Words\n${repeated}gone: *b\nself: &s [*s]\nlate: {x: *l}\n---\n`);
    expect(Object.keys(values ?? {})).toHaveLength(20_001);
    expect(values).toMatchObject({ a: 'Words', k0: 'Words', k19999: 'Words' });
    expect(problems).toEqual(['front-matter-broken', 'front-matter-broken']);
  });

  it('counts a carriage return to the end of the line', () => {
    const page = read('---\r\ntitle: Fine words\r\naliases:\r\n  - /x/\r\n---\r\nBody');
    expect(page.values).toEqual({ title: 'Fine words', aliases: ['/x/'] });
    expect(page.keys[0]).toBe('title: title|Fine words');
  });

  it('counts neither blanks nor notes to a key or a value', () => {
    expect(read('---\na : x # note\nb: "y" # note\n{c : 1, d : }\n---\n').problems).toEqual(['front-matter-broken']);
    expect(read('---\na : x # note\nb: "y" # note\n---\n').keys).toEqual(['a: a|x', 'b: b|"y"']);
  });

  it('stands alone where only YAML is known', () => {
    const bodyOf = (text: string) => text.slice(readFrontMatter(text, true).bodyStart);
    expect(bodyOf('---\na: 1\n---\nBody')).toBe('Body');
    expect(bodyOf('+++\na = 1\n+++\nBody')).toBe('+++\na = 1\n+++\nBody');
    expect(bodyOf('{"a": 1}\nBody')).toBe('{"a": 1}\nBody');
  });

  it.each(['---\na: 1\n---', '+++\na = 1\n+++', '{"a": 1}'])('ends with its closing line: %j', (text) => {
    expect(readFrontMatter(`${text}\nBody`).frontMatter?.range).toEqual([0, text.length]);
  });

  it('keeps all keys after quoted values that go on at the margin', () => {
    const page = read("---\ntitle: \"A panel\nof people: three\n\"\nother: 'it''s\nfine'\nlast: x\n---\n");
    expect(page.problems).toEqual([]);
    expect(page.values).toEqual({ title: 'A panel of people: three ', other: "it's fine", last: 'x' });
    expect(page.keys).toContain('last: last|x');
  });

  it('reports what is broken and keeps what is readable', () => {
    const page = read('---\ntitle: Fine\nbad: a: b\n---\nBody');
    expect(page.problems).toEqual(['front-matter-broken']);
    expect(page.values?.title).toBe('Fine');
    expect(page.body).toBe('Body');
    expect(read('---\njust words\n---\n').problems).toEqual(['front-matter-broken']);
  });

  it('gives a key without a value a place behind it', () => {
    const { frontMatter } = readFrontMatter('---\n{a, b: 1}\n---\n');
    expect(frontMatter?.keys).toEqual({ a: { key: [5, 6], value: [7, 7] }, b: { key: [8, 9], value: [11, 12] } });
    expect(readFrontMatter('---\ntitle:\n---\n').frontMatter?.keys).toEqual({
      title: { key: [4, 9], value: [10, 10] },
    });
  });

  it.each([
    ['a: 1\na: 2\n', ['a']],
    ['"a": 1\na: 2\n', ['a']],
    ['a: {b: 1, b: 2}\n', ['b']],
    ['a:\n  - {b: 1, b: 2}\n', ['b']],
    ['a: 1\nb: {a: 2}\n', []],
    ['a: {a: 1}\n', []],
  ])('reports the keys that stand in one map twice: %j', (source, keys) => {
    const { problems } = readFrontMatter(`---\n${source}---\n`);
    expect(problems.map(({ kind, detail }) => `${kind} ${detail}`)).toEqual(
      keys.map((key) => `front-matter-repeated ${key}`),
    );
  });

  it('survives a bomb of aliases', () => {
    const lines = ['a: &a [x, x, x, x, x, x, x, x, x]'];
    for (let level = 0; level < 8; level += 1) {
      const [from, to] = ['abcdefghi'[level], 'abcdefghi'[level + 1]];
      lines.push(`${to}: &${to} [${Array(9).fill(`*${from}`).join(', ')}]`);
    }
    const page = read(`---\n${lines.join('\n')}\ntitle: T\n---\n`);
    expect(page.values?.title).toBe('T');
    expect(Object.keys(page.values ?? {})).toEqual(['a', 'b', 'c', 'd', 'e', 'title']);
    const again = read(`---\n${lines.slice(0, 5).join('\n')}\ns: *e\nt: *e\nu: *d\n---\n`);
    expect(Object.keys(again.values ?? {})).toEqual(['a', 'b', 'c', 'd', 'e', 's', 'u']);
  });

  it('reads values over several plain lines exactly as the library does', () => {
    const indent = fc.constantFrom('', '', '  ', '  ', '    ', '   ');
    const rest = fc.constantFrom(
      ...['a:', 'a: ', 'b: x', 'a: "y"', 'b: >-', 'a: >', 'b: |', 'a: |-', 'b: >+', 'a: 1', 'b: []'],
      ...['- x', '- "y z"', "-  'x'", '- /x:y ', '- true', '- 1', '- null', '- a: b', '-', '-x', '- - x', '- >-'],
      ...['words here', 'words ', '# words', '', '\tx', 'a:b', 'é', '--', '"x"', 'a: x # y', '\r', '?', '- x\r'],
    );
    let plainly = 0;
    fc.assert(
      fc.property(fc.array(fc.tuple(indent, rest), { maxLength: 6 }), fc.boolean(), (lines, ends) => {
        const source = `a:\n${lines.map((line) => line.join('')).join('\n')}${ends ? '\n' : ''}`;
        const plain = readPlainYaml(source, 4);
        if (plain) expect(plain).toEqual(readAnyYaml(source, 4));
        if (plain) plainly += 1;
      }),
      { numRuns: 5000 },
    );
    expect(plainly).toBeGreaterThan(100);
  });

  it.each([
    ['a:\n  - /x\n  - "y z"\nb: c:d\n', { a: ['/x', 'y z'], b: 'c:d' }],
    ['a: >-\n  one two\n  three: four\nb: |\n  one\n  two\n', { a: 'one two three: four', b: 'one\ntwo\n' }],
    ['a:\n  b: x\n  c:\n    - y\nd: -1\n', { a: { b: 'x', c: ['y'] }, d: -1 }],
    ['a:\nb:\n  d: false\ne: true\n', { a: null, b: { d: false }, e: true }],
    ['# x\n\na: x\n\n# y\nb: "c"\n', { a: 'x', b: 'c' }],
  ])('needs no library for %j', (source, values) => {
    expect(readPlainYaml(source, 0)?.values).toEqual(values);
  });

  it('reads plain lines exactly as the library does', () => {
    const key = fc.constantFrom('title', 'Title', 'no_toc', 'weight-2', 'yes', 'a');
    const value = fc.oneof(
      fc.constantFrom(
        '',
        '""',
        "''",
        '"a: b # c"',
        "'x y'",
        'true',
        'false',
        'null',
        '~',
        '0',
        '-10',
        '12',
        '007',
        '1e3',
        '.5',
        '0x1f',
      ),
      fc.constantFrom(
        '2024-01-31',
        '2024-01-31T10:00:00Z',
        '12:30',
        'Some words, (and) more',
        'a: b',
        'a #b',
        'a#b',
        'http://x/y',
        '/a/b',
      ),
      fc.constantFrom(
        '[ "@a", "@b" ]',
        '[]',
        '["a: b","c # d" , ""]',
        '["a"] x',
        '["a",]',
        '/a: b',
        '["a"]',
        '[a, b]',
        '&x y',
        '*x',
        '!t y',
        '| x',
        '> x',
        '@x',
        '%x',
        '- x',
        '? x',
        'é 日本',
        'a "b"',
        'A:b c',
        'a:',
      ),
      fc.string({ maxLength: 8 }),
    );
    const line = fc.oneof(
      {
        weight: 8,
        arbitrary: fc
          .tuple(key, fc.constantFrom(':', ': ', ':  '), value, fc.constantFrom('', ' ', ' # c'))
          .map((parts) => parts.join('')),
      },
      {
        weight: 8,
        arbitrary: fc.constantFrom(
          '',
          '# comment: "x"',
          '#',
          ' # c',
          '  - item',
          '- item',
          '  nested: x',
          '   ',
          '  - "q"',
          '...',
          "- 'q'  ",
          '  - /x:y',
          '    - true',
          '- a: b',
          '  - null',
          '  a:',
          '  a: >-',
          '    deep: words here',
          '  more words: # and more',
          '    ',
          '  \ttab',
          'a: >-',
          'b:  |',
          'title: >',
          'a:',
          'b: ',
        ),
      },
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 6 }), (lines) => {
        const source = lines.map((each) => `${each}\n`).join('');
        const plain = readPlainYaml(source, 4);
        if (plain) expect(plain).toEqual(readAnyYaml(source, 4));
      }),
      { numRuns: 3000 },
    );
  });
});

it('reads TOML', () => {
  const page = read(
    '+++\ntitle = "T # x"\n\'quoted\' = 3\naliases = ["/a/"]\nday = 2024-01-31\n[build]\nrender = "never"\n+++\nBody',
  );
  expect(page.values).toEqual({
    title: 'T # x',
    quoted: 3,
    aliases: ['/a/'],
    day: '2024-01-31',
    build: { render: 'never' },
  });
  expect(page.keys).toContain('title: title|"T # x"');
  expect(page.body).toBe('Body');
  expect(read('+++\ntitle = \n+++\n').problems).toEqual(['front-matter-broken']);
});

it.each(['---title: Crew\nslug: a\n---\nBody', '--- # note\ntitle: Crew\nslug: a\n---\nBody'])(
  'reads YAML that begins beside its fence, as Hugo 0.131 and 0.169 do: %j',
  (text) => {
    expect(read(text)).toMatchObject({ values: { title: 'Crew', slug: 'a' }, problems: [], body: 'Body' });
    expect(readFrontMatter(text, true).frontMatter).toBeNull();
  },
);

it.each(['--- Draft ---\n\ntext\n\n---\nBody', '--- a: b: c\n---\n', '-----\na: b\n---\n', '--- a: b\n'])(
  'takes words beside a line for words: %j',
  (text) => {
    expect(read(text)).toEqual({ values: undefined, keys: [], problems: [], body: text });
  },
);

it('reads TOML that begins beside its fence, as Hugo 0.131 and 0.169 do', () => {
  expect(read('+++ title = "Crew"\naliases = ["/a/"]\n+++\nBody')).toEqual({
    values: { title: 'Crew', aliases: ['/a/'] },
    keys: ['title: title|"Crew"', 'aliases: aliases|["/a/"]'],
    problems: [],
    body: 'Body',
  });
  const none = { values: undefined, keys: [], problems: [] };
  for (const text of ['+++ title = "Crew"\n', '++++\ntitle = "Crew"\n+++\n', '--- a\n---\n'])
    expect(read(text)).toEqual({ ...none, body: text });
});

it('says where in the text the trouble is', () => {
  const where = (text: string) => readFrontMatter(text).problems.map(({ range }) => text.slice(...range));
  expect(where('\n---\ntitle: x')).toEqual(['---']);
  expect(where('+++\ntitle = "x"')).toEqual(['+++']);
  expect(where(' { "a": 1')).toEqual(['{']);
  expect(where('---\nbad: a: b\nx: y\n---\n')).toEqual(['a']);
  expect(where('---\nx: y\n\tb: c\n---\n')).toEqual(['\t']);
  expect(where('---\nwords of all\n---\n')).toEqual(['words of all\n']);
  expect(where('---\nx: 1\nyz: {ab: 1, ab: 2}\nx: 3\n---\n')).toEqual(['ab', 'x']);
  expect(where('---\na: 1\nname: *gone\n---\n')).toEqual(['*gone']);
  expect(where('{ "a" }x')).toEqual(['{ "a" }']);
  expect(where('+++\na = \n+++\nx')).toEqual(['a = \n']);
});

it('says what the trouble is in one line', () => {
  const what = (text: string) => readFrontMatter(text).problems.map(({ detail }) => detail);
  expect(what('+++\na = \n+++\n')).toEqual(['Invalid TOML document: invalid value']);
  expect(what('---\n"\n---\n')).toEqual(['Missing closing "quote']);
});

it('reads numbers that JavaScript has not', () => {
  const page = read('+++\na = 9223372036854775807\nb = 2\n+++\n');
  expect(page.values).toEqual({ a: '9223372036854775807', b: 2 });
  expect(page.problems).toEqual([]);
});

it('finds the keys of JSON on the first level only', () => {
  const page = read('{"a": {"b": 1, "c": [2]}, "d" : 3.5 , "e":null}\n');
  expect(page.keys).toEqual(['a: a|{"b": 1, "c": [2]}', 'd: d|3.5', 'e: e|null']);
});

it('finds the keys of TOML before its first table', () => {
  const page = read("+++\n'a b' = 1 \n\"c\" = 'x'\n  d=[1,\n2]\n\n[params]\ne = 1\n+++\n");
  expect(page.values).toEqual({ 'a b': 1, c: 'x', d: [1, 2], params: { e: 1 } });
  expect(page.keys).toEqual(['a b: a b|1', "c: c|'x'", 'd: d|[1,']);
});

it('reads JSON', () => {
  const page = read('{ "title": "T } {", "aliases": ["/a/", "/b/"], "draft": false }\nBody');
  expect(page.values).toEqual({ title: 'T } {', aliases: ['/a/', '/b/'], draft: false });
  expect(page.keys).toEqual(['title: title|"T } {"', 'aliases: aliases|["/a/", "/b/"]', 'draft: draft|false']);
  expect(page.body).toBe('\nBody');
});

it.each([
  ['# No front matter', '# No front matter', []],
  ['---- \nA rule', '---- \nA rule', []],
  ['---\ntitle: x', '---\ntitle: x', ['front-matter-unclosed']],
  ['---\r\ntitle: x\r\n---\r\nBody', 'Body', []],
  ['\n\n---\ntitle: x\n---\nBody', 'Body', []],
  ['---\n---\nBody', 'Body', []],
  ['---\ntitle: x\n---Body', 'Body', []],
  ['---\ntitle: x\n--- \t\n\nBody', '\nBody', []],
  ['---\ntitle: x\n---', '', []],
  ['---\rtitle: x\r---\rBody', 'Body', []],
  ['+++\na = 1\n+++ Body', ' Body', []],
  ['\uFEFF---\ntitle: x\n---\nBody', 'Body', []],
  ['{ "a": "\\"}" }Body', 'Body', []],
  ['{ "a" }Body', 'Body', ['front-matter-broken']],
  ['{ "a": "b', '{ "a": "b', ['front-matter-unclosed']],
  ['{{< note >}}', '{{< note >}}', []],
  ['{ "a": ', '{ "a": ', ['front-matter-unclosed']],
  ['', '', []],
])('splits %j', (text, body, problems) => {
  const page = read(text);
  expect(page.body).toBe(body);
  expect(page.problems).toEqual(problems);
});

it('a key that all objects have is no value of a page', () => {
  const { values } = readAnyYaml('__proto__: {a: 1}\nb: 2\nconstructor: c\n', 0);
  expect([Object.keys(values), values.a, Object.getPrototypeOf(values)]).toEqual([
    ['b', 'constructor'],
    undefined,
    Object.prototype,
  ]);
});

it.each([
  ['a: 010', 8],
  ['a: -07_0', -56],
  ['a: 1_000', 1000],
  ['a: +1_0_0', 100],
  ['a: "010"', '010'],
  ['a: 08', 8],
  ['a: 1e3', '1e3'],
  ['a: -1E3', '-1E3'],
  ['a: 1.5e3', 1500],
  ['a: [010, 1_000]', [8, 1000]],
  ['a: 2024-01-02', '2024-01-02'],
  ['a: .inf', null],
  ['a: [.nan, 1]', [null, 1]],
])('%j is read as newer Hugos read it', (source, value) => {
  expect(readAnyYaml(source, 0).values.a).toEqual(value);
});

it.each([
  ['a: "b\nc"\nd: e', { a: 'b c', d: 'e' }],
  ["a: 'b''s\nc'\nd: e", { a: "b's c", d: 'e' }],
  ['a: "b\\"\nc"\nd: e', { a: 'b" c', d: 'e' }],
  ['a: "b\n  c"\nd: "x\ny"', { a: 'b c', d: 'x y' }],
  ['<<: [{a: 1, b: 2}, {a: 3, c: 4}]\nb: 5', { a: 1, b: 5, c: 4 }],
  ['<<: {a: 1}\nb: 2', { a: 1, b: 2 }],
  ['<<: null\nb: 2', { b: 2 }],
  ['<<: words\nb: 2', { b: 2 }],
  ['a: ""\nb: "x\ny"', { a: '', b: 'x y' }],
  ['a: "b\\""\nc: "x\ny"', { a: 'b"', c: 'x y' }],
  ["a: 'b'''\nc: 'x\ny'", { a: "b'", c: 'x y' }],
  ['<<: [1, {a: 2}]\nb: 3', { a: 2, b: 3 }],
])('%j has these values', (source, values) => {
  const { '<<': _, ...found } = readAnyYaml(source, 0).values;
  expect(found).toEqual(values);
});

// Hugo 0.131, 0.167 and 0.169 build no such site.
it.each(['name: *gone', 'names: [1, *gone]', '<<: *gone', 'name: *later\nlater: &later x'])(
  'an alias without an anchor before it: %s',
  (yaml) => {
    const page = read(`---\ntitle: A\n${yaml}\n---\n`);
    expect(page.problems).toEqual(['front-matter-broken']);
    expect(page.values?.title).toBe('A');
  },
);

// Hugo 0.131, 0.167 and 0.169, and Ruby's YAML, read these; PyYAML does not, and MkDocs goes on without.
it.each([
  ['names: [\n\t"x",\n\t"y",\n]\nb: 1', { names: ['x', 'y'], b: 1 }],
  ['names: [ "x",\n \t"y" ]\nb: 1', { names: ['x', 'y'], b: 1 }],
  ['a:\n  names: {\n\t\tb: 1,\n\t\tc: [\n\t2]\n}', { a: { names: { b: 1, c: [2] } } }],
  ['a:\n  names: [\n"x",\n  "y"\n]\nb: 1', { a: { names: ['x', 'y'] }, b: 1 }],
  ['names: [ # all\n  "x", # one\n  "y"]\nb: 1', { names: ['x', 'y'], b: 1 }],
  ["names: [\n\tdon't,\n\tit's]\nb: what's up]", { names: ["don't", "it's"], b: "what's up]" }],
  ['names: [\n\t"]",\n\t\'a  b\'\n]', { names: [']', 'a  b'] }],
  ["names: [\n\tdon't,\n\tx]\nb: 1", { names: ["don't", 'x'], b: 1 }],
  ['names: [ # all\n  "x"\n]', { names: ['x'] }],
  ['a: [ # all\n  x ]\nb: [\n\ty ]', { a: ['x'], b: ['y'] }],
  ['names: [\n\t"",\n\t"x" ]\nb: ["y"]', { names: ['', 'x'], b: ['y'] }],
])('values in brackets at any column: %j', (yaml, values) => {
  const page = read(`---\n${yaml}\n---\n`);
  expect(page.values).toEqual(values);
  expect(page.problems).toEqual([]);
});

// Hugo stops at these.
it.each(['a:\n\t- x', 'a: x\n\t y\nb: 1', 'names: [\n\tx\nb: 1', 'names: [\n\t"x ]\nb: 1', 'a: "b\nc'])(
  'tabs that stop Hugo: %j',
  (yaml) => {
    expect(read(`---\n${yaml}\n---\n`).problems).toContain('front-matter-broken');
  },
);
