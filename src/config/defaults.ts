import { cleanRelative, type FileTree, listInside } from '../files/file-tree.ts';
import { lenientMarkdown, type MarkdownSettings } from '../markdown/settings.ts';
import type { CommonSettings } from '../sites/common-settings.ts';
import { type HugoConfig, hugoDefaults } from '../sites/hugo/config/config-files.ts';
import { hasHugoKey, type RecognisedGenerator, recogniseGenerators, type TakenFor } from '../sites/recognise.ts';
import { generatorNamed } from '../sites/registry.ts';
import { repositoryView } from '../sites/repository-view.ts';
import { findTrace } from '../sites/traces.ts';
import type { HandbookConfig, HugoSettings } from './config.ts';
import { dataFiles } from './data-files.ts';
import { hugoSigns } from './find-root.ts';
import type { WrittenConfig } from './schema.ts';

/** What builds a site, and by what that is known. */
export interface SiteKind {
  readonly site: HandbookConfig['site'];
  readonly takenFor: TakenFor;
  readonly generated: readonly RecognisedGenerator[];
  readonly generator: CommonSettings | null;
}

/** What builds the site, as handbook.yaml says or the files show. */
export async function siteKind(written: WrittenConfig, tree: FileTree): Promise<SiteKind> {
  const byFile = (generator: string | null, sign: string, others: readonly RecognisedGenerator[] = []): TakenFor => {
    return { generator, sign, isByFile: true, others };
  };
  const byConfig: TakenFor = { generator: null, sign: 'handbook.yaml', isByFile: false, others: [] };
  const alone = { generated: [], generator: null };
  const found = recogniseGenerators(tree);
  if (written.site !== undefined) {
    if (written.site === 'plain') return { ...alone, site: repositoryView(tree).site, takenFor: byConfig };
    const named = found.find(({ name }) => generatorNamed(name)?.kind === written.site);
    const generator = named === undefined ? null : await readGenerator(named, tree);
    return { site: written.site, takenFor: byConfig, generated: [], generator };
  }
  const here = found.filter(({ folder }) => folder === '');
  const sign = written.content === undefined ? hugoSign(tree) : null;
  if (sign !== null && !here.some((other) => other.sign === sign))
    return { ...alone, site: 'hugo', takenFor: byFile('Hugo', sign, here) };
  // A site in a folder of its own is all that is judged, where its rules are known.
  const [first, ...others] =
    here.length > 0 || found.length !== 1 ? here : found.filter(({ name }) => generatorNamed(name));
  if (first) {
    const generator = await readGenerator(first, tree);
    return {
      site: generator?.kind ?? 'unknown',
      takenFor: byFile(first.name, first.sign, others),
      generated: [],
      generator,
    };
  }
  const folder = written.content === undefined ? hugoFolder(tree) : null;
  if (folder !== null) return { ...alone, site: 'hugo', takenFor: byFile('Hugo', folder) };
  if (written.layouts || written.assets || written.static) return { ...alone, site: 'hugo', takenFor: byConfig };
  const trace = found.length === 0 && written.content === undefined ? findTrace(tree) : null;
  if (trace !== null)
    return { ...alone, site: 'unknown', takenFor: { ...byFile(trace.name, trace.sign), isTrace: true } };
  const view = repositoryView(tree);
  const takenFor = { ...byConfig, sign: null, ...(view.sign === undefined ? {} : { view: view.sign }) };
  return { site: view.site, takenFor, generated: found, generator: null };
}

/** Reads a generator's own configuration; `null` when its rules are not known. */
async function readGenerator({ name, sign }: RecognisedGenerator, tree: FileTree): Promise<CommonSettings | null> {
  return (await generatorNamed(name)?.read(sign, tree)) ?? null;
}

/** What is known besides handbook.yaml. */
interface Known {
  readonly kind: SiteKind;
  readonly hugo: HugoConfig | null;
  /** The path of handbook.yaml; `null` when there is none. */
  readonly source: string | null;
}

const usualRedirects = ['layouts/index.redirects', 'static/_redirects', '_redirects'];

/** Fills in what handbook.yaml leaves open, from the files that there are; `hugo` is null when Hugo does not build the site. */
export function withDefaults(written: WrittenConfig, tree: FileTree, { kind, hugo, source }: Known): HandbookConfig {
  const { generator } = kind;
  const assets = folders(written.assets ?? (hugo ? ['assets'] : []));
  const includeRoot = clean(written.includes?.root ?? assets[0] ?? '');
  return {
    ...kind,
    content: folders(written.content ?? hugo?.content ?? generator?.content ?? ['']),
    static: folders(written.static ?? hugo?.static ?? generator?.static ?? shownFolders),
    assets,
    layouts: folders(written.layouts ?? (hugo ? hugo.layouts : [])),
    includes: {
      folders: folders(written.includes?.folders ?? (hugo ? [`${includeRoot}/includes`] : (generator?.includes ?? []))),
      root: includeRoot,
      ...includesBy(written, tree, hugo, includeRoot),
    },
    redirects: written.redirects ? folders(written.redirects) : usualRedirects.filter((path) => tree.exists(path)),
    hosts: [
      ...new Set([
        ...(written.hosts ?? []).map((host) => host.toLowerCase()),
        ...(hugo?.hosts ?? []),
        ...(generator?.host ? [generator.host] : []),
      ]),
    ],
    unknown: [...(written.unknown ?? []), ...(hugo?.elsewhere ?? [])],
    ignore: written.ignore ?? [],
    shortcodes: {
      anchors: written.shortcodes?.anchors ?? {},
      generating: written.shortcodes?.generating ?? [],
      silent: written.shortcodes?.silent ?? [],
      unknown: written.shortcodes?.unknown ?? 'generating',
    },
    pageTypes: written.pageTypes ?? {},
    frameworks: written.frameworks ?? [],
    data: dataFiles(written, source !== null && tree.exists(source) ? source : null),
    rules: withPrefix(written.rules ?? {}),
    hugo: hugo
      ? withFolders(hugo.settings, written)
      : generator
        ? { ...plainSettings, markdown: generator.markdown }
        : { ...plainSettings, markdown: plainMarkdown(kind.site) },
  };
}

/**
 * The shortcodes that bring in files: those that handbook.yaml names, and those whose templates say so. `include` is taken for one
 * where no template of its own says otherwise, and there is a folder for what it brings.
 */
function includesBy(
  written: WrittenConfig,
  tree: FileTree,
  hugo: HugoConfig | null,
  root: string,
): Pick<HandbookConfig['includes'], 'shortcodes' | 'by'> {
  const by = hugo?.includes ?? {};
  const named = written.includes?.shortcodes;
  const own = new Set(hugo?.settings.ownShortcodes);
  const isAssumed = named === undefined && hugo !== null && !own.has('include');
  const isConfigured = hugo !== null && hugo.settings.generated !== null;
  const hasFolder = () => !isConfigured || listInside(tree, `${root === '' ? '' : `${root}/`}includes`).length > 0;
  const assumed = isAssumed && hasFolder() ? ['include'] : [];
  return { shortcodes: [...new Set([...(named ?? assumed), ...Object.keys(by)])], by };
}

/** A repository's view shows these as well, which no walk from the top enters. */
const shownFolders = ['', '.github', '.gitlab'];

/** What holds of a folder of plain Markdown. */
const plainSettings: HugoSettings = { ...hugoDefaults.settings, taxonomies: [] };

/** Each view makes ids of headings in its own way. */
function plainMarkdown(site: string): MarkdownSettings {
  return { ...lenientMarkdown, headingIds: site === 'gitlab' ? 'shown-with-images' : 'shown' };
}

/** Folders that handbook.yaml names stand in place of mounts, each at the top. */
function withFolders(settings: HugoSettings, written: WrittenConfig): HugoSettings {
  const at = (paths: readonly string[]): HugoSettings['mounts'] =>
    folders(paths).map((source) => ({ source, below: '', language: null, files: [] }));
  return {
    ...settings,
    ...(written.content === undefined ? {} : { mounts: at(written.content) }),
    ...(written.static === undefined ? {} : { staticMounts: at(written.static) }),
  };
}

/** Rules by their whole names: `link-page` is `handbook-link-page`, whose setting wins where both are there. */
function withPrefix(rules: NonNullable<WrittenConfig['rules']>): NonNullable<WrittenConfig['rules']> {
  const isWhole = ([id]: readonly [string, unknown]) => id.startsWith('handbook-');
  const entries = Object.entries(rules);
  const short = entries.filter((entry) => !isWhole(entry)).map(([id, setting]) => [`handbook-${id}`, setting]);
  return Object.fromEntries([...short, ...entries.filter(isWhole)]);
}

/** The file that shows that Hugo builds pages in content/. */
function hugoSign(tree: FileTree): string | null {
  const isHugos = (path: string) => tree.exists(path) && (!path.startsWith('config.') || isConfigOfHugo(path, tree));
  return ['content/_index.md', 'content/_index.html', ...hugoSigns].find(isHugos) ?? null;
}

/** Many programs have a file named `config.yaml`. */
function isConfigOfHugo(path: string, tree: FileTree): boolean {
  return tree.list('content').some(isMarkdown) || hasHugoKey(path, tree);
}

/** Pages in content/, and a sign that Hugo builds them: layouts, `_index.md`, or no pages elsewhere. */
function hugoFolder(tree: FileTree): string | null {
  const content = tree.list('content').filter(isMarkdown);
  if (content.length === 0) return null;
  const index = content.find((path) => path.endsWith('/_index.md'));
  if (index !== undefined) return index;
  if (listInside(tree, 'layouts').length > 0) return 'layouts/';
  const isElsewhere = (path: string) => isMarkdown(path) && path.includes('/') && !/^(?:content|assets)\//.test(path);
  return tree.list('').some(isElsewhere) ? null : 'content/';
}

function isMarkdown(path: string): boolean {
  return path.endsWith('.md');
}

function folders(paths: readonly string[]): string[] {
  return [...new Set(paths.map(clean))];
}

// The schema has refused what leads out of the root.
function clean(path: string): string {
  return cleanRelative(path) ?? '';
}
