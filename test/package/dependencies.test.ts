import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { expect, test } from 'vitest';

const root = new URL('../../', import.meta.url).pathname;
const { dependencies } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as {
  readonly dependencies: Readonly<Record<string, string>>;
};
const names = Object.keys(dependencies);

/** Packages that the sources import when they run: `yaml` of `import { parse } from 'yaml'`. */
function imported(): Set<string> {
  const files = ['src', 'rules'].flatMap((folder) =>
    readdirSync(root + folder, { recursive: true, encoding: 'utf8' }).map((path) => `${root}${folder}/${path}`),
  );
  const found = new Set<string>();
  for (const file of files.filter((path) => path.endsWith('.ts'))) {
    const code = readFileSync(file, 'utf8').replace(/^import type .*?;$/gms, '');
    for (const [, written = ''] of code.matchAll(/\b(?:from |import\(|import )'([^']+)'/g)) {
      if (written.startsWith('.') || written.startsWith('node:')) continue;
      found.add(/^(?:@[^/]+\/)?[^/]+/.exec(written)?.[0] ?? written);
    }
  }
  return found;
}

test('what is imported is a dependency, and every dependency is imported', () => {
  expect([...imported()].filter((name) => !builtinModules.includes(name)).sort()).toEqual([...names].sort());
});

test('every dependency is pinned and has its reason written down', () => {
  const [decisions = ''] = readFileSync(`${root}docs/decisions/dependencies.md`, 'utf8').split('\n## ');
  const rows = [...decisions.matchAll(/^\| ([a-z][^|]*) \|/gm)].flatMap(([, cell = '']) => cell.split(', '));
  expect(rows.filter((name) => name !== 'package').sort()).toEqual([...names].sort());
  for (const version of Object.values(dependencies)) expect(version).toMatch(/^\d+\.\d+\.\d+$/);
});
