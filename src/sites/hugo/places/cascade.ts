import type { HugoSettings } from '../../../config/hugo-settings.ts';
import type { Cascade, PageValues } from '../../../config/page-values.ts';
import { folderPrefix } from '../../../files/paths.ts';
import { matchesPattern } from '../path-pattern.ts';
import { isIndex, logicalPath } from '../paths.ts';
import { changes, isSince } from '../version.ts';
import { kindOfList } from './addresses.ts';

/** What sections and the configuration hand down to the pages below them. */
export class Cascades {
  readonly #rules = new Map<string, readonly Cascade[]>();
  readonly #settings: Pick<HugoSettings, 'taxonomies' | 'version'>;

  constructor(settings: Pick<HugoSettings, 'taxonomies' | 'version'>) {
    this.#settings = settings;
  }

  /** `below` is the section's path in the content folder, `/b/_index.md`. Of two for one folder the later one counts first. */
  add(below: string, rules: readonly Cascade[]): void {
    const folder = folderPrefix(below);
    // Most sections hand down nothing, and every page would look for it.
    if (rules.length > 0) this.#rules.set(folder, [...rules, ...(this.#rules.get(folder) ?? [])]);
  }

  /**
   * The page's own values, and for each that it does not give the one that it inherits: of the nearest section first, there of the
   * first rule that gives it. A cascade is for its own page as well. Run with 0.131 and 0.169.
   */
  apply(below: string, values: PageValues & { readonly cascade?: readonly Cascade[] }, language: string): PageValues {
    const own = isIndex(below, '_index') ? [] : (values.cascade ?? []);
    if (this.#rules.size === 0 && own.length === 0) return values;
    let all: PageValues = values;
    for (const rule of [...own, ...this.#inheritedBy(below)])
      if (this.#isFor(rule, below, language)) all = { ...rule.values, ...all };
    return all;
  }

  #isFor({ target, kind, lang }: Cascade, below: string, language: string): boolean {
    if (target !== undefined && !matchesPattern(target, logicalPath(below))) return false;
    const own = isIndex(below, '_index') ? kindOfList(below, this.#settings) : 'page';
    if (kind !== undefined && !matchesPattern(kind, own)) return false;
    if (lang === undefined || lang === language) return true;
    return !isSince(this.#settings.version, changes.cascadesByLanguage) && matchesPattern(lang, language);
  }

  /** Those of deeper folders first. */
  #inheritedBy(below: string): readonly Cascade[] {
    const rules: Cascade[] = [];
    for (let end = below.lastIndexOf('/'); end >= 0; end = below.slice(0, end).lastIndexOf('/'))
      rules.push(...(this.#rules.get(below.slice(0, end + 1)) ?? []));
    return rules;
  }
}
