import type { Cascade } from '../../config/cascade-rules.ts';
import type { Digest } from '../../model/digest.ts';
import { logicalPath } from './paths.ts';

/** What sections hand down to the pages below them. */
export class Cascades {
  readonly #rules: { readonly folder: string; readonly rule: Cascade }[] = [];

  /** `below` is the section's path in the content folder: `/b/_index.md`. */
  add(below: string, rules: readonly Cascade[]): void {
    const folder = below.slice(0, below.lastIndexOf('/') + 1);
    for (const rule of rules) this.#rules.push({ folder, rule });
  }

  /** The page's own settings, and those that it inherits. */
  apply(below: string, digest: Digest, language: string): { readonly draft: boolean; readonly unrendered: boolean } {
    let draft = digest.draft === true;
    let unrendered = digest.rendered === false;
    for (const rule of this.#rulesFor(below, digest)) {
      if (rule.target !== undefined && !matchesPath(rule.target, logicalPath(below))) continue;
      if (rule.kind !== undefined && rule.kind !== kindOf(below)) continue;
      if (rule.lang !== undefined && rule.lang !== language) continue;
      if (rule.draft) draft = true;
      if (rule.unrendered && digest.rendered === undefined) unrendered = true;
    }
    return { draft, unrendered };
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
