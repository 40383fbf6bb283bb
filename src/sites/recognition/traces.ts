import { type FileTree, listInside, readText } from '../../files/file-tree.ts';
import { MAX_LENGTH, usualFolders } from './recognise.ts';

/** Packages that build sites, by generator, as npm names them. */
const npmPackages: readonly (readonly [name: string, packages: readonly string[]])[] = [
  ['Docusaurus', ['@docusaurus/core', '@docusaurus/preset-classic', 'docusaurus']],
  ['VitePress', ['vitepress']],
  ['VuePress', ['vuepress', '@vuepress/core']],
  ['Eleventy', ['@11ty/eleventy']],
  ['Astro', ['astro', '@astrojs/starlight']],
  ['Gatsby', ['gatsby']],
  ['Next.js', ['nextra', 'next']],
  ['Nuxt', ['nuxt']],
  ['GitBook', ['honkit', 'gitbook-cli']],
  ['Hexo', ['hexo']],
  ['docsify', ['docsify', 'docsify-cli']],
  ['MyST', ['mystmd']],
  ['SvelteKit', ['@sveltejs/kit']],
  ['Metalsmith', ['metalsmith']],
  ['Rspress', ['rspress', '@rspress/core']],
  ['Retype', ['retypeapp']],
  ['Mintlify', ['mint', 'mintlify']],
  ['Hugo', ['hugo-bin', 'hugo-extended']],
];

/** Words of other ecosystems' lists of packages, and of the commands that CI and hosts run. */
const words: readonly (readonly [name: string, word: RegExp])[] = [
  ['MkDocs', /\b(?:mkdocs|zensical)\b/i],
  ['Jupyter Book', /\bjupyter-book\b/i],
  ['Sphinx', /\b(?:sphinx|sphinx-build|myst-parser)\b/i],
  ['Pelican', /\bpelican\b/i],
  ['Nikola', /\bnikola\b/i],
  ['Jekyll', /\b(?:jekyll(?:-[a-z-]{1,40})?|github-pages|actions-jekyll|just-the-docs|minimal-mistakes-jekyll)\b/i],
  ['Middleman', /\bmiddleman\b/i],
  ['Bridgetown', /\bbridgetown\b/i],
  ['Nanoc', /\bnanoc\b/i],
];
const phpWords = [['Jigsaw', /"tightenco\/jigsaw"[ \t]*:/]] as const;
const commands: readonly (readonly [name: string, word: RegExp])[] = [
  ['MkDocs', /\bmkdocs (?:build|gh-deploy)\b|^mkdocs:/m],
  ['Sphinx', /\bsphinx-build\b|^sphinx:/m],
  ['Jupyter Book', /\bjupyter-book build\b/],
  ['Jekyll', /\bjekyll build\b|\bactions\/jekyll-build-pages\b/],
  ['Docusaurus', /\bdocusaurus (?:build|deploy)\b/],
  ['VitePress', /\bvitepress build\b/],
  ['VuePress', /\bvuepress build\b/],
  ['Eleventy', /@11ty\/eleventy\b|\beleventy\b/],
  ['mdBook', /\bmdbook build\b|\bactions-mdbook\b/],
  ['GitBook', /\b(?:honkit|gitbook) build\b/],
  ['Zola', /\bzola build\b/],
  ['Astro', /\bastro build\b/],
  ['Gatsby', /\bgatsby build\b/],
  ['Hugo', /\bactions-hugo\b|\bhugo(?: build)?(?: --?\w|[ \t]*["']?$)/m],
];

const inScript = (name: string) => ['js', 'ts', 'mjs', 'cjs', 'jsx', 'tsx'].map((ending) => `${name}.${ending}`);

/** Files and folders (`x/`) that a generator asks for besides its configuration; `null`: several do. */
const places: readonly (readonly [name: string | null, paths: readonly string[]])[] = [
  // Of the plugins awesome-pages and awesome-nav.
  ['MkDocs', ['.pages', '.nav.yml']],
  ['VitePress', ['.vitepress/']],
  ['VuePress', ['.vuepress/']],
  ['GitBook', ['.gitbook/']],
  ['Docusaurus', [...inScript('sidebars'), 'sidebars.json', 'versioned_docs/', '.docusaurus/']],
  ['Astro', [...inScript('src/content.config'), ...inScript('src/content/config'), 'src/content/docs/']],
  ['Gatsby', [...inScript('gatsby-node'), ...inScript('gatsby-browser'), ...inScript('gatsby-ssr')]],
  ['Next.js', ['next-env.d.ts', ...['pages/_app', 'src/pages/_app', 'app/layout', 'theme.config'].flatMap(inScript)]],
  ['Jekyll', ['_layouts/', '_posts/', '_sass/', '_drafts/']],
  ['Eleventy', ['.eleventyignore']],
  ['mdBook', ['src/SUMMARY.md']],
  ['docsify', ['_sidebar.md', '_navbar.md', '_coverpage.md']],
  ['Sphinx', ['index.rst', 'source/index.rst']],
  ['Antora', ['modules/ROOT/']],
  ['Mintlify', ['mint.json']],
  ['Retype', ['retype.yml', 'retype.yaml']],
  [null, ['_includes/', '_data/', 'CNAME', '.nojekyll']],
];

const pythonLists = ['requirements.txt', 'requirements.in', 'requirements-docs.txt', 'pyproject.toml', 'Pipfile'];
const builds = ['.readthedocs.yaml', '.readthedocs.yml', 'netlify.toml', 'vercel.json', '.gitlab-ci.yml'];

/** What a generator leaves in a repository besides its configuration, and which generator that is. */
interface Trace {
  /** As its makers call it; `null` where several generators leave the same. */
  readonly name: string | null;
  /** In words that follow `by`: `package.json, which depends on vitepress`. */
  readonly sign: string;
}

/** The first trace of a generator in the root or one of the usual folders below it; `null`: none. */
export function findTrace(tree: FileTree): Trace | null {
  for (const folder of ['', ...usualFolders]) {
    const prefix = folder === '' ? '' : `${folder}/`;
    const trace =
      fromNpm(`${prefix}package.json`, tree) ??
      fromConfigs(folder, prefix, tree) ??
      fromWords([`${prefix}Gemfile`, ...pythonLists.map((name) => prefix + name)], words, 'names', tree) ??
      fromWords([`${prefix}composer.json`], phpWords, 'names', tree) ??
      fromPlaces(prefix, tree);
    if (trace !== null) return trace;
  }
  const workflows = listInside(tree, '.github/workflows').filter((path) => /\.ya?ml$/.test(path));
  return fromWords([...builds, ...workflows], commands, 'builds by', tree);
}

function fromNpm(path: string, tree: FileTree): Trace | null {
  if (!tree.exists(path)) return null;
  const text = readText(tree, path, MAX_LENGTH);
  for (const [name, packages] of npmPackages) {
    // A key of any of its maps: nothing else in a package.json has such a key.
    const found = packages.find((each) => text.includes(`"${each}":`) || text.includes(`"${each}" :`));
    if (found !== undefined) return { name, sign: `${path}, which depends on ${found}` };
  }
  return fromWords([path], commands, 'builds by', tree);
}

function fromWords(
  paths: readonly string[],
  table: readonly (readonly [name: string, word: RegExp])[],
  verb: string,
  tree: FileTree,
): Trace | null {
  for (const path of paths) {
    if (!tree.exists(path)) continue;
    const text = withoutComments(readText(tree, path, MAX_LENGTH));
    const found = table.find(([, word]) => word.test(text));
    if (found) return { name: found[0], sign: `${path}, which ${verb} ${found[0]}` };
  }
  return null;
}

/** `mkdocs-user.yml`, one of several sites of a repository, which `mkdocs build -f` reads. */
function fromConfigs(folder: string, prefix: string, tree: FileTree): Trace | null {
  const found = listInside(tree, folder).find((path) => /^mkdocs[\w.-]{0,99}\.ya?ml$/.test(path.slice(prefix.length)));
  return found === undefined ? null : { name: 'MkDocs', sign: found };
}

function fromPlaces(prefix: string, tree: FileTree): Trace | null {
  for (const [name, paths] of places) {
    const found = paths.find((path) => isThere(prefix + path, tree));
    if (found !== undefined) return { name, sign: prefix + found };
  }
  return null;
}

function isThere(path: string, tree: FileTree): boolean {
  return path.endsWith('/') ? listInside(tree, path.slice(0, -1)).length > 0 : tree.exists(path);
}

/** A file's text with its lines cut: none that counts is longer. */
function withoutComments(text: string): string {
  const lines = text.split('\n').filter((line) => !/^[ \t]*#/.test(line));
  return lines.map((line) => line.slice(0, 500)).join('\n');
}
