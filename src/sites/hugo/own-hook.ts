import type { FollowedTemplate } from '../../config/hugo-settings.ts';
import type { ShortcodeCall } from '../../markdown/facts.ts';
import type { Handbook, Page } from '../../model/handbook.ts';
import { splitHref } from '../href.ts';
import { type LookedUp, lookUpFromRoot, lookUpName, lookUpPage, lookUpReference } from './lookup.ts';
import { assetFile, bundledFile } from './resources.ts';
import { runHook, runShortcode } from './templates/run-template.ts';
import { type Part, parseTemplate } from './templates/template-syntax.ts';
import { type TemplateSite, UNKNOWN, UNKNOWN_TEXT } from './templates/template-values.ts';

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

const ADDRESS = {
  any: /<(?:a|img)\b[^>]*?\s(?:href|src)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))/,
  a: /<a\b[^>]*?\shref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))/,
  img: /<img\b[^>]*?\ssrc\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))/,
} as const;

function addressIn(output: string | null, element: keyof typeof ADDRESS): string | null {
  const match = output === null ? null : ADDRESS[element].exec(output);
  const address = match?.[1] ?? match?.[2] ?? match?.[3] ?? null;
  return address === null || address.includes(UNKNOWN_TEXT) ? null : address.trim();
}

/** The templates that were read last; a site has few hooks. */
const parsed = new Map<string, readonly Part[] | null>();

function partsOf(template: string): readonly Part[] | null {
  let parts = parsed.get(template);
  if (parts === undefined) {
    if (parsed.size > 20) parsed.clear();
    parts = parseTemplate(template);
    parsed.set(template, parts);
  }
  return parts;
}

/** A path that templates look up as it is: in a destination it would be decoded first. */
function asHref(path: string): string {
  return path.replaceAll('%', '%25');
}

function siteOf({ params }: FollowedTemplate, page: Page, handbook: Handbook): TemplateSite {
  const { basePath, languages } = handbook.config.hugo;
  const { language } = page;
  const own = languages.find(({ name }) => name === language) ?? languages[0];
  const prefix = own?.prefix ?? '';
  // Of a page that is not rendered the address is empty.
  const addressOf = (found: LookedUp | undefined) => {
    if (found === undefined) return null;
    const address = found.page === null ? found.address : found.page.address;
    return address === null ? '' : basePath + address;
  };
  const fileAt = (file: ReturnType<typeof assetFile>) => (file === undefined ? null : basePath + file.address);
  return {
    pageAt: (path) => addressOf(lookUpPage(asHref(path), page, handbook)),
    pageFromTop: (path) =>
      addressOf(lookUpFromRoot(asHref(path), handbook, language) ?? lookUpName(asHref(path), handbook, language)),
    reference: (written) => {
      const { path, fragment } = splitHref(written);
      const address = path === '' ? '' : addressOf(lookUpReference(path, page, handbook));
      return address === null ? null : address + (fragment === null ? '' : `#${fragment}`);
    },
    resourceAt: (path) => fileAt(bundledFile(asHref(path), page, handbook)),
    assetAt: (path) => fileAt(assetFile(asHref(path), handbook)),
    param: (name) => {
      const value = params[name.toLowerCase()];
      return value === undefined ? null : (value ?? UNKNOWN);
    },
    page: basePath + (page.address ?? ''),
    home: `${basePath}${prefix}/`,
    basePath,
    language: prefix.slice(1),
  };
}
