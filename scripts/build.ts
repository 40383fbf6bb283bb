/** Builds dist/: one bundle per door with shared chunks, and the types. `npm run build`. */
import { createHash } from 'node:crypto';
import { chmodSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { build, type Plugin } from 'esbuild';
import { bundle } from './bundle.ts';
import { writeDeclarations } from './declarations.ts';
import { publishedSchemas } from './schemas.ts';
import { describeBundled } from './third-party.ts';

const root = new URL('..', import.meta.url).pathname;
rmSync(`${root}dist`, { recursive: true, force: true });
const rules = readdirSync(`${root}rules`).filter((name) => name.endsWith('.ts') && name !== 'index.ts');
const bundled = await bundle(
  'dist',
  {
    preset: 'src/preset.ts',
    index: 'src/index.ts',
    // Found by its name when a page has to be read late; see src/incremental/pages/lazy-reader.ts.
    'incremental/pages/load-reader': 'src/incremental/pages/load-reader.ts',
    ...Object.fromEntries(rules.map((name) => [`rules/${name.slice(0, -3)}`, `src/rule-entry:${name.slice(0, -3)}`])),
  },
  {
    plugins: [ruleEntries()],
    define: { HANDBOOK_LINT_BUILD: JSON.stringify(buildName()) },
  },
);

// What the health report's page brings along; see src/report/page/document.ts.
await build({
  absWorkingDir: root,
  entryPoints: ['src/report/page/client.ts', 'src/report/page/style.css'],
  outdir: 'dist/report',
  bundle: true,
  minify: true,
  charset: 'ascii',
  format: 'iife',
  target: 'es2022',
  logLevel: 'warning',
});

/** A rule's public entry is the remark plugin made of it, so that `remark-preset-lint-handbook/rules/x` can be listed in an rc file. */
function ruleEntries(): Plugin {
  return {
    name: 'rule-entries',
    setup(api) {
      api.onResolve({ filter: /^src\/rule-entry:/ }, ({ path }) => ({
        path: path.slice(15),
        namespace: 'rule-entry',
      }));
      api.onLoad({ filter: /.*/, namespace: 'rule-entry' }, ({ path }) => ({
        contents: `import { toRemarkRule } from './src/remark/remark-rule.ts';\nimport rule from './rules/${path}.ts';\nimport { rules } from './rules/index.ts';\nexport default toRemarkRule(rule, rules);\n`,
        resolveDir: root,
        loader: 'ts',
      }));
    },
  };
}

/** Changes with everything that a finding can depend on. */
function buildName(): string {
  const hash = createHash('sha1').update(readFileSync(`${root}package.json`));
  for (const folder of ['src', 'rules'])
    for (const name of readdirSync(`${root}${folder}`, { recursive: true, encoding: 'utf8' }).sort())
      if (name.endsWith('.ts')) hash.update(name).update(readFileSync(`${root}${folder}/${name}`));
  return hash.digest('base64url');
}
describeBundled(bundled, `${root}dist`);
chmodSync(`${root}dist/cli/main.js`, 0o755);
for (const [name, schema] of Object.entries(publishedSchemas()))
  writeFileSync(`${root}dist/${name}`, `${JSON.stringify(schema, null, 2)}\n`);
await writeDeclarations(
  `${root}dist`,
  rules.map((name) => name.slice(0, -3)),
);
