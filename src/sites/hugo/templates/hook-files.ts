import type { FoundHook } from '../../../config/hugo-settings.ts';
import type { Table } from '../config/tables.ts';
import { type Imports, layers } from '../config/themes.ts';
import type { HugoFile } from '../sources/hugo-file.ts';
import type { HugoSources } from '../sources/sources.ts';
import { partialName } from '../sources/template-files.ts';
import { followedTemplate, type Partials } from './followed-template.ts';
import { keepsHeadingIds } from './heading-hook.ts';
import { findHook, type HookFiles, hookFolders } from './hooks.ts';

/** Which hook a site's links or images go through, of its own, of its themes, or Hugo's. */
export function hookOf(
  kind: 'link' | 'image',
  all: Table,
  version: string,
  sources: HugoSources,
  imports: Imports,
): FoundHook {
  return findHook(kind, all, version, filesOf(kind, version, sources, imports), imports.missing);
}

/** Whether the templates for headings, of the site and its themes, leave them the ids that Hugo makes. */
export function keepsIds(all: Table, version: string, sources: HugoSources, imports: Imports): boolean {
  const { general, special, partials } = filesOf('heading', version, sources, imports);
  return [...general, ...special].every(({ text }) => keepsHeadingIds(text, followedTemplate(text, all, partials)));
}

/** The partial templates that the site uses, its own before those of its themes. */
export function partialsOf(sources: HugoSources, imports: Imports): Partials {
  const partials = new Map<string, string>();
  for (const isHere of layers(sources, imports))
    for (const { path, text } of sources.partials.filter((file) => isHere(file.path))) {
      const name = partialName(path) ?? '';
      for (const each of [name, name.replace(/\.html$/, '')]) if (!partials.has(each)) partials.set(each, text);
    }
  return partials;
}

function filesOf(kind: string, version: string, sources: HugoSources, imports: Imports): HookFiles {
  const general: HugoFile[] = [];
  const special: HugoFile[] = [];
  const names = hookFolders(version);
  // `layouts/_markup` is nothing to an older Hugo.
  const isLookedAt = ({ path }: HugoFile) => names.includes('_markup') || !/(?:^|\/)layouts\/_markup\//.test(path);
  for (const isHere of layers(sources, imports)) {
    const own = sources.hooks.filter(({ path }) => isHere(path) && path.includes(`/render-${kind}.`));
    const isGeneral = ({ path }: HugoFile) =>
      names.some((name) => `/${path}`.endsWith(`/layouts/${name}/render-${kind}.html`));
    const found = own.filter(isGeneral);
    // Of two that count the same nobody knows which.
    if (general.length === 0) general.push(...found);
    special.push(...own.filter((file) => !isGeneral(file) && isLookedAt(file)));
  }
  return { general, special, partials: partialsOf(sources, imports) };
}
