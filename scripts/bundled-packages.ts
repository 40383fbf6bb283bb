import { readFileSync } from 'node:fs';
import type { BuildOptions, Plugin } from 'esbuild';

const root = new URL('..', import.meta.url).pathname;
/**
 * Which packages are copied into bundles, and how: all but those that users install with this one. Opening several hundred
 * small files would take longer than a run, and installing them longer still. satteri is both: its code is copied, its
 * binary is found where it is installed.
 */
export function bundledPackages(): BuildOptions {
  const { dependencies } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { dependencies: object };
  return {
    external: Object.keys(dependencies).filter((name) => name !== 'satteri'),
    // The one for Node is CommonJS, of which nothing can be left out.
    alias: { yaml: `${root}node_modules/yaml/browser/index.js` },
    plugins: [nativeParser()],
  };
}

/** satteri finds the binary for this machine beside its own files, and goes on doing so where its code is copied. */
function nativeParser(): Plugin {
  const own = "new URL('../index.js', pathToFileURL(createRequire(import.meta.url).resolve('satteri'))).href";
  return {
    name: 'native-parser',
    setup(api) {
      api.onLoad({ filter: /[\\/]satteri[\\/]index\.js$/ }, ({ path }) => {
        const code = readFileSync(path, 'utf8').replaceAll('import.meta.url', 'satteriUrl');
        return { contents: `import { pathToFileURL } from 'node:url';\nconst satteriUrl = ${own};\n${code}` };
      });
    },
  };
}
