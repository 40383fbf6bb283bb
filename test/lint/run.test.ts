import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { rules } from '../../rules/index.ts';
import { ConfigError } from '../../src/config/config.ts';
import { defineRule } from '../../src/lint/define-rule.ts';
import { fingerprint } from '../../src/lint/results/fingerprint.ts';
import { lint } from '../../src/lint/run.ts';
import { RunError } from '../../src/lint/run-error.ts';
import { memoryHandbook } from '../support/memory-handbook.ts';
import { runs } from '../support/runs.ts';

const wordRule = defineRule({
  id: 'handbook-word',
  level: 'warn',
  options: z.strictObject({ word: z.string().default('teh') }),
  check(page, { options, report }) {
    for (let at = page.text.indexOf(options.word); at >= 0; at = page.text.indexOf(options.word, at + 1))
      report({
        range: [at, at + options.word.length],
        message: `This page says ${options.word}.`,
        suggestions: [{ title: 'Write the', text: 'the', safe: true }],
        related: [{ path: 'content/_index.md', range: [0, 0], message: 'Here as well.' }],
      });
  },
});

const crash = defineRule({
  id: 'handbook-crash',
  level: 'error',
  options: z.strictObject({}),
  check() {
    throw new Error('no such luck');
  },
});

const site = {
  'content/_index.md': '# Home\n',
  'content/b.md': '# B\n\nteh first\n',
  'content/a.md': '# A\r\n\r\nsee teh and teh\n',
  'content/deep/c.md': 'teh\n',
};

describe('findings', () => {
  test('have lines, columns and all the rest, in the order of pages and places', async () => {
    const { findings } = lint(await memoryHandbook(site), { rules: [wordRule] });
    expect(findings.map(({ path, start, end }) => [path, start.line, start.column, end.offset])).toEqual([
      ['content/a.md', 3, 5, 14],
      ['content/a.md', 3, 13, 22],
      ['content/b.md', 3, 1, 8],
      ['content/deep/c.md', 1, 1, 3],
    ]);
    expect(findings[0]).toMatchObject({
      rule: 'handbook-word',
      severity: 'warn',
      message: 'This page says teh.',
      suggestions: [{ title: 'Write the', text: 'the', safe: true }],
      related: [{ path: 'content/_index.md', line: 1, message: 'Here as well.' }],
      data: {},
    });
    expect(findings[0]?.url).toMatch(/^https:\/\/\S+\/rules\/word\.html$/);
  });

  test('are the same for a page judged alone', async () => {
    const handbook = await memoryHandbook(site);
    const all = lint(handbook, { rules: [wordRule] }).findings;
    for (const path of Object.keys(site))
      expect(lint(handbook, { rules: [wordRule], paths: [path] }).findings).toEqual(
        all.filter((finding) => finding.path === path),
      );
  });

  test('keep their fingerprints when lines are added above, and no two have the same', async () => {
    const judge = async (text: string) =>
      lint(await memoryHandbook({ 'content/a.md': text }), { rules: [wordRule] }).findings.map(fingerprint);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('teh', 'teh teh', 'word'), { maxLength: 6 }),
        fc.nat(5),
        async (words, lines) => {
          const text = words.join('\n\n');
          const before = await judge(text);
          expect(new Set(before).size).toBe(before.length);
          expect(await judge('New.\n\n'.repeat(lines) + text)).toEqual(before);
        },
      ),
      { numRuns: runs(6, 30) },
    );
  });
});

describe('scope', () => {
  const paths = async (config: string, given?: readonly string[]) => {
    const handbook = await memoryHandbook(site, { config });
    const { findings, summary } = lint(handbook, {
      rules: [wordRule],
      ...(given === undefined ? {} : { paths: given }),
    });
    return { paths: [...new Set(findings.map(({ path }) => path))], pages: summary.pages };
  };

  test('folders and files, however written', async () => {
    expect(await paths('site: hugo', ['content/deep/'])).toEqual({ paths: ['content/deep/c.md'], pages: 1 });
    expect((await paths('site: hugo', ['./content/b.md', 'content/deep'])).paths).toEqual([
      'content/b.md',
      'content/deep/c.md',
    ]);
    expect((await paths('site: hugo', ['.'])).pages).toBe(4);
    expect((await paths('site: hugo', ['content/de'])).pages).toBe(0);
  });

  test('pages that the configuration ignores are not judged, not even when named', async () => {
    expect((await paths("ignore: ['content/deep/**']")).paths).toEqual(['content/a.md', 'content/b.md']);
    expect((await paths("ignore: ['content/deep/**']", ['content/deep/c.md'])).pages).toBe(0);
  });
});

describe('levels', () => {
  const judge = async (config: string, levels = {}) =>
    lint(await memoryHandbook(site, { config }), { rules: [wordRule], levels });

  test('come from the rule, then handbook.yaml, then the call', async () => {
    expect((await judge('site: hugo')).summary).toMatchObject({ errors: 0, warnings: 4 });
    expect((await judge('rules: {handbook-word: error}')).summary).toMatchObject({ errors: 4, warnings: 0 });
    expect((await judge('rules: {handbook-word: off}')).findings).toEqual([]);
    expect((await judge('rules: {handbook-word: off}', { 'handbook-word': 'error' })).summary.errors).toBe(4);
  });

  test('options are checked, and kept when only the level is overridden', async () => {
    const config = 'rules: {handbook-word: [warn, {word: first}]}';
    expect((await judge(config)).findings).toHaveLength(1);
    expect((await judge(config, { 'handbook-word': 'error' })).summary).toMatchObject({
      errors: 1,
      rules: { 'handbook-word': 1 },
    });
    await expect(judge('rules: {handbook-word: [warn, {wrod: x}]}')).rejects.toThrow(ConfigError);
    await expect(judge('rules: {handbook-word: [warn, {wrod: x}]}')).rejects.toThrow(/handbook-word.*wrod/);
  });

  test('a rule that does not exist is named, with the one that was meant', async () => {
    await expect(judge('rules: {handbook-wrod: off}')).rejects.toThrow(
      /no rule `handbook-wrod`. Did you mean `handbook-word`/,
    );
  });
});

describe('a rule that fails', () => {
  test('is an error that names the rule and the page', async () => {
    const handbook = await memoryHandbook(site);
    expect(() => lint(handbook, { rules: [crash] })).toThrow(RunError);
    expect(() => lint(handbook, { rules: [crash] })).toThrow(
      'The rule handbook-crash failed on content/_index.md. no such luck',
    );
  });
});

describe('the summary', () => {
  test('counts no file of data or of redirects as a page', async () => {
    const handbook = await memoryHandbook({
      'handbook.yaml': 'site: hugo\nredirects: [layouts/index.redirects]\n',
      'layouts/index.redirects': '/old/ /a/ 301\n',
      'content/_index.md': '# Home\n',
      'content/a.md': '# A\n',
    });
    expect(handbook.pages.map(({ kind }) => kind)).toContain('redirects');
    expect(lint(handbook, { rules }).summary.pages).toBe(2);
  });

  test('counts sections that a shortcode may show, where the rule for them is on', async () => {
    const handbook = await memoryHandbook(
      { 'content/_index.md': '# Home\n', 'content/pilot.md': '# Pilot\n\n## OKRs\n\nOne.\n\n{{< rest-of-role >}}\n' },
      { config: 'pageTypes: {role: {pages: [content/pilot.md]}}' },
    );
    expect(lint(handbook, { rules }).summary).toMatchObject({ sections: { unknown: 2 }, errors: 0, warnings: 0 });
    const levels = { 'handbook-required-sections': 'off' } as const;
    expect(lint(handbook, { rules, levels }).summary.sections).toEqual({ unknown: 0 });
  });

  test('counts pages and links, those that cannot be checked apart', async () => {
    const handbook = await memoryHandbook(
      {
        'content/_index.md': '[a](/a/) [gone](/gone/) [away](https://example.com/) ![x](/x.png) [theirs](/jobs/1/)\n',
        'content/a.md': '# A\n',
      },
      { config: 'unknown: [/jobs/]' },
    );
    const { summary } = lint(handbook, { rules });
    expect(summary).toMatchObject({ pages: 2, links: { checked: 3, broken: 2, unknown: 1 } });
    expect(summary.errors + summary.warnings).toBe(Object.values(summary.rules).reduce((sum, each) => sum + each, 0));
  });
});
