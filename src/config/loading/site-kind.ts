import { type FileTree, listInside, readText } from '../../files/file-tree.ts';
import { UnreadableConfig } from '../../sites/configuration/unreadable-config.ts';
import {
  allGenerators,
  areLayouts,
  hasHugoKey,
  hugoSigns,
  isSitesPage,
  recogniseGenerators,
  sitesBelow,
} from '../../sites/recognition/recognise.ts';
import { findTrace } from '../../sites/recognition/traces.ts';
import { generatorNamed } from '../../sites/registry.ts';
import type { HandbookConfig, RecognisedGenerator, TakenFor } from '../config.ts';
import type { CommonSettings } from '../generator-settings.ts';
import type { WrittenConfig } from '../schema.ts';
import { type ConfigMemory, recalled } from './memory.ts';

/** What builds a site, and how that is known. */
export interface SiteKind {
  readonly site: HandbookConfig['site'];
  readonly takenFor: TakenFor;
  readonly generated: readonly RecognisedGenerator[];
  readonly generator: CommonSettings | null;
  /** Files that were read or looked for to know what the generator does. */
  readonly configFiles: readonly string[];
}

/** What the kind of site is found out from. */
interface Sources {
  readonly written: WrittenConfig;
  readonly tree: FileTree;
  readonly memory: ConfigMemory | undefined;
}

const byConfig: TakenFor = { generator: null, sign: 'handbook.yaml', isByFile: false, others: [] };
const alone = { generated: [], generator: null, configFiles: [] };

/** What builds the site, as handbook.yaml says or the files show. */
export async function siteKind(sources: Sources): Promise<SiteKind> {
  const { written, tree } = sources;
  const found = recogniseGenerators(tree);
  if (written.site !== undefined) return namedKind(written.site, sources);
  const here = found.filter(({ folder }) => folder === '');
  const sign = written.content === undefined ? hugoSign(tree) : null;
  if (sign !== null && !here.some((other) => other.sign === sign))
    return { ...alone, site: 'hugo', takenFor: byFile('Hugo', sign, here) };
  // A site in a folder of its own is all that is judged, where its rules are known.
  const [first, ...others] =
    here.length > 0 || found.length !== 1 ? here : found.filter(({ name }) => generatorNamed(name));
  if (first) {
    const { settings, configFiles, problem } = await readGenerator(first, sources);
    const takenFor = { ...byFile(first.name, first.sign, others), problem };
    return { ...alone, site: settings?.kind ?? 'unknown', takenFor, generator: settings, configFiles };
  }
  const folder = written.content === undefined ? hugoFolder(tree) : null;
  if (folder !== null) return { ...alone, site: 'hugo', takenFor: byFile('Hugo', folder) };
  if (written.layouts || written.assets || written.static) return { ...alone, site: 'hugo', takenFor: byConfig };
  const below = sitesBelow(tree);
  const nested = found.length === 0 ? await mostPages(below, sources) : null;
  if (nested !== null) return nested;
  const trace = found.length === 0 ? findTrace(tree) : null;
  if (trace !== null)
    return { ...alone, site: 'unknown', takenFor: { ...byFile(trace.name, trace.sign), isTrace: true } };
  const usual = new Set(found.map(({ folder }) => folder));
  const parts = below.filter(({ folder }) => !usual.has(folder));
  const view = repositoryView(tree);
  const takenFor = { ...byConfig, sign: null, view: view.sign };
  return { ...alone, site: view.site, takenFor, generated: [...found, ...parts] };
}

const MOST_SITES = 8;
/** The site further down, of a generator that is modelled, whose folders hold most pages of the repository. */
async function mostPages(below: readonly RecognisedGenerator[], sources: Sources): Promise<SiteKind | null> {
  const modelled = below.filter(({ name }) => generatorNamed(name) !== undefined).slice(0, MOST_SITES);
  if (modelled.length === 0) return null;
  const pages = sources.tree.list('').filter(isSitesPage);
  for (const site of modelled) {
    const { settings, configFiles } = await readGenerator(site, sources);
    if (settings === null) continue;
    const own = pages.filter((path) => settings.content.some((folder) => path.startsWith(`${folder}/`)));
    if (own.length * 2 > pages.length)
      return {
        ...alone,
        site: settings.kind,
        takenFor: byFile(site.name, site.sign),
        generator: settings,
        configFiles,
      };
  }
  return null;
}

function byFile(generator: string | null, sign: string, others: readonly RecognisedGenerator[] = []): TakenFor {
  return { generator, sign, isByFile: true, others };
}

/** The kind that handbook.yaml names, with what its generator's configuration says, if one is there. */
async function namedKind(site: string, sources: Sources): Promise<SiteKind> {
  if (site === 'plain') return { ...alone, site: repositoryView(sources.tree).site, takenFor: byConfig };
  const named = allGenerators(sources.tree).find(({ name }) => generatorNamed(name)?.kind === site);
  if (named === undefined) return { ...alone, site, takenFor: byConfig };
  const { settings, configFiles, problem } = await readGenerator(named, sources);
  const takenFor = { ...byConfig, problem };
  return { ...alone, site: settings === null ? 'unknown' : site, takenFor, generator: settings, configFiles };
}

interface GeneratorReading {
  /** `null` when the generator's rules are not known, or its configuration cannot be read. */
  readonly settings: CommonSettings | null;
  readonly configFiles: readonly string[];
  readonly problem?: string;
}

/** Reads a generator's own configuration. */
async function readGenerator({ name, sign }: RecognisedGenerator, sources: Sources): Promise<GeneratorReading> {
  const generator = generatorNamed(name);
  if (generator === undefined) return { settings: null, configFiles: [] };
  try {
    const written = sources.written.generator ?? {};
    const key = `${generator.kind} ${sign} ${JSON.stringify(written)}`;
    const { said, asked } = await recalled(key, sources, (tree) => generator.read(sign, tree, written));
    return { settings: said, configFiles: asked };
  } catch (error) {
    if (error instanceof UnreadableConfig) return { settings: null, configFiles: [sign], problem: error.place };
    throw error;
  }
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

/** Pages in content/, and a sign that Hugo builds them: templates in layouts/, `_index.md`, or no pages elsewhere. */
function hugoFolder(tree: FileTree): string | null {
  const content = tree.list('content').filter(isMarkdown);
  if (content.length === 0) return null;
  const index = content.find((path) => path.endsWith('/_index.md'));
  if (index !== undefined) return index;
  const layouts = listInside(tree, 'layouts');
  const names = layouts.map((path) => path.split('/')[1] ?? '');
  if (areLayouts(names) || layouts.some((path) => path.endsWith('.html'))) return 'layouts/';
  const isElsewhere = (path: string) => isMarkdown(path) && path.includes('/') && !/^(?:content|assets)\//.test(path);
  return tree.list('').some(isElsewhere) ? null : 'content/';
}

function isMarkdown(path: string): boolean {
  return path.endsWith('.md');
}

/** Whose view of a repository is meant, and what shows it. */
interface RepositoryView {
  /** As handbook.yaml names it. */
  readonly site: 'plain' | 'gitlab';
  readonly sign?: string;
}

/** GitLab's view where the repository's remote or files are GitLab's and none is GitHub's, else the one that most know. */
export function repositoryView(tree: FileTree): RepositoryView {
  const host = remoteHost(tree);
  if (host !== null) return /gitlab/.test(host) ? { site: 'gitlab', sign: `the remote ${host}` } : { site: 'plain' };
  if (listInside(tree, '.github').length > 0) return { site: 'plain' };
  if (tree.exists('.gitlab-ci.yml')) return { site: 'gitlab', sign: '.gitlab-ci.yml' };
  return listInside(tree, '.gitlab').length > 0 ? { site: 'gitlab', sign: '.gitlab/' } : { site: 'plain' };
}

/** The host of the first remote whose name tells what runs there: `gitlab.example.com`. */
function remoteHost(tree: FileTree): string | null {
  if (!tree.exists('.git/config')) return null;
  const text = readText(tree, '.git/config', 100_000);
  for (const [, url = ''] of text.matchAll(/^[ \t]*url[ \t]*=[ \t]*(\S{1,500})/gm)) {
    const host = /^(?:[a-z+]{1,10}:\/\/)?(?:[^@/]{0,100}@)?([^:/]{1,200})/i.exec(url)?.[1]?.toLowerCase();
    if (host !== undefined && /github|gitlab/.test(host)) return host;
  }
  return null;
}
