import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { rules } from '../../rules/index.ts';
import { memoryTree } from '../../src/files/file-tree.ts';
import { CacheFolder } from '../../src/incremental/cache/cache-folder.ts';
import { partsOf } from '../../src/incremental/cache/open-file.ts';
import { openHandbook, saveCache } from '../../src/incremental/open.ts';
import type { CachedResults } from '../../src/incremental/results/cached-results.ts';
import { onlyChanged } from '../../src/incremental/results/judge-changed.ts';
import { ResultCache } from '../../src/incremental/results/result-cache.ts';
import { writeResults } from '../../src/incremental/results/result-file.ts';
import { readResults } from '../../src/incremental/results/stored-results.ts';
import { suggestAnchor } from '../../src/links/suggest-anchor.ts';
import { defineRule } from '../../src/lint/define-rule.ts';
import type { Finding } from '../../src/lint/finding.ts';
import { findingsOf } from '../../src/lint/results/page-result.ts';
import { resultOf, shownOf } from '../../src/lint/results/result.ts';
import { lint } from '../../src/lint/run.ts';
import type { WorkPlanner } from '../../src/lint/work.ts';
import type { Handbook, Page } from '../../src/model/handbook.ts';
import { query } from '../../src/model/query.ts';
import { fixtures } from '../support/fixtures.ts';
import { runs } from '../support/runs.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

type Files = Readonly<Record<string, string>>;

const example = `${fixtures}example-handbook/`;
const original: Files = Object.fromEntries(
  readdirSync(example, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .map((path) => [path.slice(example.length), readFileSync(path, 'utf8')]),
);
const open = (files: Files) => openHandbook({ root: '/handbook', tree: memoryTree(files) });
const newCache = (folder = temporaryFolder()) => new ResultCache(new CacheFolder(folder), 'this code');

/** One change to some files; the numbers choose where. */
type Edit = (files: Files, at: number, other: number) => Files;

const pick = <T>(from: readonly T[], at: number): T | undefined => from[at % Math.max(1, from.length)];
const markdown = (files: Files) => Object.keys(files).filter((path) => path.endsWith('.md'));
const inLines =
  (choose: (line: string) => boolean, change: (line: string, other: string) => string): Edit =>
  (files, at, other) => {
    const fitting = markdown(files).filter((path) => files[path]!.split('\n').some(choose));
    const path = pick(fitting, at);
    if (path === undefined) return files;
    const lines = files[path]!.split('\n');
    const places = lines.flatMap((line, index) => (choose(line) ? [index] : []));
    const place = pick(places, other)!;
    const all = markdown(files).flatMap((each) => files[each]!.split('\n').filter(choose));
    return { ...files, [path]: lines.with(place, change(lines[place]!, pick(all, at * 31 + other)!)).join('\n') };
  };
const isProse = (line: string) => /^[A-Z][\w ,']+/.test(line);
const isHeading = (line: string) => /^#+ /.test(line);
const isItem = (line: string) => /^\s*[-*\d]/.test(line);
const isLink = (line: string) => line.includes('](');
const isCall = (line: string) => line.includes('{{');
const isKey = (line: string) => /^\w+: /.test(line);

const edits: Readonly<Record<string, Edit>> = {
  'a sentence longer': inLines(isProse, (line) => `${line} And so it is.`),
  'a line above': inLines(isProse, (line) => `A line.\n\n${line}`),
  'a sentence from elsewhere': inLines(isProse, (_, other) => other),
  'a heading other words': inLines(isHeading, (line) => `${line} again`),
  'a heading gone': inLines(isHeading, () => ''),
  'a heading from elsewhere': inLines(isHeading, (_, other) => other),
  'an item from elsewhere': inLines(isItem, (_, other) => other),
  'an item gone': inLines(isItem, () => ''),
  'an item other words': inLines(isItem, (line) => `${line} today`),
  'a link from elsewhere': inLines(isLink, (_, other) => other),
  'a link to another address': inLines(isLink, (line) => line.replace('](/', '](/x/')),
  'a link to another place': inLines(isLink, (line) => line.replace(/\]\(([^)#]*)[^)]*\)/, ']($1#overview)')),
  'a call from elsewhere': inLines(isCall, (_, other) => other),
  'a call gone': inLines(isCall, () => ''),
  'a key of the front matter': inLines(isKey, (line) => `${line} two`),
  'a key gone': inLines(isKey, () => ''),
  'a draft': inLines(isKey, (line) => `${line}\ndraft: true`),
  'an alias': inLines(isKey, (line) => `${line}\naliases: [/handbook/old/]`),
  'a comment': inLines(isProse, (line) => `<!--lint disable handbook-link-page-->\n\n${line}`),
  'a file gone': (files, at) =>
    Object.fromEntries(Object.entries(files).filter(([path]) => path !== pick(Object.keys(files), at))),
  'a file renamed': (files, at) =>
    Object.fromEntries(
      Object.entries(files).map(([path, text]) =>
        path === pick(markdown(files), at) ? [path.replace(/(\w+)\.md$/, '$1-two.md'), text] : [path, text],
      ),
    ),
  'a file copied': (files, at) => {
    const path = pick(markdown(files), at);
    return path === undefined ? files : { ...files, [path.replace(/(\w+)\.md$/, 'a-$1.md')]: files[path]! };
  },
  'a redirect': (files, at, other) => {
    const path = Object.keys(files).find((each) => /redirects$/.test(each));
    if (path === undefined) return files;
    const lines = files[path]!.split('\n');
    const line = at % 2 === 0 ? '' : `/handbook/old-${other}/ /handbook/values/ 301`;
    return { ...files, [path]: lines.with(other % lines.length, line).join('\n') };
  },
  'the configuration': (files, at) => ({
    ...files,
    'handbook.yaml': `${files['handbook.yaml'] ?? ''}`.replace(/^unknown:.*$/m, `unknown: [/x${at % 3}/]`),
  }),
};

/** The files, and the folders in which one came or went, whose times would tell. */
function changedBetween(before: Files, now: Files): ReadonlySet<string> {
  const changed = [...new Set([...Object.keys(before), ...Object.keys(now)])].filter(
    (path) => before[path] !== now[path],
  );
  const folders = changed.filter((path) => before[path] === undefined || now[path] === undefined).map(dirname);
  return new Set([...changed, ...folders]);
}

describe('what earlier runs have found', () => {
  test('is what a run that judges everything finds, whatever was edited meanwhile', async () => {
    const names = Object.keys(edits);
    const step = fc.record({
      edit: fc.constantFrom(...names),
      at: fc.nat(10_000),
      other: fc.nat(10_000),
      scope: fc.option(fc.nat(10_000), { freq: 4, nil: null }),
      /** Whether the run is told which files have changed. */
      isTold: fc.boolean(),
    });
    let judged = 0;
    let pages = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
        let files = original;
        const folder = temporaryFolder();
        const openKept = async () => openHandbook({ root: '/handbook', tree: memoryTree(files), cache: folder });
        const first = await openKept();
        lint(first, { rules, plan: onlyChanged(newCache(folder)) });
        saveCache(first);
        let kept = files;
        for (const { edit, at, other, scope, isTold } of steps) {
          files = edits[edit]!(files, at, other);
          const path = scope === null ? undefined : pick(markdown(files), scope);
          const options = { rules, ...(path === undefined ? {} : { paths: [path] }) };
          const cache = newCache(folder);
          const changed = isTold ? changedBetween(kept, files) : null;
          const handbook = await openKept();
          const known = lint(handbook, { ...options, plan: onlyChanged(cache, null, changed) });
          saveCache(handbook);
          if (cache.recall() !== cache.recallStored()) kept = files;
          const anew = lint(await open(files), options);
          const { milliseconds: _, ...summary } = known.summary;
          expect({ findings: known.findings, summary }).toEqual({
            findings: JSON.parse(JSON.stringify(anew.findings)),
            summary: { ...anew.summary, milliseconds: undefined },
          });
          judged += cache.judged;
          pages += anew.summary.pages;
        }
      }),
      {
        // The first history leaves most results as they were, which the others may not.
        examples: [[[{ edit: 'a sentence longer', at: 0, other: 0, scope: null, isTold: false }]]],
        numRuns: Number(process.env.RUNS ?? runs(3, 25)),
        ...(process.env.SEED ? { seed: Number(process.env.SEED) } : {}),
      },
    );
    // Otherwise nothing was put to the test.
    expect(judged).toBeLessThan(pages);
  }, 600_000);

  test('does not hide what an edit of one page does to another', async () => {
    const cache = newCache();
    const before = lint(await open(original), { rules, plan: onlyChanged(cache) }).findings;
    const known = cache.recall()!;
    let reached = 0;
    for (const path of markdown(original).filter((each) => /careers/.test(each))) {
      cache.keep(known);
      const files = { ...original, [path]: original[path]!.replace(/^(\s*[-*] .*)$/m, '$1 every single day') };
      const { findings } = lint(await open(files), { rules, plan: onlyChanged(cache) });
      expect(findings).toEqual(lint(await open(files), { rules }).findings);
      if (findings.filter((each) => each.path !== path).length !== before.filter((each) => each.path !== path).length)
        reached++;
    }
    expect(reached).toBeGreaterThan(0);

    const pages = { 'content/a.md': '[one](/b/#one)\n', 'content/b.md': '# B\n\n## One\n' };
    const small = newCache();
    expect(lint(await open(pages), { rules, plan: onlyChanged(small) }).findings).toEqual([]);
    const renamed = await open({ ...pages, 'content/b.md': '# B\n\n## Two\n' });
    expect(lint(renamed, { rules, plan: onlyChanged(small) }).findings.map(({ rule }) => rule)).toEqual([
      'handbook-link-anchor',
    ]);
  }, 600_000);

  test('holds no longer when the page that was read first of a framework changes', async () => {
    const page = (how: string) =>
      `---\ntitle: Senior\n---\n\n## Skills\n\n- Takes part ${how} working groups when they are needed\n- Writes down what was decided\n- Answers within a day\n`;
    const at = (department: string) => `content/careers/${department}/senior.md`;
    const files: Files = {
      'handbook.yaml':
        'site: hugo\nframeworks:\n  - name: careers\n    pages: content/careers/{department}/{level}.md\n',
      'content/_index.md': '# Home\n',
      [at('a')]: page('in'),
      [at('b')]: page('in'),
      [at('c')]: page('on'),
    };
    const cache = newCache();
    const elsewhere = async (now: Files, options: { plan?: WorkPlanner }) =>
      lint(await open(now), { rules, ...options }).findings.filter(({ path }) => path !== at('a'));
    const before = await elsewhere(files, { plan: onlyChanged(cache) });
    const edited = { ...files, [at('a')]: page('on') };
    const after = await elsewhere(edited, {});
    expect(after).not.toEqual(before);
    expect(await elsewhere(edited, { plan: onlyChanged(cache) })).toEqual(after);
  });

  test('spares all pages when nothing changed, and all but one when a sentence did', async () => {
    const folder = temporaryFolder();
    const first = newCache(folder);
    const all = lint(await open(original), { rules, plan: onlyChanged(first) }).summary.pages;
    expect(first.judged).toBe(all);
    const second = newCache(folder);
    lint(await open(original), { rules, plan: onlyChanged(second) });
    expect(second.judged).toBe(0);
    const path = Object.keys(original).find((each) => each.endsWith('values/_index.md'))!;
    const third = newCache(folder);
    lint(await open({ ...original, [path]: `${original[path]}\nOne more sentence.\n` }), {
      rules,
      plan: onlyChanged(third),
    });
    expect(third.judged).toBe(1);
  });

  test('spares the pages that have not seen a heading or an include that changed', async () => {
    const files: Files = {
      'handbook.yaml': 'site: hugo\n',
      'content/_index.md': '# Home\n',
      'content/a.md': '[one](/b/#one)\n',
      'content/b.md': '---\ntitle: B\n---\n\n## One\n\n{{% include "includes/shared.md" %}}\n',
      'content/c.md': '---\ntitle: C\n---\n\n[b](/b/)\n',
      'content/d.md': '[rules](/b/#rules)\n\n[role](/b/#roel)\n',
      'assets/includes/shared.md': '## Rules\n\n## Role\n',
    };
    const judgedAfter = async (path: string, from: string, to: string) => {
      const cache = newCache();
      lint(await open(files), { rules, plan: onlyChanged(cache) });
      const edited = { ...files, [path]: files[path]!.replace(from, to) };
      expect(edited).not.toEqual(files);
      const known = lint(await open(edited), { rules, plan: onlyChanged(cache) });
      expect(known.findings).toEqual(lint(await open(edited), { rules }).findings);
      return cache.judged;
    };
    // Itself, and the two that link to a heading of it.
    expect(await judgedAfter('content/b.md', '## One', '## Two')).toBe(3);
    expect(await judgedAfter('assets/includes/shared.md', 'Role', 'Roles')).toBe(3);
    expect(await judgedAfter('content/c.md', '[b]', '## New\n\n[b]')).toBe(1);
    // Where pages are, and what they are called, is everybody's concern.
    expect(await judgedAfter('content/b.md', 'title: B', 'title: C')).toBe(6);
    expect(await judgedAfter('content/b.md', 'title: B', 'slug: c')).toBe(6);
  });

  const titles = query('titles', (handbook) => handbook.pages.map(({ title }) => title));
  const textOf = query('the text of a page', (_, page: Page) => page.text);
  /** What a rule may look at on another page. */
  const looks: Readonly<Record<string, (other: Page, handbook: Handbook) => unknown>> = {
    title: ({ title }) => title,
    headings: ({ facts }) => facts.headings.map(({ text }) => text),
    'front matter': ({ facts }) => facts.frontMatter?.values.tone,
    'raw ids': ({ facts }) => facts.anchors.map(({ id }) => id),
    calls: ({ facts }) => facts.shortcodes.map(({ delimiter }) => delimiter),
    'an id': (other, handbook) => handbook.anchor(other, 'one')?.heading,
    'an id of an include': (other, handbook) => handbook.anchor(other, 'rules')?.heading,
    'all ids': (other, handbook) => [...handbook.anchors(other).ids.keys()],
    'what a broken fragment means': (other, handbook) => suggestAnchor(other, 'ONE', handbook)?.anchor.id,
    'what it includes': (other, handbook) => handbook.includes(other).map(({ call }) => call.delimiter),
    'what all share': (_, handbook) => titles(handbook),
    'its text': ({ text }) => text.length,
    'a query about its text': (other, handbook) => textOf(handbook, other).length,
  };

  test.each(Object.keys(looks))('holds no longer when another page changes of which they saw %s', async (what) => {
    const look = defineRule({
      id: 'handbook-look',
      level: 'error',
      options: z.strictObject({}),
      check(page, { handbook, report }) {
        const other = handbook.page('content/b.md')!;
        if (page !== other) report({ message: JSON.stringify(looks[what]!(other, handbook)), range: [0, 1] });
      },
    });
    const files: Files = {
      'handbook.yaml': 'site: hugo\n',
      'content/a.md': 'One.\n',
      'content/b.md':
        '---\ntitle: B\ntone: calm\n---\n\n## One\n\n<a id="raw"></a>\n\n{{% include "includes/shared.md" %}}\n',
      'content/c.md': 'Three.\n',
      'assets/includes/shared.md': '## Rules\n',
    };
    const edits = [
      ['content/b.md', 'title: B', 'title: Other'],
      ['content/b.md', 'tone: calm', 'tone: loud'],
      ['content/b.md', '## One', '## Two'],
      ['content/b.md', 'id="raw"', 'id="boiled"'],
      ['content/b.md', '{{% include "includes/shared.md" %}}', '{{< include "includes/shared.md" >}}'],
      ['assets/includes/shared.md', 'Rules', 'Laws'],
    ] as const;
    let changed = 0;
    for (const [path, from, to] of edits) {
      const cache = newCache();
      const before = lint(await open(files), { rules: [look], plan: onlyChanged(cache) });
      const edited = { ...files, [path]: files[path]!.replace(from, to) };
      const anew = lint(await open(edited), { rules: [look] });
      expect(lint(await open(edited), { rules: [look], plan: onlyChanged(cache) }).findings).toEqual(anew.findings);
      if (JSON.stringify(anew.findings) !== JSON.stringify(before.findings)) changed++;
    }
    expect(changed).toBeGreaterThan(0);
  });

  const at = { line: 1, column: 1, offset: 0 };
  const finding: Finding = {
    rule: 'é',
    severity: 'warn',
    path: 'a.md',
    start: at,
    end: at,
    message: 'm',
    suggestions: [],
    url: 'u',
    related: [],
    data: { href: '##[x]' },
    key: 'k-1',
    fingerprint: 'f',
  };
  const results: CachedResults = {
    snapshot: { given: 'c', paths: ['a.md'], stats: Float64Array.from([1, 2.5, 3, 4]) },
    site: 'Taken for a site.',
    config: '',
    placement: null,
    until: Number.POSITIVE_INFINITY,
    surroundings: 's',
    interfaces: new Map([
      ['b.md', 'f'],
      ['c.md', 'g'],
    ]),
    readForAll: ['c.md'],
    read: new Map([['a.md', 'k']]),
    pages: new Map([
      [
        'a.md',
        {
          key: 'k',
          links: { checked: 1, broken: 0, unknown: 2 },
          unknownSections: 3,
          isPage: true,
          findings: [finding],
          interfaces: ['b.md'],
        },
      ],
    ]),
  };
  test('is forgotten when its file is damaged in any place', () => {
    const file = Buffer.concat([...writeResults('key', results)]);
    const again = readResults('key', partsOf(file));
    expect(again).toMatchObject({
      snapshot: results.snapshot,
      site: 'Taken for a site.',
      surroundings: 's',
      interfaces: results.interfaces,
      readForAll: ['c.md'],
      read: results.read,
    });
    expect(again?.pages.get('a.md')?.interfaces).toEqual(['b.md']);
    expect(again?.pages.get('a.md')?.findings).toMatchObject({
      marks: [{ rule: 'é', severity: 'warn' }],
    });
    expect(findingsOf(again!.pages.get('a.md')!)).toEqual([finding]);
    expect(readResults('other', partsOf(file))).toBeNull();
    const read = (bytes: Buffer) => {
      try {
        return readResults('key', partsOf(bytes));
      } catch {
        return null;
      }
    };
    for (let at = 12; at < file.length; at++) {
      const damaged = Buffer.from(file);
      damaged[at]! ^= 1;
      expect(read(damaged)).toBeNull();
      expect(read(file.subarray(0, at))).toBeNull();
    }
  });

  test('shows of what was found what a run that has just found it shows', () => {
    const other = { line: 3, column: 8, offset: 40 };
    const found = {
      'a.md': [finding, { ...finding, severity: 'error' as const, end: other, message: 'é, "b"\n\u0000' }],
      'b.md': [],
      'c.md': [{ ...finding, path: 'c.md', rule: 'other', start: other, end: other }],
    };
    const pageOf = (path: string, findings: readonly Finding[]) =>
      [path, { ...results.pages.get('a.md')!, findings: findings.map((each) => ({ ...each, path })) }] as const;
    const pages = new Map(Object.entries(found).map(([path, findings]) => pageOf(path, findings)));
    const snapshot = { given: 'c', paths: [...pages.keys(), 'd.md'], stats: new Float64Array(16) };
    const read = (known: CachedResults) => readResults('key', partsOf(Buffer.concat([...writeResults('key', known)])))!;
    const fresh = resultOf([...pages.values()], null);
    const once = read({ ...results, snapshot, pages });
    // What is kept of findings that were kept before is copied.
    const twice = read({ ...results, snapshot, pages: once.pages });
    for (const known of [once, twice]) {
      expect(shownOf(known.whole)).toEqual(shownOf(fresh));
      for (const [path, page] of pages)
        expect(shownOf(resultOf([known.pages.get(path)!], null))).toEqual(shownOf(resultOf([page], null)));
      expect(known.whole.findings).toEqual(fresh.findings);
    }
    expect(shownOf(fresh)).toMatchObject([
      { path: 'a.md', rule: 'é', severity: 'warn', place: '1:1-1:1', message: 'm' },
      { path: 'a.md', rule: 'é', severity: 'error', place: '1:1-3:8', message: 'é, "b"\n\u0000' },
      { path: 'c.md', rule: 'other', severity: 'warn', place: '3:8-3:8', message: 'm' },
    ]);
  });

  test('holds without what stands aside in it and is damaged', () => {
    const written = { ...results, snapshot: { ...results.snapshot!, listings: () => Buffer.from('{"a":1}') } };
    const file = Buffer.concat([
      ...writeResults('key', { ...written, placement: [Buffer.from('pla'), Buffer.from('ces')] }),
    ]);
    const whole = readResults('key', partsOf(file));
    expect(whole?.snapshot?.listings?.()?.toString()).toBe('{"a":1}');
    expect(whole?.placement?.toString()).toBe('places');
    file[0]! ^= 1;
    const again = readResults('key', partsOf(file));
    expect(again?.snapshot?.listings?.()).toBeNull();
    expect(again?.placement?.toString()).toBe('places');
    file[7]! ^= 1;
    expect(again?.placement).toBeNull();
    expect([...again!.pages.keys()]).toEqual(['a.md']);
  });
});
