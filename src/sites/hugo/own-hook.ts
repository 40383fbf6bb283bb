import type { FoundHook } from '../../config/hugo-settings.ts';
import type { Handbook, Page } from '../../model/handbook.ts';
import { splitHref } from '../href.ts';
import { type LookedUp, lookUpFromRoot, lookUpPage, lookUpReference } from './lookup.ts';
import { assetFile, bundledFile } from './resources.ts';
import { runHook } from './templates/run-template.ts';
import { type Part, parseTemplate } from './templates/template-syntax.ts';
import { type TemplateSite, UNKNOWN, UNKNOWN_TEXT } from './templates/template-values.ts';

/** What a hook of the site's own writes for a destination on a page; `null` when nobody can know. */
export function writtenByHook(hook: FoundHook, destination: string, page: Page, handbook: Handbook): string | null {
  const parts = partsOf(hook.template ?? '');
  const output = parts && runHook(parts, destination, siteOf(hook, page, handbook));
  const match = output ? ADDRESS.exec(output) : null;
  const address = match?.[1] ?? match?.[2] ?? match?.[3] ?? null;
  return address === null || address.includes(UNKNOWN_TEXT) ? null : address.trim();
}

const ADDRESS = /<(?:a|img)\b[^>]*?\s(?:href|src)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))/;

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

function siteOf({ params = {} }: FoundHook, page: Page, handbook: Handbook): TemplateSite {
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
    pageFromTop: (path) => addressOf(lookUpFromRoot(asHref(path), handbook, language)),
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
