import { cleanPath } from '../paths.ts';
import { type Fields, type TemplateSite, UNKNOWN, type Value } from './template-values.ts';

/** `relURL`, and `absURL` as far as it leads to the same page. Run with 0.131, 0.167 and 0.169. */
export function relUrl(address: string, inLanguage: boolean, { basePath, language }: TemplateSite): string {
  if (/^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(address)) return address;
  const path = address.replace(/^\//, '');
  const isBelow = language === '' || path === language || path.startsWith(`${language}/`);
  const base = address.startsWith('/') ? '' : basePath;
  const whole = `${base}/${inLanguage && !isBelow ? `${language}/` : ''}${path}`;
  const clean = cleanPath(whole);
  return whole.endsWith('/') && clean !== '/' ? `${clean}/` : clean;
}

/** A destination taken apart, as Go's `url.Parse` does. */
export function parsedUrl(href: string): Fields {
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
