import { compilePattern, isPattern, patternProblem } from '../../config/pattern.ts';
import { folderOf, joinInside } from '../../files/paths.ts';
import type { Link } from '../../markdown/facts.ts';
import { vitepressSlug } from '../../markdown/headings/token-words.ts';
import type { Handbook, Page } from '../../model/handbook.ts';
import { sourceFile } from '../content-paths.ts';
import { cleanPath, decodePercent, splitHref, tail } from '../href.ts';
import { isMarkdown, isResource, type PlacedLink, trimmedHref } from '../link-kinds.ts';
import { type Broken, brokenAt, foundAt, type Resolution } from '../resolution.ts';
import { judgeOpenBy, lookUpAsWritten, lookUpWithoutPath } from '../script/scripted-site.ts';
import { resolveInBrowser } from '../serving/static-host.ts';
import { uncheckable } from '../template.ts';
import type { VitepressSettings } from './config.ts';

/** Endings of files, to which VitePress adds no `.html` (`treatAsHtml` of VitePress 1.6.4). */
const FILES = new Set(
  `3g2 3gp aac ai apng au avif bin bmp cer class conf crl css csv dll doc eps epub exe gif gz ics ief jar jpe jpeg jpg js json
  jsonld m4a man mid midi mjs mov mp2 mp3 mp4 mpe mpeg mpg mpp oga ogg ogv ogx opus otf p10 p7c p7m p7s pdf png ps qt roff rtf
  rtx ser svg t tif tiff tr ts tsv ttf txt vtt wav weba webm webp woff woff2 xhtml xml yaml yml zip`.split(/\s+/),
);
/** `[x](y){target="_self"}`: such links stay as they are. */
const ATTRIBUTES = /^\{[^}\n]*(?:target|download)/;

/**
 * Where a link leads on a site that VitePress 1.6 builds. Links of Markdown to pages get `.html`, or lose their ending with
 * `cleanUrls`; a path from the top gets the base. Raw HTML stays as it is, but for what it shows, which Vite looks up.
 */
export function lookUp(placed: PlacedLink<VitepressSettings>): Resolution {
  const { link, handbook, settings } = placed;
  const href = trimmedHref(link);
  const { path, fragment: asWritten } = splitHref(href);
  const fragment = isMarkdown(link) ? asBuilt(asWritten, settings) : asWritten;
  const known = lookUpWithoutPath(href, fragment, placed, judgeOpen);
  if (known !== null) return known;
  if (link.kind === 'setting') return judgeOpen(lookUpOfHome(href, placed), handbook, settings);
  const answer = isResource(link)
    ? lookUpShown(path, placed)
    : isMarkdown(link)
      ? lookUpMarkdown(href, placed)
      : lookUpAsWritten(href, placed);
  return judgeOpen(answer, handbook, settings);
}

/** A link of a home page's front matter: as one of Markdown, but what begins with a name counts from the base, and files get none. */
function lookUpOfHome(href: string, placed: PlacedLink<VitepressSettings>): Resolution {
  const { path } = splitHref(href);
  if (placed.page.facts.frontMatter?.values.layout !== 'home') return uncheckable(path);
  const ending = path.split('.').pop()?.toLowerCase() ?? '';
  const isAsItIs = FILES.has(ending) || (!path.startsWith('/') && /\.html$|\/$/.test(path));
  if (!isAsItIs) return lookUpMarkdown(/^[./]/.test(path) ? href : `/${href}`, placed);
  return lookUpAsWritten(href, placed);
}

/** The verdict, unless something else than a page of the site may stand where nothing was found. */
export const judgeOpen = judgeOpenBy(isLeftOpen);

/** VitePress 2 makes slugs of the fragments of links. */
function asBuilt(fragment: string | null, { major }: VitepressSettings): string | null {
  return major === 2 && fragment ? vitepressSlug(decodePercent(fragment)) : fragment;
}

function isLeftOpen({ address, reason }: Broken, handbook: Handbook, settings: VitepressSettings): boolean {
  if (reason === 'missing-anchor') return settings.major === null;
  if (reason === 'missing-file' && settings.unsureFiles !== null) return true;
  return (
    isIgnored(address, settings) ||
    handbook.isUnknownAddress(address) ||
    settings.dynamic.some((start) => address.startsWith(start))
  );
}

/** Whether attributes in braces stand behind a link: VitePress does not rewrite those. */
function hasAttributes({ range }: Link, { text }: Page): boolean {
  return ATTRIBUTES.test(text.slice(range[1], range[1] + 200));
}

function lookUpMarkdown(href: string, placed: PlacedLink<VitepressSettings>): Resolution {
  const { link, file, page, handbook, settings } = placed;
  const { path, query, fragment: asWritten } = splitHref(href);
  const fragment = asBuilt(asWritten, settings);
  if (settings.markdown.headingAttributes && hasAttributes(link, file)) return lookUpAsWritten(href, placed);
  const ending = decodePercent(cleanPath(`/${path}`)).replace(/^.*\./s, '');
  const base = settings.base.slice(0, -1);
  const go = (written: string) => {
    const built = `${written.startsWith('/') ? base : ''}${written}${tail({ path, query, fragment })}`.replace(
      /^\/+/,
      '/',
    );
    return resolveInBrowser(built, false, page.address ?? '/', settings, handbook);
  };
  if (FILES.has(ending.toLowerCase())) return go(path);
  const written = normalized(path, settings.cleanUrls ?? false);
  const answer = go(written);
  if (answer.outcome === 'broken' && isIgnored(written, settings)) return uncheckable(path);
  const isSure = settings.cleanUrls !== null || go(normalized(path, true)).outcome === answer.outcome;
  return isSure ? answer : uncheckable(path);
}

/** `normalizeHref` of VitePress 1.6.4. */
function normalized(path: string, cleanUrls: boolean): string {
  const index = /^((?:.*\/)?)index\.md$/i.exec(path);
  const clean = path.replace(/\.md$/, cleanUrls ? '' : '.html');
  const isWhole = cleanUrls || clean.endsWith('.html') || clean.endsWith('/');
  const found = index ? (index[1] ?? '') : isWhole ? clean : `${clean}.html`;
  return found.startsWith('/') || found.startsWith('./') ? found : `./${found}`;
}

/** Whether `ignoreDeadLinks` says that a destination or an address is good, or served by something else. */
function isIgnored(written: string, { ignoredLinks }: VitepressSettings): boolean {
  const url = written.replace(/\.html$/, '');
  return ignoredLinks.some((each) => {
    if (!isPattern(each)) return each === url || each === written;
    // A pattern that cannot be followed may mean any link.
    const plain = each.replace(/\\\//g, '/');
    return patternProblem(plain) !== null || compilePattern(plain)(url);
  });
}

/** What Vue takes along with the page; frames, sounds and the like stay as they are written. */
const TAKEN = /^<(?:img|video|source|image)[\s/>]/i;

function isTaken(link: Link, { text }: Page): boolean {
  return link.kind !== 'html-resource' || TAKEN.test(text.slice(...link.range));
}

/** Vite may have names of its own for folders: `@/x.png`. */
const ALIAS = /^[@~]/;

/**
 * Images and the like: a path beside the page is a file that the build takes along; one from the top is a file of the folder of
 * public files, or of the folder of pages.
 */
function lookUpShown(path: string, placed: PlacedLink<VitepressSettings>): Resolution {
  const { link, file: source, page, handbook, settings } = placed;
  const decoded = decodePercent(path);
  const isRaw = link.kind === 'html-resource';
  if (!isTaken(link, source)) return lookUpAsWritten(path, placed);
  const [content = ''] = settings.content;
  const isFromTop = decoded.startsWith('/');
  const target = joinInside(isFromTop ? content : folderOf(page.path), decoded);
  const isInside = target !== null && (content === '' || target.startsWith(`${content}/`));
  if (!isInside || ALIAS.test(decoded) || (isRaw && !/^[./]/.test(decoded))) return uncheckable(path);
  const address = sourceFile(target);
  const file = (isFromTop ? handbook.fileAt(decoded) : undefined) ?? handbook.fileAt(address);
  if (file !== undefined) return foundAt(address, { file });
  return brokenAt('missing-file', address, null);
}
