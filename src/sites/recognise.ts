import type { RecognisedGenerator } from '../config/taken-for.ts';
import type { FileTree } from '../files/file-tree.ts';

const scripts = ['js', 'mjs', 'cjs', 'ts', 'mts', 'cts'];
const inScript = (name: string) => scripts.map((ending) => `${name}.${ending}`);

/** The files that each generator reads its settings from, in the order in which generators win over each other. */
const signs: readonly (readonly [name: string, files: readonly string[]])[] = [
  ['Jekyll', ['_config.yml', '_config.yaml', '_config.toml']],
  ['MkDocs', ['mkdocs.yml', 'mkdocs.yaml']],
  ['Docusaurus', inScript('docusaurus.config')],
  ['VitePress', [...inScript('.vitepress/config/index'), ...inScript('.vitepress/config')]],
  ['VuePress', inScript('.vuepress/config')],
  ['GitBook', ['.gitbook.yaml', '.gitbook.yml', 'book.json']],
  ['Eleventy', ['.eleventy.js', ...inScript('eleventy.config')]],
  ['MyST', ['myst.yml']],
  ['Jupyter Book', ['_toc.yml']],
  ['Sphinx', ['conf.py', 'source/conf.py']],
  ['mdBook', ['book.toml']],
  ['Astro', inScript('astro.config')],
  ['Gatsby', inScript('gatsby-config')],
  ['Next.js', inScript('next.config')],
  ['Nuxt', inScript('nuxt.config')],
  ['Antora', ['antora.yml']],
  ['Quarto', ['_quarto.yml']],
];

/** Names that other programs and plain folders have as well: alone they do not make a folder the root of a site. */
const common = new Set(['SUMMARY.md', 'book.json', 'conf.py', 'source/conf.py', '_toc.yml']);

/** The files of which one makes a folder the root of a site. */
export const rootSigns: readonly string[] = signs.flatMap(([, files]) => files).filter((file) => !common.has(file));

/** Whose file it is that makes a folder a site of its own, by the file's name. */
const ownFiles: ReadonlyMap<string, string> = new Map([
  ...signs.flatMap(([name, files]) => files.map((file) => [file, name] as const)).filter(([file]) => !common.has(file)),
  ['handbook.yaml', 'separate'],
  ['handbook.yml', 'separate'],
]);

/** Folders below the root in which a repository keeps the site that it publishes. */
export const usualFolders = ['docs', 'doc', 'documentation', 'handbook', 'site', 'website', 'www', 'book'];

/** All generators whose files lie in the root or in the usual folders below it: handbook.yaml may name any of them. */
export function allGenerators(tree: FileTree): readonly RecognisedGenerator[] {
  return ['', ...usualFolders].flatMap((folder) => inFolder(folder, tree));
}

/** The generators whose files lie in the root; when there are none, those of the usual folders below it. */
export function recogniseGenerators(tree: FileTree): readonly RecognisedGenerator[] {
  const here = inFolder('', tree);
  return here.length > 0 ? here : usualFolders.flatMap((folder) => inFolder(folder, tree));
}

/**
 * The sites further down in a repository, each in a folder with a generator's file or a handbook.yaml of its own; of those
 * inside of each other the outermost.
 */
export function sitesBelow(tree: FileTree): readonly RecognisedGenerator[] {
  const found = tree.list('').flatMap((sign): readonly RecognisedGenerator[] => {
    const slash = sign.lastIndexOf('/');
    const name = slash < 0 ? undefined : ownFiles.get(sign.slice(slash + 1));
    return name === undefined ? [] : [{ name, sign, folder: sign.slice(0, slash) }];
  });
  const folders = new Set(found.map(({ folder }) => folder));
  const isInner = (folder: string) => [...folders].some((other) => folder.startsWith(`${other}/`));
  return [...new Map(found.reverse().map((site) => [site.folder, site])).values()]
    .filter(({ folder }) => !isInner(folder))
    .sort((a, b) => (a.folder < b.folder ? -1 : 1));
}

function inFolder(folder: string, tree: FileTree): readonly RecognisedGenerator[] {
  const prefix = folder === '' ? '' : `${folder}/`;
  const found = signs.flatMap(([name, files]) => {
    const sign = files.find((file) => tree.exists(prefix + file));
    return sign === undefined ? [] : [{ name, sign: prefix + sign, folder }];
  });
  if (found.length > 0) return found;
  const config = `${prefix}config.toml`;
  if (tree.exists(config) && /^base_url[ \t]*=/m.test(textOf(config, tree)))
    return [{ name: 'Zola', sign: config, folder }];
  const summary = `${prefix}SUMMARY.md`;
  // Other pages have that name as well.
  return tree.exists(summary) && LISTED_PAGE.test(textOf(summary, tree))
    ? [{ name: 'GitBook', sign: summary, folder }]
    : [];
}

/** `* [Page](page.md)` */
const LISTED_PAGE = /^[ \t]{0,20}[-*+] {1,4}\[[^\]\n]{0,200}\]\(<?[^)\n]{1,200}\.md/m;

/** Keys that Hugo alone has, in any of its formats; it does not tell capitals apart. */
const HUGO_KEY =
  /^[ \t]*["']?(?:baseURL|languageCode|contentDir|publishDir|defaultContentLanguage|disableKinds|taxonomies|permalinks)["']?[ \t]*[:=]/im;

/** Whether a file with the general name `config` speaks to Hugo: by its keys. */
export function hasHugoKey(path: string, tree: FileTree): boolean {
  return HUGO_KEY.test(textOf(path, tree));
}

const MAX_LENGTH = 200_000;

function textOf(path: string, tree: FileTree): string {
  return new TextDecoder().decode(tree.read(path)).slice(0, MAX_LENGTH);
}

/** Files of which one beside `content/` makes a folder a Hugo site. */
export const hugoSigns = ['hugo', 'config'].flatMap((name) =>
  ['yaml', 'yml', 'toml', 'json'].flatMap((ending) => [`${name}.${ending}`, `config/_default/${name}.${ending}`]),
);
