import type { ScriptValue } from './values.ts';

/** Plugins of remark and rehype that leave ids and links alone, by a part of their names. */
const HARMLESS =
  /math|katex|npm2yarn|mermaid|gfm|emoji|tabs?\b|kroki|plantuml|code|prism|shiki|breaks|video|youtube|embed|highlight/i;

/** Those that may change ids, and leave the destinations of links alone. */
const HARMLESS_TO_LINKS =
  /rehype-slug|autolink-headings|external-links|-toc\b|reading-time|heading-id|directive|smartypants|figure|caption|sectionize|modified-time/i;

/** Why plugins of remark or rehype that a key of the configuration lists may change ids of headings, and links; `null`: they do not. */
export function remarkChanges(
  key: string,
  value: ScriptValue,
): { readonly ids: string | null; readonly links: string | null } {
  const items = value.kind === 'absent' ? [] : value.kind === 'list' ? value.items : [value];
  const names = items.map((item) => nameOf(item.kind === 'list' ? item.items[0] : item));
  const strange = names.filter((name) => !HARMLESS.test(name));
  // Of a package nothing but its name is known.
  const isLinking = strange.some(
    (name) => name === '' || (/link|url|href|import|wiki|base/i.test(name) && !HARMLESS_TO_LINKS.test(name)),
  );
  return {
    ids: strange.length > 0 ? `${key} of the configuration may change them` : null,
    links: isLinking ? `${key} of the configuration may change links` : null,
  };
}

/** What a plugin is called, or its code; `''` where that is not known. */
function nameOf(plugin: ScriptValue | undefined): string {
  if (plugin?.kind === 'code') return plugin.text;
  return plugin?.kind === 'literal' ? String(plugin.value) : '';
}
