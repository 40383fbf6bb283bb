import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const top = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, top), 'utf8');

interface Locked {
  readonly hasInstallScript?: boolean;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly resolved?: string;
  readonly integrity?: string;
}

const packages = Object.entries(
  (JSON.parse(read('package-lock.json')) as { readonly packages: Readonly<Record<string, Locked>> }).packages,
).filter(([path]) => path !== '');

test('no package that users install runs a script, and those that we install are justified', () => {
  const scripted = packages.filter(([, { hasInstallScript }]) => hasInstallScript);
  expect(scripted.filter(([, { dev }]) => !dev)).toEqual([]);
  const reasons = read('docs/decisions/dependencies.md').split('## Install scripts')[1] ?? '';
  for (const [path] of scripted) expect(reasons).toContain(`| ${path.replace(/^.*node_modules\//, '')} |`);
});

test('every package comes from the registry and is held to its content', () => {
  for (const [path, { resolved, integrity, optional }] of packages) {
    expect([path, resolved ?? 'https://registry.npmjs.org/']).toEqual([
      path,
      expect.stringMatching(/^https:\/\/registry\.npmjs\.org\//),
    ]);
    // What is for other platforms alone has never been here to be held to anything.
    if (!optional) expect([path, integrity]).toEqual([path, expect.stringMatching(/^sha512-/)]);
  }
});
