/** The package's types: what the doors export, each door in one file, beside the bundle of the same name. */
import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { rollup } from 'rollup';
import { dts } from 'rollup-plugin-dts';
import { writePlainTypes } from './plain-types.ts';

const root = new URL('..', import.meta.url).pathname;
/** Where the compiler writes a declaration per source file; see tsconfig.build.json. */
const declared = `${root}node_modules/.cache/handbook-lint-types`;

/** Writes the declarations of all doors into `dist`; `rules` are the names of the rules, each a door of its own. */
export async function writeDeclarations(dist: string, rules: readonly string[]): Promise<void> {
  rmSync(declared, { recursive: true, force: true });
  execFileSync('npx', ['tsc', '-p', 'scripts/tsconfig.build.json'], { cwd: root, stdio: 'inherit' });
  writePlainTypes(declared);
  const bundle = await rollup({
    input: {
      preset: `${declared}/src/preset.d.ts`,
      index: `${declared}/src/index.d.ts`,
    },
    // Types of packages are found where those are installed.
    external: (id) => /^[^./]/.test(id),
    plugins: [{ name: 'declarations', resolveId: declarationOf }, dts()],
  });
  await bundle.write({ dir: dist, chunkFileNames: 'types.d.ts' });
  await bundle.close();
  // What tsc says of rules/x.ts is the rule; what the package exports there is the remark plugin made of it.
  for (const rule of rules)
    writeFileSync(
      `${dist}/rules/${rule}.d.ts`,
      "import type { RemarkRule } from '../preset.js';\ndeclare const rule: RemarkRule;\nexport default rule;\n",
    );
}

/** Declarations name each other by their sources: `./finding.ts` is `./finding.d.ts`. */
function declarationOf(id: string, importer: string | undefined): string | null {
  return id.startsWith('.') && importer !== undefined
    ? resolve(dirname(importer), id.replace(/\.[jt]s$/, '.d.ts'))
    : null;
}
