import { readFileSync } from 'node:fs';
import type { BuildOptions, Plugin } from 'esbuild';

const root = new URL('..', import.meta.url).pathname;
/** What is loaded with every run comes in our own few files: opening several hundred small ones takes longer than the run. */
const inside = ['fastest-levenshtein', 'github-slugger', 'htmlparser2', 'satteri', 'smol-toml', 'yaml', 'zod'];

/** Which packages are copied into bundles, and how; the rest is found where it is installed. */
export function bundledPackages(): BuildOptions {
  const { dependencies } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { dependencies: object };
  return {
    external: Object.keys(dependencies).filter((name) => !inside.includes(name)),
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
