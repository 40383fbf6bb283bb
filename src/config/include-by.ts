import type { ShortcodeParam } from '../markdown/facts.ts';
import { paramAt } from '../markdown/shortcodes/calls-in.ts';

/** How a shortcode brings in a file, as its template says. */
export interface IncludeBy {
  /** What its argument is a path in: the whole repository, assets, or content (as `GetPage` takes it). */
  readonly from: 'root' | 'assets' | 'content';
  /** The parameter that holds it, by position or name. */
  readonly parameter: number | string;
  /** `%`: what it brings is Markdown of the page. `<`: it is rendered by itself. Called the other way, it brings what nobody can know. */
  readonly delimiter: '%' | '<';
}

/** The folder that the argument of a call of this shortcode counts from. */
export function includeRoot(
  {
    includes,
    assets,
  }: {
    readonly includes: { readonly root: string; readonly by: Readonly<Record<string, IncludeBy>> };
    readonly assets: readonly string[];
  },
  name: string,
): string {
  const by = includes.by[name];
  return by === undefined ? includes.root : by.from === 'root' ? '' : (assets[0] ?? '');
}

/** The argument of an include call; without a word of its template the first one. */
export function includeArgument(params: readonly ShortcodeParam[], parameter: number | string | undefined): string {
  return (parameter === undefined ? params[0] : paramAt(params, parameter))?.value ?? '';
}
