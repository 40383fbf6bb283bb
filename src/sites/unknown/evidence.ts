import type { HandbookConfig } from '../../config/config.ts';
import { endingOf } from '../../files/paths.ts';
import type { PageSource } from '../../model/page-source.ts';
import type { SiteFiles } from '../../model/place.ts';
import { usualFolders } from '../recognition/recognise.ts';
import { hasTag } from '../template.ts';
import { countLinks, type LinkEvidence, type SignificantPage } from './addresses.ts';

/** What shows in pages that a generator builds them although no file names one. */
const evidence = [
  'more than a third of the links between pages are addresses that no file has as written',
  'links name pages without the ending of their files',
  'most pages begin with front matter for a site',
  'a folder of pages begins with index.md, which no view of files opens',
  'folders of pages begin with _index.md, which only generators read',
  'headings have ids in braces, which only generators read',
  'templates lie among the pages',
  'destinations of links are computed by templates',
] as const;

type Evidence = (typeof evidence)[number];

/** Keys that generators read and nobody else. Titles are written in plain repositories as well. */
const siteKeys = new Set(
  `layout permalink slug weight nav_order parent has_children redirect_from sidebar sidebar_position sidebar_label hide_title
  pagination_next outline template eleventyNavigation`.split(/\s+/),
);

/** Files that only become a page when a site is built. */
const templates = new Set(['njk', 'liquid', 'astro', 'mdx']);

const fewest = 3;

/** Whether the pages may show that a generator is at work: nothing else says what the site is. */
export function mayBeUnknown({ site, takenFor }: HandbookConfig): boolean {
  return (site === 'plain' || site === 'gitlab') && takenFor.sign === null;
}

/** The configuration, by which the site is of unknown kind where what these files say shows so. */
export function decideKind(
  config: HandbookConfig,
  { content, served }: SiteFiles,
  sources: ReadonlyMap<string, PageSource>,
): HandbookConfig {
  if (!mayBeUnknown(config)) return config;
  const pages = content.map((path) => {
    const { links = [], headings = [], frontMatter } = sources.get(path)?.facts() ?? {};
    const hasNamedHeadings = headings.some(({ id }) => id !== undefined);
    return { path, links, keys: Object.keys(frontMatter?.values ?? {}), hasNamedHeadings };
  });
  return byPages(config, pages, [...content, ...served().flatMap(({ paths }) => paths)]);
}

/** The configuration, by which the site is of unknown kind where its pages show so. */
export function byPages(
  config: HandbookConfig,
  pages: readonly SignificantPage[],
  files: readonly string[],
): HandbookConfig {
  const isApart = (path: string) => config.generated.some(({ folder }) => path.startsWith(`${folder}/`));
  const own = pages.filter(({ path }) => !isApart(path));
  const sign = mayBeUnknown(config)
    ? evidenceIn(
        own,
        countLinks(own, files, config),
        files.filter((path) => !isApart(path)),
      )
    : null;
  if (sign === null) return config;
  return { ...config, site: 'unknown', takenFor: { generator: null, sign, isByFile: false, others: [] } };
}

function evidenceIn(
  pages: readonly SignificantPage[],
  { all, unwritten, built }: LinkEvidence,
  files: readonly string[],
): Evidence | null {
  if (unwritten * 3 > all) return evidence[0];
  if (built >= fewest && built * 10 >= all) return evidence[1];
  // A site's links name addresses here and there; those of a plain repository name files.
  const isTitled = unwritten * 10 > all && pages.filter(({ keys }) => keys.includes('title')).length * 2 > pages.length;
  if (isTitled && pages.length >= fewest) return evidence[2];
  const forSite = pages.filter(({ keys }) => keys.some((key) => siteKeys.has(key))).length;
  if (forSite >= fewest && forSite * 2 > pages.length) return evidence[2];
  const paths = new Set(files);
  const isIndexed = (folder: string) =>
    paths.has(`${folder}index.md`) && !paths.has(`${folder}README.md`) && !paths.has(`${folder}readme.md`);
  if (['', ...usualFolders.map((folder) => `${folder}/`)].some(isIndexed)) return evidence[3];
  if (pages.filter(({ path }) => path.endsWith('/_index.md')).length >= fewest) return evidence[4];
  // Converters of documents leave some on a few of many pages.
  const named = pages.filter(({ hasNamedHeadings }) => hasNamedHeadings).length;
  if (named >= fewest && named * 100 >= pages.length) return evidence[5];
  if (files.some((path) => templates.has(endingOf(path)))) return evidence[6];
  // A page may speak of a template.
  const computed = pages.flatMap(({ links }) => links.filter(({ href }) => hasTag(href))).length;
  return computed > 0 && computed * 10 >= all ? evidence[7] : null;
}
