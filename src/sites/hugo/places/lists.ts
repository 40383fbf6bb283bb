import type { HugoSettings, Outputs } from '../../../config/hugo-settings.ts';
import type { PageValues } from '../../../config/page-values.ts';
import { nameOf } from '../../../files/paths.ts';
import { lookupKey, type Place } from '../../../model/place.ts';
import { logicalPath } from '../paths.ts';
import { addressOfPath, inItsFormat, pathFilled } from './addresses.ts';
import { expandPattern, ruleFor } from './permalinks.ts';

/** A page that no file asks for: a list of pages, or what a file gives once more where it is mounted twice. */
export interface List {
  readonly kind: keyof Outputs;
  /** `null` for a page that is found and not written. */
  readonly address: string | null;
  /** It is written as HTML, and not in other formats only. */
  readonly hasPage: boolean;
  /** Formats that it is written in, where it inherits them. */
  readonly outputs?: readonly string[] | undefined;
}

/** What the lists of one language depend on. */
interface ListsOf {
  readonly language: string;
  /** What stands before the addresses of the language. */
  readonly prefix: string;
  /** Where a list that no file asks for is by what it inherits, by its path in content; `null` when it inherits nothing. */
  readonly inheritedPlace: (below: string) => Place | null;
}

/** Adds the lists that Hugo makes for one language. `lists` has them by `lookupKey`. */
export class Lists {
  readonly #lists: Map<string, List>;
  readonly #settings: HugoSettings;
  readonly #of: ListsOf;

  constructor(lists: Map<string, List>, settings: HugoSettings, of: ListsOf) {
    this.#lists = lists;
    this.#settings = settings;
    this.#of = of;
  }

  /** The home page, which a file of its own makes, or takes away as a draft. */
  addHome(folders: Map<string, string | null>, hasFile: boolean): void {
    const key = lookupKey('/', this.#of.language);
    if (this.#isDisabled('home')) {
      folders.set(key, null);
      this.#addUnwritten('home', '/');
    } else if (!hasFile) {
      const address = `${this.#of.prefix}/`;
      this.#addAt('home', '/', address);
      folders.set(key, address);
    }
  }

  /** A folder at the top has a page of its own even if no file asks for it; without that page its files are not published. */
  addSection(top: string, place: Place, outputs: List['outputs'], folders: Map<string, string | null>): void {
    const key = lookupKey(top, this.#of.language);
    if (folders.has(key)) return;
    folders.set(key, place.unbuilt === null || place.unbuilt === 'unrendered' ? place.files : null);
    this.#addPlaced('section', top, place, outputs);
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

  #add(kind: AddressedKind, names: readonly string[]): void {
    const path = `/${names.join('/')}`;
    if (this.#isDisabled(kind)) {
      if (kind === 'taxonomy') this.#addUnwritten(kind, path);
      return;
    }
    const inherited = this.#of.inheritedPlace(`${path}/_index.md`);
    if (inherited !== null) {
      this.#addPlaced(kind, path, inherited);
      return;
    }
    this.#addAt(kind, path, this.#of.prefix + addressOfList(kind, names, this.#settings));
  }

  #addAt(kind: List['kind'], path: string, bare: string): void {
    const address = inItsFormat(bare, kind, undefined, this.#settings);
    const hasPage =
      /(?:\/|\.html)$/.test(address) &&
      (kind === 'home' || address !== bare || !this.#settings.withoutHtml.includes(kind));
    this.#lists.set(this.#keyOf(kind, path), { kind, address, hasPage });
  }

  /** The page that a file gives where it is mounted once more. */
  addCopy(kind: List['kind'], place: Place): void {
    if (place.logical !== null) this.#addPlaced(kind, place.logical, place);
  }

  #addPlaced(kind: List['kind'], path: string, { address, unbuilt }: Place, outputs?: List['outputs']): void {
    if (unbuilt === 'unrendered' && kind !== 'term') this.#addUnwritten(kind, path);
    if (address === null) return;
    const isWritten =
      outputs !== undefined || !this.#settings.withoutHtml.includes(kind) || this.#settings.outputs[kind].length > 0;
    const hasPage = isWritten && !/\.(?!html?$)\w+$/.test(address);
    this.#lists.set(this.#keyOf(kind, path), { kind, address, hasPage, outputs });
  }

  /** A page that lookups find, and that has no address. Run with 0.131 and 0.169. */
  #addUnwritten(kind: List['kind'], path: string): void {
    this.#lists.set(this.#keyOf(kind, path), { kind, address: null, hasPage: false });
  }

  /** Terms may be called `index` or `notes.md`. */
  #keyOf(kind: List['kind'], path: string): string {
    return lookupKey(logicalPath(kind === 'term' ? `${path}/_index` : path), this.#of.language);
  }

  #isDisabled(kind: List['kind']): boolean {
    return this.#settings.disabledKinds.includes(kind);
  }
}

type AddressedKind = 'taxonomy' | 'term';

/** Where the list of a taxonomy's terms is, or that of one term's pages: `['tags', 'Red']`. */
function addressOfList(kind: AddressedKind, names: readonly string[], settings: HugoSettings): string {
  const [name = ''] = names;
  const page = { kind, path: logicalPath(`/${names.join('/')}`), folders: [name] };
  const rule = ruleFor(settings.permalinks, page, settings.version);
  const own = names.at(-1) ?? '';
  const sections = page.path.split('/').slice(1);
  const tokens = {
    date: null,
    title: own,
    slug: undefined,
    name: nameOf(own),
    sections,
    sectionSlugs: sections,
    isSection: true,
    keepsCase: settings.disablePathToLower,
  };
  const filled = rule && expandPattern(rule.pattern, tokens);
  const path = filled == null ? `/${names.join('/')}` : pathFilled(filled, settings);
  return addressOfPath(path, settings, kind === 'term' ? 'term' : 'list', name);
}

/** Endings of names, the first that fits, and what Hugo makes of them. Run with 0.131 and 0.169. */
const PLURALS: readonly (readonly [ending: RegExp, plural: string])[] = [
  [/person$/i, 'people'],
  [/(?:people|children|men|data|media)$/i, '$&'],
  [/child$/i, '$&ren'],
  [/man$/i, 'men'],
  [/(dat|medi)um$/i, '$1a'],
  [/(ind|append|matr|vert|vort)[ei]x$/i, '$1ices'],
  [/(radi|foc|cact|nucle|syllab|alumn)us$/i, '$1i'],
  [/([sx])is$/i, '$1es'],
  [/([^aeiou]|^)y$/i, '$1ies'],
  [/(?:ss|us|x|z|ch|sh)$/i, '$&es'],
  [/s$/i, '$&'],
  [/$/, 's'],
];

/** The title that Hugo gives the page of a folder, as far as it counts in addresses. */
export function titleOfFolder(name: string): string {
  const [ending, plural] = PLURALS.find(([each]) => each.test(name))!;
  return name.replace(ending, plural);
}
