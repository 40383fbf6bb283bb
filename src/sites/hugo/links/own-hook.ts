import type { FollowedTemplate } from '../../../config/hugo-settings.ts';
import { folderOf } from '../../../files/paths.ts';
import type { ShortcodeCall } from '../../../markdown/facts.ts';
import type { Handbook, Page } from '../../../model/handbook.ts';
import { splitHref } from '../../href.ts';
import { answersOf } from '../templates/followed-template.ts';
import { runHook, runShortcode } from '../templates/language/run.ts';
import { partsOf } from '../templates/language/syntax.ts';
import type { TemplateSite } from '../templates/language/values.ts';
import { addressIn } from '../templates/language/written-address.ts';
import { type LookedUp, lookUpFromRoot, lookUpName, lookUpPage, lookUpReference } from './lookup.ts';
import { assetFile, bundledFile, mayBeAsset } from './resources.ts';

/** What a hook of the site's own writes for a destination on a page; `null` when nobody can know. */
export function writtenByHook(
  followed: FollowedTemplate | undefined,
  destination: string,
  page: Page,
  handbook: Handbook,
): string | null {
  if (followed === undefined) return null;
  const parts = partsOf(followed.template);
  return parts && addressIn(runHook(parts, destination, siteOf(followed, page, handbook)), 'any');
}

/** What the site's own `figure` writes as the address of its image, or of its link. */
export function writtenByFigure(
  { params }: ShortcodeCall,
  element: 'img' | 'a',
  page: Page,
  handbook: Handbook,
): string | null {
  const { figure } = handbook.config.hugo;
  if (figure === null) return null;
  const parts = partsOf(figure.template);
  if (parts === null) return null;
  const given = new Map(params.map(({ name, value }, index) => [name ?? String(index), value]));
  return addressIn(runShortcode(parts, given, siteOf(figure, page, handbook)), element);
}

/** A path that templates look up as it is: in a destination it would be decoded first. */
function asHref(path: string): string {
  return path.replaceAll('%', '%25');
}

/** An address as templates get it. Run with 0.131, 0.167 and 0.169. */
function asWritten(address: string): string {
  return address.replace(/[%?#]/g, encodeURIComponent);
}

/** The section that a page lies in; `undefined` where no file makes it. */
function sectionOf(page: Page, handbook: Handbook): Page | undefined {
  if (page.kind === 'section') return page;
  for (let folder = handbook.contentFolder(page); ; folder = folderOf(folder)) {
    const found = handbook.pageAtContentPath(folder || '/', page.language);
    // The folders at the top have a page each, file or not.
    if (found?.kind === 'section' || folder.lastIndexOf('/') <= 0) return found?.kind === 'section' ? found : undefined;
  }
}

function siteOf(followed: FollowedTemplate, page: Page, handbook: Handbook): TemplateSite {
  const { basePath, languages, rooted } = handbook.config.hugo;
  const [host] = handbook.config.hosts;
  const { language } = page;
  // Hugo puts it before pages' addresses at the end, and before those of files at once.
  const pagesBase = rooted === 'canonify' ? '' : basePath;
  const own = languages.find(({ name }) => name === language) ?? languages[0];
  const prefix = own?.prefix ?? '';
  // Of a page that is not rendered the address is empty.
  const addressOf = (found: LookedUp | undefined) => {
    if (found === undefined) return null;
    const address = found.page === null ? found.address : found.page.address;
    return address === null ? '' : pagesBase + asWritten(address);
  };
  const fileAt = (file: ReturnType<typeof assetFile>) =>
    file === undefined ? null : basePath + asWritten(file.address);
  return {
    pageAt: (path) => addressOf(lookUpPage(asHref(path), page, handbook)),
    pageFromTop: (path) => {
      const fromTop = lookUpFromRoot(asHref(path.startsWith('/') ? path : `/${path}`), handbook, language);
      return addressOf(fromTop ?? lookUpName(asHref(path), handbook, language));
    },
    reference: (written) => {
      const { path, fragment } = splitHref(written);
      const address = path === '' ? '' : addressOf(lookUpReference(path, page, handbook));
      return address === null ? null : address + (fragment === null ? '' : `#${fragment}`);
    },
    resourceAt: (path) => fileAt(bundledFile(asHref(path), page, handbook)),
    sectionResourceAt: (path) => {
      const section = sectionOf(page, handbook);
      return section && fileAt(bundledFile(asHref(path), section, handbook));
    },
    bundleType: page.kind === 'leaf' ? 'leaf' : page.kind === 'section' ? 'branch' : '',
    assetAt: (path) => (mayBeAsset(asHref(path), handbook) ? undefined : fileAt(assetFile(asHref(path), handbook))),
    ...answersOf(followed),
    page: pagesBase + asWritten(page.address ?? ''),
    home: `${pagesBase}${prefix}/`,
    basePath: pagesBase,
    base: basePath === '' || rooted === null || host === undefined ? null : `https://${host}${basePath}`,
    language: prefix.slice(1),
  };
}
