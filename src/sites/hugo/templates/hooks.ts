import type { FoundHook } from '../../../config/hugo-settings.ts';
import type { TextFile } from '../../../files/file-tree.ts';
import { flagAt, type Table, tableAt, tableOf, textAt, valueAt } from '../config/tables.ts';
import { changes, isSince } from '../version.ts';
import { followedTemplate, type Partials } from './followed-template.ts';
import { effectOf } from './hook-effect.ts';

/** Templates of one kind: those for all pages, the first one wins, and those for a section, a language or a format. */
export interface HookFiles {
  readonly general: readonly TextFile[];
  readonly special: readonly TextFile[];
  /** What they may call. */
  readonly partials: Partials;
}

/** The folders of templates for Markdown below one of layouts, by version. */
export function hookFolders(version: string): readonly string[] {
  return isSince(version, changes.layoutsWithoutDefault) ? ['_markup', '_default/_markup'] : ['_default/_markup'];
}

/**
 * Finds out which hook a site's links (or images) go through. `missing`: a theme or module that is not among the files. Run with 0.131, 0.167 and 0.169.
 */
export function findHook(
  kind: 'link' | 'image',
  config: Table,
  version: string,
  { general, special, partials }: HookFiles,
  missing: string | null,
): FoundHook {
  const setting = useEmbedded(kind, config, version);
  // `always` is known since 0.148.0; older versions ask the site's template first, whatever is set.
  if (setting.use === 'always' && (general.length + special.length === 0 || isSince(version, changes.useEmbedded)))
    return { hook: 'embedded', why: setting.why };
  const read = (text: string) => understood(text, kind, config, partials);
  const found = ofAllPages(general, missing, read) ?? {
    hook: setting.use === 'never' ? 'none' : 'embedded',
    why: setting.why,
  };
  const other = special.find(({ text }) => {
    const { hook } = read(text);
    return hook !== found.hook || (hook === 'own' && text !== found.followed?.template);
  });
  return other === undefined ? found : { hook: 'unknown', why: `${other.path} is for some pages only` };
}

function ofAllPages(
  templates: readonly TextFile[],
  missing: string | null,
  read: (text: string) => Pick<FoundHook, 'hook' | 'followed'>,
): FoundHook | null {
  const [own, ...others] = templates;
  if (own) {
    // Two folders of one site that count the same.
    if (others.some(({ text }) => text.trim() !== own.text.trim()))
      return { hook: 'unknown', why: `${own.path} is not the only one` };
    return { ...read(own.text), why: own.path };
  }
  if (missing !== null) return { hook: 'unknown', why: `${missing} is not here, and may have one` };
  return null;
}

/** Whether Hugo's own hook is used where no template of the site's is there. */
function useEmbedded(
  kind: 'link' | 'image',
  config: Table,
  version: string,
): { readonly use: 'never' | 'always' | 'fallback'; readonly why: string } {
  if (!isSince(version, changes.embeddedHooks)) return { use: 'never', why: `Hugo ${version} has none of its own` };
  const hooks = tableAt(config, `markup.goldmark.renderhooks.${kind}`);
  const key = `markup.goldmark.renderHooks.${kind}`;
  const older = valueAt(hooks, 'enabledefault');
  if (typeof older === 'boolean') return { use: older ? 'fallback' : 'never', why: `${key}.enableDefault is ${older}` };
  const newer = textAt(hooks, 'useembedded').toLowerCase();
  // A version that does not know the key is not the one that the site is written for, but goes by its default.
  if (newer === 'always' || newer === 'fallback' || (newer === 'never' && isSince(version, changes.useEmbedded)))
    return { use: newer, why: `${key}.useEmbedded is ${newer}` };
  if (isForLanguages(config, version)) return { use: 'fallback', why: 'the default of a site with languages' };
  return { use: 'never', why: 'the default of a site without languages' };
}

/**
 * Whether the site has languages to Hugo, so that links need its hook by default: one is enough, if anything is said of it
 * (an empty table counts since 0.144.0 or later), unless each language gets files of its own.
 */
function isForLanguages(config: Table, version: string): boolean {
  if (flagAt(config, 'markup.goldmark.duplicateresourcefiles', false)) return false;
  const languages = [...tableAt(config, 'languages').values()].map(tableOf);
  if (languages.some((language) => valueAt(language, 'baseurl') !== undefined)) return false;
  const isEmptyEnough = isSince(version, changes.idsFromWords);
  return languages.some(({ size }) => isEmptyEnough || size > 0);
}

/**
 * What a template of the site's does to a destination: hands it on as it is, or does as Hugo's own hook does. Another one is followed
 * for each destination where it can be.
 */
export function understood(
  template: string,
  kind: 'link' | 'image',
  config: Table = new Map(),
  partials: Partials = new Map(),
): Pick<FoundHook, 'hook' | 'followed'> {
  const followed = followedTemplate(template, config, partials);
  if (followed === null) return { hook: 'unknown' };
  const hook = effectOf(followed, kind);
  return hook === 'own' ? { hook, followed } : { hook };
}
