import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { expect, test } from 'vitest';

const root = new URL('../../', import.meta.url).pathname;
type Versions = Readonly<Record<string, string>>;
const { dependencies, devDependencies } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as {
  readonly dependencies: Versions;
  readonly devDependencies: Versions;
};

/** Packages that the sources import when they run, `yaml` of `import { parse } from 'yaml'`; with `types`, those of their types as well. */
function imported(types: boolean): Set<string> {
  const files = ['src', 'rules'].flatMap((folder) =>
    readdirSync(root + folder, { recursive: true, encoding: 'utf8' }).map((path) => `${root}${folder}/${path}`),
  );
  const found = new Set<string>();
  for (const file of files.filter((path) => path.endsWith('.ts'))) {
    const source = readFileSync(file, 'utf8');
    const code = types ? source : source.replace(/^import type .*?;$/gms, '');
    for (const [, written = ''] of code.matchAll(/\b(?:from |import\(|import )'([^']+)'/g)) {
      if (written.startsWith('.') || written.startsWith('node:')) continue;
      found.add(/^(?:@[^/]+\/)?[^/]+/.exec(written)?.[0] ?? written);
    }
  }
  return found;
}

const packages = [...imported(false)].filter((name) => !builtinModules.includes(name)).sort();

test('what users install is imported; all else that is imported is copied into the bundles', () => {
  const isTypes = (name: string) => name.startsWith('@types/');
  const used = imported(true);
  expect(Object.keys(dependencies).filter((name) => !isTypes(name) && !used.has(name))).toEqual([]);
  expect(packages.filter((name) => !(name in { ...dependencies, ...devDependencies }))).toEqual([]);
});

test('every package that is imported is pinned and has its reason written down', () => {
  const [decisions = ''] = readFileSync(`${root}docs/decisions/dependencies.md`, 'utf8').split('\n## ');
  const rows = [...decisions.matchAll(/^\| ([a-z][^|]*) \|/gm)].flatMap(([, cell = '']) => cell.split(', '));
  expect(rows.filter((name) => name !== 'package').sort()).toEqual(packages);
  for (const name of packages) expect({ ...dependencies, ...devDependencies }[name]).toMatch(/^\d+\.\d+\.\d+$/);
});
