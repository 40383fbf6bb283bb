import type { Cascade } from '../../config/cascade-rules.ts';
import { expandBraces } from '../../config/glob.ts';
import type { Digest } from '../../model/digest.ts';
import { logicalPath } from './paths.ts';

/** What becomes of a page by what it inherits. */
interface Inherited {
  readonly draft: boolean;
  readonly unrendered: boolean;
  /** The page's own, and what else it inherits. */
  readonly digest: Digest;
}

/** What sections hand down to the pages below them. */
export class Cascades {
  readonly #rules: { readonly folder: string; readonly rule: Cascade }[] = [];

  /** `below` is the section's path in the content folder: `/b/_index.md`. */
  add(below: string, rules: readonly Cascade[]): void {
    const folder = below.slice(0, below.lastIndexOf('/') + 1);
    for (const rule of rules) this.#rules.push({ folder, rule });
  }

  /** The page's own settings, and those that it inherits. */
  apply(below: string, digest: Digest, language: string): Inherited {
    let draft = digest.draft === true;
    let url = digest.url;
    let from = digest.from;
    let until = digest.until;
    let unrendered = digest.rendered === false;
    for (const rule of this.#rulesFor(below, digest)) {
      if (rule.target !== undefined && !matchesPath(rule.target, logicalPath(below))) continue;
      if (rule.kind !== undefined && rule.kind !== kindOf(below)) continue;
      if (rule.lang !== undefined && rule.lang !== language) continue;
      if (rule.draft && digest.draft === undefined) draft = true;
      url = digest.url ?? rule.url ?? url;
      from = digest.from ?? rule.from ?? from;
      until = digest.until ?? rule.until ?? until;
      if (rule.unrendered && digest.rendered === undefined) unrendered = true;
    }
    return {
      draft,
      unrendered,
      digest:
        this.#rules.length === 0
          ? digest
          : { ...digest, ...(url && { url }), ...(from && { from }), ...(until && { until }) },
    };
  }

  #rulesFor(below: string, digest: Digest): readonly Cascade[] {
    if (this.#rules.length === 0) return digest.cascade ?? [];
    const inherited = this.#rules.filter(({ folder }) => below.startsWith(folder)).map(({ rule }) => rule);
    return [...inherited, ...(digest.cascade ?? [])];
  }
}

/** What Hugo calls a page of this name. */
function kindOf(below: string): string {
  if (!below.startsWith('_index.', below.lastIndexOf('/') + 1)) return 'page';
  return below.lastIndexOf('/') === 0 ? 'home' : 'section';
}

/** Hugo's patterns as far as `*` (within a segment) and `**` go. The work is bounded by pattern times path. */
function matchesPath(pattern: string, path: string): boolean {
  return (expandBraces(pattern) ?? []).some((form) => matchesForm(form, path));
}

function matchesForm(pattern: string, path: string): boolean {
  const tokens = pattern.toLowerCase().match(/\*\*|./gsu) ?? [];
  let reached = new Set([0]);
  for (const character of [...path, '']) {
    const next = new Set<number>();
    for (let position of reached) {
      for (; position < tokens.length && tokens[position]!.startsWith('*'); position++) {
        if (character !== '' && (tokens[position] === '**' || character !== '/')) next.add(position);
      }
      if (character === '' ? position === tokens.length : tokens[position] === character) next.add(position + 1);
    }
    if (character === '') return next.size > 0;
    reached = next;
  }
  return false;
}
