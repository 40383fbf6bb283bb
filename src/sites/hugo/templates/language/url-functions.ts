import { cleanPath } from '../../paths.ts';
import { type Call, type Fields, type TemplateSite, UNKNOWN, type Value } from './values.ts';

const FULL = /^(?:[a-z][a-z\d+.-]*:|\/\/)/i;

/** `absURL`, or what leads to the same page where full URLs need not be told apart. Run with 0.131 and 0.169. */
function absUrl(address: string, inLanguage: boolean, site: TemplateSite): string {
  if (site.base === null || FULL.test(address)) return relUrl(address, inLanguage, site);
  const { origin, pathname } = new URL(site.base);
  return origin + relUrl(address, inLanguage, { basePath: pathname.replace(/\/$/, ''), language: site.language });
}

/** The `Permalink` of a page or file by its `RelPermalink`, in the same way. */
export function permalink(address: string, { base, basePath }: TemplateSite): string {
  return base === null || address === '' ? address : base + address.slice(basePath.length);
}

/** `relURL`. Run with 0.131, 0.167 and 0.169. */
function relUrl(
  address: string,
  inLanguage: boolean,
  { basePath, language }: Pick<TemplateSite, 'basePath' | 'language'>,
): string {
  if (FULL.test(address)) return address;
  const path = address.replace(/^\//, '');
  const isBelow = language === '' || path === language || path.startsWith(`${language}/`);
  const base = address.startsWith('/') ? '' : basePath;
  const whole = `${base}/${inLanguage && !isBelow ? `${language}/` : ''}${path}`;
  const clean = cleanPath(whole);
  return whole.endsWith('/') && clean !== '/' ? `${clean}/` : clean;
}

/** A destination taken apart, as Go's `url.Parse` does. */
function parsedUrl(href: string): Fields {
  const [, scheme = '', host = '', path = '', query = '', fragment = ''] =
    /^(?:([a-z][a-z\d+.-]*):)?(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#([\s\S]*))?$/i.exec(href) ?? [];
  const fields: Readonly<Record<string, Value>> = {
    IsAbs: scheme !== '',
    Scheme: scheme.toLowerCase(),
    Host: host,
    Hostname: host.replace(/:\d*$/, ''),
    Path: decoded(path),
    RawQuery: query,
    Fragment: decoded(fragment),
    String: href,
  };
  return { field: (name) => fields[name] ?? UNKNOWN };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function addressed(by: typeof absUrl, inLanguage: boolean): Call {
  return ([address], site) => (typeof address === 'string' ? by(address, inLanguage, site) : UNKNOWN);
}

function reference(written: (address: string, site: TemplateSite) => string): Call {
  return ([, wanted], site) => (typeof wanted === 'string' ? written(site.reference(wanted) ?? '', site) : UNKNOWN);
}

/** Functions of templates that make addresses or take them apart, by all of their names. */
export const urlFunctions: Readonly<Record<string, Call>> = {
  'relURL urls.RelURL': addressed(relUrl, false),
  'absURL urls.AbsURL': addressed(absUrl, false),
  'relLangURL urls.RelLangURL': addressed(relUrl, true),
  'absLangURL urls.AbsLangURL': addressed(absUrl, true),
  'ref urls.Ref': reference(permalink),
  'relref urls.RelRef': reference((address) => address),
  'urls.Parse': ([href]) => (typeof href === 'string' ? parsedUrl(href) : UNKNOWN),
};
