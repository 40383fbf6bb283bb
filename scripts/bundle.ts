/**
 * Bundles the code. The command's door is one CommonJS file behind a small one, since Node opens that in a third of the time which a few
 * modules take, and most runs need no other: nothing has changed, or next to nothing was asked. All that reads and judges is a second one.
 * The rest behind it, as in front of the other doors, are modules with shared chunks. Small modules lie on both sides, so nothing in them may be remembered there.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import { bundledPackages } from './bundled-packages.ts';

const root = new URL('..', import.meta.url).pathname;
const START = 'cli/main';
/** The command's door, which that loads with what was compiled of it; see src/cli/code-cache.ts. */
const DOOR = 'cli/command';
/** What the door loads when something has to be judged, and so does each thread. */
const ENGINE = 'cli/engine';
const THREAD = 'cli/thread';
/** Libraries of Node's that take it milliseconds to load, so that they are when something of them is first used. */
const late = ['node:child_process', 'node:crypto', 'node:os', 'node:v8', 'node:vm', 'node:worker_threads', 'node:zlib'];
/** Loaded only when they are needed, but so often that they are worth their place in the door's file. */
const atHand = [
  'src/cli/change/recall-change.ts',
  'src/cli/threads-for.ts',
  'src/lint/changes/base.ts',
  'src/reporters/json.ts',
  'src/reporters/text.ts',
];

const PARSER = 'markdown/reference-parser';
/** Modules that few runs need, so that the engine has them in files beside it, and where those are. */
const apart: ReadonlyMap<string, string> = new Map([
  [PARSER, PARSER],
  // With a parser of scripts.
  ['sites/vitepress/config', 'behind/sites/vitepress/config'],
  ['sites/docusaurus/config', 'behind/sites/docusaurus/config'],
  ['sites/starlight/config', 'behind/sites/starlight/config'],
]);

/** Writes all bundles into a folder; `entries` are the other doors, by what they are called in it. Gives the files of packages that went into them. */
export async function bundle(
  folder: string,
  entries: Readonly<Record<string, string>>,
  options: Pick<BuildOptions, 'define' | 'plugins'>,
): Promise<readonly string[]> {
  const packages = bundledPackages();
  const plugins = [...(packages.plugins ?? []), ...(options.plugins ?? [])];
  const shared: BuildOptions = {
    absWorkingDir: root,
    bundle: true,
    platform: 'node',
    target: 'node20',
    outdir: folder,
    logLevel: 'warning',
    metafile: true,
    ...packages,
    ...options,
    plugins,
  };
  const commonJs: BuildOptions = {
    ...shared,
    format: 'cjs',
    // Puts constants in their places, from other files as well.
    minifySyntax: true,
    define: { ...options.define, 'import.meta.url': 'ownUrl' },
    banner: { js: "const ownUrl = require('node:url').pathToFileURL(__filename).href;" },
  };
  const behind: Record<string, string> = {};
  const rewrite = (name: string, change: (code: string) => string) => {
    const path = resolve(root, folder, `${name}.js`);
    writeFileSync(path, change(readFileSync(path, 'utf8')));
  };
  const libraries = late.map(lateLibrary);
  const door = await build({
    ...commonJs,
    entryPoints: { [START]: 'src/cli/main.ts', [DOOR]: 'src/cli/command.ts', [THREAD]: 'src/cli/thread.ts' },
    // Most packages are modules, which CommonJS cannot load at once.
    packages: 'bundle',
    external: [],
    plugins: [leaveModules(behind), ...libraries, ...plugins],
  });
  const engine = await build({
    ...commonJs,
    entryPoints: { [ENGINE]: 'src/cli/engine.ts' },
    plugins: [leaveApart(), ...libraries, ...plugins],
  });
  // A script that is loaded with what was compiled of it may not import; its loader does that for it.
  for (const name of [DOOR, ENGINE])
    rewrite(name, (code) =>
      code
        .replace(/\bimport\("([\w/.-]+)"\)/g, (call, path: string) => {
          const file = path.startsWith('../') ? path : [...apart.values()].includes(path) ? `../${path}.js` : null;
          return file === null ? call : `importModule(new URL("${file}", ownUrl).href)`;
        })
        .replace(/\bimport\((?="[^"]+"\)|\w+\))/g, 'importModule('),
    );
  for (const name of [START, DOOR, THREAD, ENGINE]) rewrite(name, inAscii);
  writeFileSync(resolve(root, folder, 'cli/package.json'), '{ "type": "commonjs" }\n');
  const modules = await build({
    ...shared,
    entryPoints: { ...entries, ...behind, [PARSER]: `src/${PARSER}.ts` },
    format: 'esm',
    splitting: true,
    chunkNames: 'chunks/[name]-[hash]',
    // The protocol's library is CommonJS, and asks for Node's own modules.
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module';\nconst require = requireFrom(import.meta.url);",
    },
  });
  const inputs = [door, engine, modules].flatMap(({ metafile }) => Object.keys(metafile?.inputs ?? {}));
  return [...new Set(inputs)].filter((path) => path.includes('node_modules/'));
}

/** Leaves what few runs need to files of its own, where it is asked for late. */
function leaveApart(): Plugin {
  return {
    name: 'leave-apart',
    setup(api) {
      api.onResolve({ filter: /^\./ }, ({ kind, path, resolveDir }) => {
        const name = relative(root, resolve(resolveDir, path)).replace(/^src\/(.*)\.ts$/, '$1');
        const own = kind === 'dynamic-import' ? apart.get(name) : undefined;
        return own === undefined ? null : { path: own, external: true };
      });
    },
  };
}

/**
 * The same code. V8 reads code sooner, and in half the memory, when all of it is ASCII. What esbuild leaves otherwise are
 * regular expressions and comments.
 */
function inAscii(code: string): string {
  return code.replace(/[^\x00-\x7f]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Loads a library of Node's when something of it is first used. */
function lateLibrary(name: string): Plugin {
  // Every call asks for its function anew, and `require` takes longer than the hash of a page. Whoever imports it copies what it has
  // of its own, so that all stands in what it inherits from.
  const contents = `let library;
const get = (_, key) => (key === '__esModule' ? undefined : (library ??= require('${name}'))[key]);
module.exports = Object.create(new Proxy({}, { get }));`;
  return {
    name: 'late-library',
    setup(api) {
      api.onResolve({ filter: new RegExp(`^${name}$`) }, ({ path, namespace }) =>
        namespace === name ? { path, external: true } : { path, namespace: name },
      );
      api.onLoad({ filter: /./, namespace: name }, () => ({ contents }));
    },
  };
}

/** Leaves what is imported late to the modules, and notes down which ones are asked for. */
function leaveModules(behind: Record<string, string>): Plugin {
  return {
    name: 'leave-modules',
    setup(api) {
      api.onResolve({ filter: /^\./ }, ({ kind, path, resolveDir }) => {
        const file = relative(root, resolve(resolveDir, path));
        if (kind !== 'dynamic-import' || atHand.includes(file)) return null;
        if (file === `src/${ENGINE}.ts`) return { path: './engine.js', external: true };
        const name = file.replace(/^src\/(.*)\.ts$/, 'behind/$1');
        behind[name] = file;
        return { path: `../${name}.js`, external: true };
      });
    },
  };
}
