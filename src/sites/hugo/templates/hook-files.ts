import type { FoundHook } from '../../../config/hugo-settings.ts';
import type { HugoFile, HugoSources } from '../config/config-files.ts';
import type { Table } from '../config/tables.ts';
import { type Imports, isOwn } from '../config/themes.ts';
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

/** The templates for headings, of the site and its themes. */
export function headingTemplates(version: string, sources: HugoSources, imports: Imports): readonly HugoFile[] {
  const { general, special } = filesOf('heading', version, sources, imports);
  return [...general, ...special];
}

function filesOf(kind: string, version: string, sources: HugoSources, { themes }: Imports): HookFiles {
  const general: HugoFile[] = [];
  const special: HugoFile[] = [];
  const names = hookFolders(version);
  for (const folder of ['', ...themes.filter(({ hasTemplates }) => hasTemplates).map((theme) => theme.folder)]) {
    const isHere = (path: string) => (folder === '' ? isOwn(path, sources) : path.startsWith(`${folder}/`));
    const own = sources.hooks.filter(({ path }) => isHere(path) && path.includes(`/render-${kind}.`));
    const isGeneral = ({ path }: HugoFile) =>
      names.some((name) => `/${path}`.endsWith(`/layouts/${name}/render-${kind}.html`));
    const found = own.filter(isGeneral);
    // Of two that count the same nobody knows which.
    if (general.length === 0) general.push(...found);
    special.push(...own.filter((file) => !isGeneral(file) && isLookedAt(file, version)));
  }
  return { general, special };
}

/** `layouts/_markup` is nothing to an older Hugo. */
function isLookedAt({ path }: HugoFile, version: string): boolean {
  return hookFolders(version).includes('_markup') || !/(?:^|\/)layouts\/_markup\//.test(path);
}
