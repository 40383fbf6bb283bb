import type { Handbook } from '../handbook/handbook.ts';

const KEY = {};

/**
 * Whether Hugo makes a page at this address although no file asks for one: a top-level folder without
 * `_index.md`, the lists of tags and categories.
 */
export function isBuiltBySite(address: string, handbook: Handbook): boolean {
  if (handbook.config.site !== 'hugo') return false;
  return handbook.memo(KEY, () => automaticAddresses(handbook)).has(address);
}

function automaticAddresses(handbook: Handbook): ReadonlySet<string> {
  const { taxonomies } = handbook.config.hugo;
  const addresses = new Set<string>(['/', ...taxonomies.map((name) => `/${name}/`)]);
  for (const page of handbook.pages) {
    if (page.address === null) continue;
    const folder = /^\/[^/]+\//.exec(`${handbook.contentFolder(page)}/`);
    if (folder) addresses.add(folder[0].toLowerCase().replaceAll(' ', '-'));
    const values = page.facts.frontMatter?.values;
    for (const name of taxonomies)
      for (const term of listOf(values?.[name]))
        addresses.add(`/${name}/${term.toLowerCase().trim().replaceAll(' ', '-')}/`);
  }
  return addresses;
}

function listOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((term): term is string => typeof term === 'string') : [];
}
