import type { CommonSettings } from '../../config/generator-settings.ts';
import { type FileTree, listInside, readText } from '../../files/file-tree.ts';
import { cleanRelative, folderPrefix, nameOf } from '../../files/paths.ts';
import { lenientMarkdown } from '../../markdown/settings.ts';
import { readYaml, type YamlMap } from '../configuration/yaml-values.ts';

/**
 * What .gitbook.yaml says (gitbook.com/docs, Content configuration, read in November 2026), or book.json of the older program and
 * of HonKit.
 */
export interface GitbookSettings extends CommonSettings {
  readonly kind: 'gitbook';
  /** The file that lists the pages, relative to the root of the handbook. */
  readonly summary: string;
  /** HonKit builds the book, or the older program that it goes on from. */
  readonly isHonkit: boolean;
}

/** A dependency in package.json. */
const HONKIT = /"(?:honkit|gitbook-cli)"[ \t]?:/;

/** Reads the configuration; `sign` may be SUMMARY.md itself, where nothing else is written. */
export function readGitbook(sign: string, tree: FileTree): GitbookSettings {
  const around = folderPrefix(sign);
  const settings: YamlMap | null = sign.endsWith('.md') ? null : readYaml(sign, tree);
  const packages = `${around}package.json`;
  const isHonkit =
    nameOf(sign) === 'book.json' ||
    (sign.endsWith('.md') && tree.exists(packages) && HONKIT.test(readText(tree, packages)));
  const root = inside(`${around}${settings?.word('root') ?? ''}`);
  const below = root === '' ? '' : `${root}/`;
  return {
    kind: 'gitbook',
    markdown: { ...lenientMarkdown, ...(isHonkit && { headingIds: 'shown' }), onlyYaml: true },
    content: [root],
    static: [root, ...new Set([below, ...spacesIn(root, tree)].map((folder) => `${folder}.gitbook`))],
    includes: [],
    base: '/',
    host: null,
    frontMatter: [],
    unsurePages: null,
    unsureIds: null,
    summary: inside(`${below}${settings?.map('structure').word('summary') ?? 'SUMMARY.md'}`),
    isHonkit,
  };
}

/** A repository may hold several spaces, each a folder with a summary of its own and with what GitBook's editor puts beside it. */
function spacesIn(root: string, tree: FileTree): readonly string[] {
  return listInside(tree, root)
    .filter((path) => nameOf(path) === 'SUMMARY.md')
    .map(folderPrefix);
}

function inside(path: string): string {
  return cleanRelative(path) ?? '';
}
