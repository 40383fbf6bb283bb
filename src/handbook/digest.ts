import type { PageFacts } from '../markdown/facts.ts';

/**
 * The few facts of a page that its place in the handbook depends on. They are kept for every page at all
 * times, so that a run over one page need not load the facts of the others.
 */
export interface Digest {
  /** Front matter title, else the first heading. */
  readonly title?: string;
  readonly slug?: string;
  readonly url?: string;
  readonly draft?: true;
  /** It is found by links but has no address. */
  readonly unrendered?: true;
  /** Pages below this section are not rendered either. */
  readonly cascadesUnrendered?: true;
  readonly aliases?: readonly string[];
  /** Terms of taxonomies, by front matter key, lower case: `{tags: ['finance']}`. */
  readonly terms?: Readonly<Record<string, readonly string[]>>;
  /** Shortcode calls on the page, in order, each with its first parameter: what includes are found by. */
  readonly calls?: readonly (readonly [name: string, argument: string])[];
}

/** What of the facts the index keeps. `insertsFiles` says which shortcodes may be include calls. */
export function digestOf(facts: PageFacts, taxonomies: readonly string[], insertsFiles: ReadonlySet<string>): Digest {
  const values = new Map<string, unknown>();
  for (const [key, value] of Object.entries(facts.frontMatter?.values ?? {})) values.set(key.toLowerCase(), value);
  const title = textOf(values.get('title')) || facts.headings[0]?.text;
  const slug = textOf(values.get('slug'));
  const url = textOf(values.get('url'));
  const aliases = textsOf(values.get('aliases'));
  const terms = Object.fromEntries(
    taxonomies.flatMap((key) => {
      const found = textsOf(values.get(key.toLowerCase()));
      return found.length > 0 ? [[key, found] as const] : [];
    }),
  );
  const calls = facts.shortcodes
    .filter((call) => call.place === 'content' && insertsFiles.has(call.name))
    .map((call) => [call.name, call.params[0]?.value ?? ''] as const);
  return {
    ...(title ? { title } : {}),
    ...(slug ? { slug } : {}),
    ...(url ? { url } : {}),
    ...(isTrue(values.get('draft')) ? { draft: true } : {}),
    ...(isTrue(values.get('headless')) || isUnrendered(values) ? { unrendered: true } : {}),
    ...(cascades(values.get('cascade')) ? { cascadesUnrendered: true } : {}),
    ...(aliases.length > 0 ? { aliases } : {}),
    ...(Object.keys(terms).length > 0 ? { terms } : {}),
    ...(calls.length > 0 ? { calls } : {}),
  };
}

function isUnrendered(values: ReadonlyMap<string, unknown>): boolean {
  const build = values.get('build') ?? values.get('_build');
  if (!isRecord(build)) return false;
  const render = Object.entries(build).find(([key]) => key.toLowerCase() === 'render')?.[1];
  return render === false || ['never', 'false', 'link'].includes(String(render).toLowerCase());
}

function cascades(cascade: unknown): boolean {
  const each = Array.isArray(cascade) ? cascade : [cascade];
  return each.some((one) => {
    if (!isRecord(one)) return false;
    const values = new Map(Object.entries(one).map(([key, value]) => [key.toLowerCase(), value]));
    // A cascade with a target of its own reaches some pages only; which ones is beyond what can be known here.
    return !values.has('_target') && !values.has('target') && isUnrendered(values);
  });
}

function isTrue(value: unknown): boolean {
  return value === true || (typeof value === 'string' && value.toLowerCase() === 'true');
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

function textsOf(value: unknown): readonly string[] {
  const each = Array.isArray(value) ? value : [value];
  return each.map(textOf).filter((text) => text !== '');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
