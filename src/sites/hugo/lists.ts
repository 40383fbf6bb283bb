import type { HugoSettings } from '../../config/hugo-settings.ts';
import type { PageValues } from '../../config/page-values.ts';
import { lookupKey } from '../../model/place.ts';
import { addressOfPath, unescaped } from './addresses.ts';
import { expandPattern, ruleFor } from './config/permalinks.ts';
import { cleanPath, logicalPath } from './paths.ts';

/** A list of pages that no file asks for. */
export interface List {
  readonly kind: 'home' | 'section' | 'taxonomy' | 'term';
  readonly address: string;
  /** It is written as HTML, and not in other formats only. */
  readonly hasPage: boolean;
}

/** Adds the lists that Hugo makes for one language. `lists` has them by `lookupKey`. */
export class Lists {
  readonly #lists: Map<string, List>;
  readonly #settings: HugoSettings;
  readonly #language: string;
  readonly #prefix: string;

  constructor(
    lists: Map<string, List>,
    settings: HugoSettings,
    { language, prefix }: { readonly language: string; readonly prefix: string },
  ) {
    this.#lists = lists;
    this.#settings = settings;
    this.#language = language;
    this.#prefix = prefix;
  }

  /** The home page, which a file of its own makes, or takes away as a draft. */
  addHome(folders: Map<string, string | null>, hasFile: boolean): void {
    const key = lookupKey('/', this.#language);
    if (this.#isDisabled('home')) folders.set(key, null);
    else if (!hasFile) {
      const address = `${this.#prefix}/`;
      this.#lists.set(key, { kind: 'home', address, hasPage: true });
      folders.set(key, address);
    }
  }

  /** A folder at the top has a page of its own even if no file asks for it; without that page its files are not published. */
  addSection(top: string, folders: Map<string, string | null>): void {
    const key = lookupKey(top, this.#language);
    if (folders.has(key)) return;
    const isListed = !this.#isDisabled('section');
    const address = this.#add('section', [top.slice(1, -1)]);
    const published = address.endsWith('/') ? address : this.#prefix + top;
    folders.set(key, isListed ? published : null);
  }

  /** The lists of terms. */
  addTaxonomies(): void {
    for (const name of this.#settings.taxonomies) this.#add('taxonomy', [name]);
  }

  /** The lists of a page's terms. */
  addTermsOf(terms: PageValues['terms']): void {
    for (const [name, words] of Object.entries(terms ?? {}))
      if (this.#settings.taxonomies.includes(name)) for (const word of words) this.#add('term', [name, word]);
  }

  #add(kind: List['kind'] & AddressedKind, names: readonly string[]): string {
    const address = this.#prefix + addressOfList(kind, names, this.#settings);
    const hasPage = !this.#settings.withoutHtml.includes(kind);
    if (!this.#isDisabled(kind))
      this.#lists.set(lookupKey(logicalPath(`/${names.join('/')}`), this.#language), { kind, address, hasPage });
    return address;
  }

  #isDisabled(kind: List['kind']): boolean {
    return this.#settings.disabledKinds.includes(kind);
  }
}

type AddressedKind = 'section' | 'taxonomy' | 'term';

/** Where the list of a folder at the top is, that of a taxonomy's terms, or that of one term's pages: `['tags', 'Red']`. */
function addressOfList(kind: AddressedKind, names: readonly string[], settings: HugoSettings): string {
  const [name = ''] = names;
  const rule = ruleFor(settings.permalinks, kind, [name]);
  const own = names.at(-1) ?? '';
  const sections = [name];
  const tokens = {
    date: null,
    title: kind === 'section' ? plural(own) : own,
    slug: undefined,
    name: own,
    sections,
    sectionSlugs: sections,
    isSection: true,
    keepsCase: settings.disablePathToLower,
  };
  const filled = rule && expandPattern(rule.pattern, tokens);
  const path = filled == null ? `/${names.join('/')}` : cleanPath(unescaped(filled));
  return addressOfPath(path, settings, kind === 'term' ? 'term' : 'list', name);
}

/** The title that Hugo gives the page of a folder, as far as it counts in addresses. */
function plural(name: string): string {
  if (/s$/i.test(name)) return name;
  if (/[^aeiou]y$/i.test(name) || name === 'y') return name.replace(/y$/i, 'ies');
  return /(?:x|z|ch|sh)$/i.test(name) ? `${name}es` : `${name}s`;
}
