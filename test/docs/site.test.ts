/** The documentation is a site of VitePress; `npm run docs` builds it, and our own command judges it like any other. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { rules } from '../../rules/index.ts';
import { documentation, ruleUrl } from '../../src/lint/version.ts';
import { builtCommand, runBundle } from '../support/command.ts';

const root = new URL('../../', import.meta.url).pathname;

test('our own command takes the documentation for a site of VitePress, and finds nothing', () => {
  const args = ['--root', 'docs', '--no-cache', '--all', '--format', 'json'];
  const { stdout, code } = runBundle(builtCommand(), args, root);
  const { findings, summary } = JSON.parse(stdout);
  expect(findings).toEqual([]);
  expect(code).toBe(0);
  expect(summary.links.checked).toBeGreaterThan(40);
  expect(summary.links.unknown).toBe(0);
  expect(runBundle(builtCommand(), ['--root', 'docs', '--no-cache', '--all'], root).stdout).toContain('VitePress');
});

test('findings name addresses of that site, and its list of rules has them all', () => {
  const listed = JSON.parse(readFileSync(`${root}docs/.vitepress/rules.json`, 'utf8')) as { readonly link: string }[];
  expect(rules.map(({ id }) => ruleUrl(id))).toEqual(listed.map(({ link }) => `${documentation}${link.slice(1)}.html`));
});
