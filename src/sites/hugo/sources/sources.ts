import { type FileTree, listInside, readText, UnreadableFile } from '../../../files/file-tree.ts';
import { cleanRelative, folderOf, nameOf } from '../../../files/paths.ts';
import type { HugoFile } from './hugo-file.ts';
import { goMod, replacedModules } from './replaced-modules.ts';
import { type TemplateFiles, templateFiles } from './template-files.ts';

/** Everything that a site's settings are read from, as plain data: what was read of the same files need not be read again. */
export interface HugoSources extends TemplateFiles {
  readonly files: readonly HugoFile[];
  /** Files that may pin a version. */
  readonly pins: readonly HugoFile[];
  /** Folders of themes and modules that are among the files. */
  readonly themes: readonly string[];
  /** The folder that themes lie in by their names. */
  readonly themesFolder: string;
  /** Modules that folders of the site's own stand in for, and those folders. */
  readonly replaced: Readonly<Record<string, string>>;
  /** Configuration of themes and modules. */
  readonly themeFiles: readonly HugoFile[];
  /** Folders of content with a page of their own whose names the configuration says: those of languages may be. */
  readonly homes: readonly string[];
  /** A version that was asked for, and by what. */
  readonly asked: { readonly version: string; readonly why: string } | null;
}

/** Files at the root that may pin a version: first those that CI builds by, then those of people's own machines. */
export const pinFiles: readonly string[] = [
  '.gitlab-ci.yml',
  'netlify.toml',
  'mise.toml',
  '.mise.toml',
  '.tool-versions',
  '.hvm',
  'package.json',
];

/** The folder of GitHub's workflows, any of which may build the site. */
const workflowFolder = '.github/workflows';

/** The folder whose files are the configuration, whole or one key each: `taxonomies.toml`. */
const hugoFolder = 'config/_default';
/** What `hugo` alone builds is for production. */
const environment = 'config/production';

/** Folders where a file that comes or goes changes the settings, besides those of templates. */
export const settingsFolders: readonly string[] = [hugoFolder, environment, workflowFolder];

/** Folders of templates that settings are read from. */
export const templateFolders: readonly string[] = [
  'layouts/_markup',
  'layouts/_default/_markup',
  'layouts/_shortcodes',
  'layouts/shortcodes',
  'layouts/_partials',
  'layouts/partials',
];

const MAX_LENGTH = 200_000;
const PARSED = /\.(?:toml|ya?ml|json)$/;

/**
 * The files of a site's configuration, or of a theme's, each winning over those before it: the first at the root, then those of the folder in the
 * order of their names, then those for production. Run with 0.131 and 0.169.
 */
export function hugoFiles(tree: FileTree, below = ''): readonly HugoFile[] {
  const root = rootFiles.map((path) => below + path).find((path) => tree.exists(path));
  const folders = [hugoFolder, environment].flatMap((folder) =>
    [...listInside(tree, below + folder)].filter((path) => PARSED.test(path)).sort(),
  );
  return [...(root === undefined ? [] : [root]), ...folders].flatMap((path) => readFile(tree, path));
}

/** All that a site's settings are read from. */
export function hugoSources(tree: FileTree, asked: HugoSources['asked'], layouts: readonly string[]): HugoSources {
  const workflows = [...listInside(tree, workflowFolder)].filter((path) => /\.ya?ml$/.test(path)).sort();
  const pins = [...pinFiles.filter((path) => tree.exists(path)), ...workflows];
  const files = hugoFiles(tree);
  const folder = themesFolder(files);
  const replaced = replacedModules(files, tree.exists(goMod) ? readFile(tree, goMod) : [], folder, tree);
  const replacing = Object.values(replaced);
  const below = [...layouts, folder, '_vendor', ...replacing].flatMap((each) => listInside(tree, each));
  const themes = new Set([...below.flatMap((path) => themeOf(path, folder) ?? []), ...replacing]);
  return {
    files,
    pins: pins.flatMap((path) => readFile(tree, path)),
    ...templateFiles(
      below,
      (path) => readFile(tree, path),
      (name) => tree.exists(`content/${name}/_index.md`),
    ),
    themes: [...themes].sort(),
    themesFolder: folder,
    replaced,
    themeFiles: [...themes].sort().flatMap((each) => hugoFiles(tree, `${each}/`)),
    homes: homesIn(files, tree),
    asked,
  };
}

/** `en:`, `[languages.pt-br]`, `languages.de.toml`. */
const CODE = /(?<![\w-])[a-z]{2,3}(?:-[a-z]{2,8})?(?=["']?\s{0,9}[:\].])/gi;

function homesIn(files: readonly HugoFile[], tree: FileTree): readonly string[] {
  const names = files.flatMap(({ path, text }) => `${nameOf(path)}\n${text}`.toLowerCase().match(CODE) ?? []);
  return [...new Set(names)].filter((name) =>
    ['md', 'html'].some((ending) => tree.exists(`content/${name}/_index.${ending}`)),
  );
}

/** `github.com/a/b`, `docsy/theme`: what the folders of a module's or a theme's own lie in. */
const HOLDING = /^(.+?)\/(?:(?:layouts|content|static|assets|archetypes|config|data|i18n)\/|(?:hugo|config)\.\w+$)/;

/** The folder of a theme, `themes/x`, or of a module. */
function themeOf(path: string, themes: string): string | undefined {
  const start = [themes, '_vendor'].find((folder) => path.startsWith(`${folder}/`));
  if (start === undefined) return undefined;
  const below = path.slice(start.length + 1);
  const [, name = start === themes ? folderOf(below).split('/')[0] : ''] = HOLDING.exec(below) ?? [];
  return name ? `${start}/${name}` : undefined;
}

/** The folder that themes lie in, which `themesDir` names. */
function themesFolder(files: readonly HugoFile[]): string {
  const named = files.map(({ text }) => /^\s*["']?themesdir["']?\s*[:=]\s*["']?([^"'\n,]+)/im.exec(text)?.[1]);
  return cleanRelative(named.find((name) => name !== undefined)?.trim() ?? '') || 'themes';
}

function readFile(tree: FileTree, path: string): readonly HugoFile[] {
  try {
    return [{ path, text: readText(tree, path, MAX_LENGTH) }];
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    return error.why === 'missing' ? [] : [{ path, text: '', isForbidden: true }];
  }
}

/** Hugo takes the first that it finds: by name, then by ending. */
const rootFiles = ['hugo', 'config'].flatMap((name) =>
  ['toml', 'yaml', 'yml', 'json'].map((ending) => `${name}.${ending}`),
);
