import { withoutEnding } from '../../files/paths.ts';
import { joinPath } from '../href.ts';

/** What front matter and settings say of a doc. */
interface Doc {
  readonly slug: string | undefined;
  readonly id: string | undefined;
  readonly numberPrefixes: boolean;
}

/** `2024-05-01-log` and `7.0-notes` have no number prefix. */
const NO_PREFIX = /^\d+[-_.]\d+/;
const PREFIX = /^\d+\s*[-_.]+\s*([^-_.\s].*)$/;

/** The slug of a doc below the route of its plugin (Docusaurus 3.10, `getSlug`): `01-guide/02-setup.md` is `/guide/setup`. */
export function docSlug(below: string, { slug, id, numberPrefixes }: Doc): string {
  if (slug?.startsWith('/')) return slug;
  const names = withoutEnding(below).split('/');
  const file = names.pop() ?? '';
  const folders = numberPrefixes ? names.map(withoutPrefix) : names;
  const folder = folders.length === 0 ? '/' : `/${folders.join('/')}/`;
  const isIndex = ['index', 'readme', names.at(-1)?.toLowerCase()].includes(file.toLowerCase());
  if (slug === undefined && isIndex) return folder;
  return joinPath(folder, slug ?? id ?? (numberPrefixes ? withoutPrefix(file) : file));
}

/** What sidebars call a doc (Docusaurus 3.10.2, `processDocMetadata`, run): `01-guide/02-setup.md` is `guide/setup`. */
export function docId(below: string, { id, numberPrefixes }: Omit<Doc, 'slug'>): string {
  const names = withoutEnding(below).split('/');
  const own = names.map((name) => (numberPrefixes ? withoutPrefix(name) : name));
  return [...own.slice(0, -1), id ?? own.at(-1)].join('/');
}

function withoutPrefix(name: string): string {
  return NO_PREFIX.test(name) ? name : (PREFIX.exec(name)?.[1] ?? name);
}
