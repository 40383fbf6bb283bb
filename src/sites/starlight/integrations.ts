import { ABSENT, alternatives, type ScriptValue, valueAt } from '../script/values.ts';

/** What the integrations of a site leave open, and the options of Starlight. */
interface Integrations {
  readonly options: ScriptValue;
  /** Why pages may exist that no file shows. */
  readonly pages: string | null;
  /** Why ids of headings are not known. */
  readonly ids: string | null;
  /** Why links are not known. */
  readonly links: string | null;
}

const STARLIGHT = /^import @astrojs\/starlight$/;
/** Integrations of Astro that make no pages of a site's own, and change neither ids nor links, by a part of their names. */
const HARMLESS =
  /@astrojs\/(?!markdoc)|sitemap|expressive-code|tailwind|icon|robots|compress|mermaid|analytics|plausible|partytown|d2/i;
/** Plugins of Starlight that do no more than that. */
const HARMLESS_PLUGIN =
  /links-validator|image-zoom|sidebar-topics|auto-sidebar|llms|theme|docsearch|algolia|scroll-to-top|site-graph|giscus|credit|catppuccin|rapide|nova|flexoki|black|gruvbox|kbd|announcement|icons|mermaid/i;

/** Reads `integrations` of the configuration. */
export function readIntegrations(root: ScriptValue): Integrations {
  const value = valueAt(root, 'integrations');
  const items = value.kind === 'list' ? value.items : [];
  const own = items.find((item) => item.kind === 'code' && STARLIGHT.test(item.text));
  const options = (own?.kind === 'code' ? own.argument : undefined) ?? ABSENT;
  const isKnown = own !== undefined && value.kind === 'list' && !value.isOpen;
  const others = items.filter((item) => item !== own);
  const reason = isKnown
    ? (strange('integrations', others, HARMLESS) ?? strangePlugins(valueAt(options, 'plugins')))
    : 'a computed list of integrations';
  return {
    options,
    pages: reason === null ? null : `${reason} may make some`,
    ids: reason === null ? null : `${reason} may change them`,
    links: reason !== null && /link|url|href/i.test(reason) ? `${reason} may change links` : null,
  };
}

function strangePlugins(plugins: ScriptValue): string | null {
  const lists = alternatives(plugins).filter(({ kind }) => kind !== 'absent');
  const items = lists.flatMap((list) => (list.kind === 'list' && !list.isOpen ? list.items : []));
  if (lists.some((list) => list.kind !== 'list' || list.isOpen)) return 'a computed list of plugins';
  return strange('plugins', items, HARMLESS_PLUGIN);
}

/** The first of these that may do more than is known, in words. */
function strange(kind: string, items: readonly ScriptValue[], harmless: RegExp): string | null {
  for (const item of items.flatMap(alternatives)) {
    if (item.kind === 'absent' || (item.kind === 'literal' && !item.value)) continue;
    const name = item.kind === 'code' ? /^import (\S+)$/.exec(item.text)?.[1] : undefined;
    if (name === undefined) return `code in ${kind} of the configuration`;
    if (!harmless.test(name)) return `${name} in ${kind}`;
  }
  return null;
}
