import type { RecognisedGenerator } from '../../config/config.ts';
import { type FileTree, listInside, readText } from '../../files/file-tree.ts';
import { folderPrefix, foldersAbove } from '../../files/paths.ts';

/** As long as configurations are. */
export const MAX_LENGTH = 200_000;

const scripts = ['js', 'mjs', 'cjs', 'ts', 'mts', 'cts'];
const inScript = (name: string) => scripts.map((ending) => `${name}.${ending}`);

/** The files that each generator reads its settings from, in the order in which generators win over each other. */
const signs: readonly (readonly [name: string, files: readonly string[]])[] = [
  // ProperDocs 1.6.7, which goes on from MkDocs 1.6.1, asks for these names in this order (run).
  ['MkDocs', ['properdocs.yml', 'properdocs.yaml', 'mkdocs.yml', 'mkdocs.yaml']],
  ['Zensical', ['zensical.toml']],
  ['Jupyter Book', ['_toc.yml']],
  // GitHub writes _config.yml for whoever picks a theme, and others have a file of that name as well.
  ['Jekyll', ['_config.yml', '_config.yaml', '_config.toml']],
  ['Docusaurus', inScript('docusaurus.config')],
  ['VitePress', [...inScript('.vitepress/config/index'), ...inScript('.vitepress/config')]],
  ['VuePress', inScript('.vuepress/config')],
  ['GitBook', ['.gitbook.yaml', '.gitbook.yml', 'book.json']],
  ['Eleventy', ['.eleventy.js', ...inScript('eleventy.config')]],
  ['MyST', ['myst.yml']],
  ['Sphinx', ['conf.py', 'source/conf.py']],
  ['mdBook', ['book.toml']],
  ['Astro', inScript('astro.config')],
  ['Gatsby', inScript('gatsby-config')],
  ['Next.js', inScript('next.config')],
  ['Nuxt', inScript('nuxt.config')],
  ['Antora', ['antora.yml', 'antora-playbook.yml']],
  ['Quarto', ['_quarto.yml']],
  ['Rspress', inScript('rspress.config')],
  ['Bridgetown', ['bridgetown.config.yml']],
  ['Pelican', ['pelicanconf.py']],
  ['DocFX', ['docfx.json']],
  ['Quartz', inScript('quartz.config')],
];

/** Names that other programs and plain folders have as well: alone they do not make a folder the root of a site. */
const common = new Set(['SUMMARY.md', 'book.json', 'conf.py', 'source/conf.py', '_toc.yml']);

/** The files of which one makes a folder the root of a site. */
export const rootSigns: readonly string[] = signs.flatMap(([, files]) => files).filter((file) => !common.has(file));

/** Whose file it is that makes a folder a site of its own, by the file's name; the first of a folder's counts. */
const ownFiles: ReadonlyMap<string, string> = new Map([
  ['handbook.yaml', 'separate'],
  ['handbook.yml', 'separate'],
  ...signs.flatMap(([name, files]) => files.map((file) => [file, name] as const)).filter(([file]) => !common.has(file)),
]);
const ownNames = [...ownFiles.keys()];

/** Generators with a dot folder of their own, that folder, and the files in it. */
const dotSigns = signs.flatMap(([name, files]) => {
  const dotFolder = /^(\.\w+)\//.exec(files[0] ?? '')?.[1];
  return dotFolder === undefined ? [] : [[name, dotFolder, files] as const];
});

/** Folders below the root in which a repository keeps the site that it publishes. */
export const usualFolders = ['docs', 'doc', 'documentation', 'handbook', 'site', 'website', 'www', 'book'];

/** All generators whose files lie in the root or in the usual folders below it: handbook.yaml may name any of them. */
export function allGenerators(tree: FileTree): readonly RecognisedGenerator[] {
  return ['', ...usualFolders].flatMap((folder) => inFolder(folder, tree));
}

/**
 * The generators whose files lie in the root; when there are none, those of the usual folders below it. What GitBook reads may
 * have been left behind: another generator's file in such a folder says more.
 */
export function recogniseGenerators(tree: FileTree): readonly RecognisedGenerator[] {
  const here = inFolder('', tree);
  if (here.some(({ name }) => name !== 'GitBook')) return here;
  const below = usualFolders.flatMap((folder) => inFolder(folder, tree));
  const others = below.filter(({ name }) => name !== 'GitBook');
  if (here.length === 0) return below;
  return others.length === 1 ? others : here;
}

/**
 * The sites further down in a repository, each in a folder with a generator's file or a handbook.yaml of its own; of those
 * inside of each other the outermost.
 */
export function sitesBelow(tree: FileTree): readonly RecognisedGenerator[] {
  const files = tree.list('');
  const found = files.flatMap((sign): readonly RecognisedGenerator[] => {
    const slash = sign.lastIndexOf('/');
    const name = slash < 0 ? undefined : ownFiles.get(sign.slice(slash + 1));
    return name === undefined ? [] : [{ name: toldApart(name, sign, tree), sign, folder: sign.slice(0, slash) }];
  });
  found.push(...inDotFolders(files, tree));
  const folders = new Set(found.map(({ folder }) => folder));
  const isInner = (folder: string) => [...folders].some((other) => folder.startsWith(`${other}/`));
  const rank = ({ sign, folder }: RecognisedGenerator) => ownNames.indexOf(sign.slice(folder.length + 1));
  const lastWins = found.sort((a, b) => rank(b) - rank(a)).map((site) => [site.folder, site] as const);
  return [...new Map(lastWins).values()]
    .filter(({ folder }) => !isInner(folder))
    .sort((a, b) => (a.folder < b.folder ? -1 : 1));
}

/** `README.md`, `CHANGELOG.md`, `CODE_OF_CONDUCT.md`: about the code around them, on no site. */
const ABOUT_CODE = /(?:^|\/)[A-Z_-]+\.(?:md|mdx|markdown)$/;
const PAGE = /\.(?:md|mdx|markdown)$/;

/** Whether a file is a page, and not only about the code around it. */
export function isSitesPage(path: string): boolean {
  return PAGE.test(path) && !ABOUT_CODE.test(path);
}

const DEEPEST = 4;
const MOST_FOLDERS = 1000;

/** Sites by files in dot folders, which no listing shows: `packages/docs/.vitepress/config.ts`. */
function inDotFolders(files: readonly string[], tree: FileTree): readonly RecognisedGenerator[] {
  const inOne = new Set(files.map(folderPrefix));
  const folders = new Set([...inOne].flatMap((folder) => foldersAbove(folder).slice(0, DEEPEST)));
  return [...folders].slice(0, MOST_FOLDERS).flatMap((folder) =>
    dotSigns.flatMap(([name, dotFolder, names]) => {
      const there = new Set(listInside(tree, `${folder}/${dotFolder}`));
      const sign = names.map((file) => `${folder}/${file}`).find((path) => there.has(path));
      return sign === undefined ? [] : [{ name, sign, folder }];
    }),
  );
}

function inFolder(folder: string, tree: FileTree): readonly RecognisedGenerator[] {
  const prefix = folder === '' ? '' : `${folder}/`;
  const found = signs.flatMap(([name, files]) => {
    const sign = files.find((file) => tree.exists(prefix + file));
    if (sign === undefined) return [];
    return [{ name: toldApart(name, prefix + sign, tree), sign: prefix + sign, folder }];
  });
  if (found.length > 0) return found;
  const config = `${prefix}config.toml`;
  if (tree.exists(config) && /^base_url[ \t]*=/m.test(readText(tree, config, MAX_LENGTH)))
    return [{ name: 'Zola', sign: config, folder }];
  const index = `${prefix}content/_index.md`;
  const isHugos = hugoSigns.some((sign) => tree.exists(prefix + sign));
  // Its settings stand in a comment, as Hugo's never do.
  if (!isHugos && tree.exists(index) && readText(tree, index, MAX_LENGTH).startsWith('/*'))
    return [{ name: 'Raneto', sign: index, folder }];
  const summary = `${prefix}SUMMARY.md`;
  // Other pages have that name as well.
  return tree.exists(summary) && LISTED_PAGE.test(readText(tree, summary, MAX_LENGTH))
    ? [{ name: 'GitBook', sign: summary, folder }]
    : [];
}

/** Keys that Hexo alone has; its configuration has Jekyll's name. */
const HEXO_KEY = /^(?:source_dir|public_dir|new_post_name|skip_render|post_asset_folder)[ \t]*:/m;

/** Whose configuration a file is where several generators have files of that name: Hexo has Jekyll's, and Starlight is a part of Astro. */
function toldApart(name: string, sign: string, tree: FileTree): string {
  if (name === 'Jekyll' && HEXO_KEY.test(readText(tree, sign, MAX_LENGTH))) return 'Hexo';
  return name === 'Astro' && readText(tree, sign, MAX_LENGTH).includes('@astrojs/starlight') ? 'Starlight' : name;
}

/** `* [Page](page.md)` */
const LISTED_PAGE = /^[ \t]{0,20}[-*+] {1,4}\[[^\]\n]{0,200}\]\(<?[^)\n]{1,200}\.md/m;

/** Keys that Hugo alone has, in any of its formats; it does not tell capitals apart. */
const HUGO_KEY =
  /^[ \t]*["']?(?:baseURL|languageCode|contentDir|publishDir|defaultContentLanguage|disableKinds|taxonomies|permalinks)["']?[ \t]*[:=]/im;

/** Whether a file with the general name `config` speaks to Hugo: by its keys. */
export function hasHugoKey(path: string, tree: FileTree): boolean {
  return HUGO_KEY.test(readText(tree, path, MAX_LENGTH));
}

const TEMPLATES = /^(?:_default|_?partials|_?shortcodes|_markup)$|^[^.].*\.(?!mdx?$|markdown$)\w+$/;

/** Whether a folder `layouts` in which these names lie is Hugo's, by its folders and templates: others keep pages about layouts in one. */
export function areLayouts(names: readonly string[]): boolean {
  return names.some((name) => TEMPLATES.test(name));
}

/** Files of which one beside `content/` makes a folder a Hugo site. */
export const hugoSigns = ['hugo', 'config'].flatMap((name) =>
  ['yaml', 'yml', 'toml', 'json'].flatMap((ending) => [`${name}.${ending}`, `config/_default/${name}.${ending}`]),
);
