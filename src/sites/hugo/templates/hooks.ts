import type { FoundHook, Hook } from '../../../config/hugo-settings.ts';
import { flagAt, type Table, tableAt, textAt, valueAt } from '../config/tables.ts';
import { changes, isSince } from '../config/version.ts';

/** A hook's template among the site's files. */
export interface HookFile {
  readonly path: string;
  readonly text: string;
}

/** Templates of one kind: those for all pages, the first one wins, and those for a section, a language or a format. */
export interface HookFiles {
  readonly general: readonly HookFile[];
  readonly special: readonly HookFile[];
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
  { general, special }: HookFiles,
  missing: string | null,
): FoundHook {
  const setting = useEmbedded(kind, config, version);
  // `always` is known since 0.148.0; older versions ask the site's template first, whatever is set.
  if (setting.use === 'always' && (general.length + special.length === 0 || isSince(version, changes.useEmbedded)))
    return { hook: 'embedded', why: setting.why };
  const found = ofAllPages(general, missing, kind) ?? {
    hook: setting.use === 'never' ? 'none' : 'embedded',
    why: setting.why,
  };
  const other = special.find(({ text }) => understood(text, kind) !== found.hook);
  return other === undefined ? found : { hook: 'unknown', why: `${other.path} is for some pages only` };
}

function ofAllPages(templates: readonly HookFile[], missing: string | null, kind: 'link' | 'image'): FoundHook | null {
  const [own, ...others] = templates;
  if (own) {
    // Two folders of one site that count the same.
    if (others.some(({ text }) => text.trim() !== own.text.trim()))
      return { hook: 'unknown', why: `${own.path} is not the only one` };
    return { hook: understood(own.text, kind), why: own.path };
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
  const hooks = tableAt(config, `markup.goldmark.renderhooks.${kind}`);
  const key = `markup.goldmark.renderHooks.${kind}`;
  const older = valueAt(hooks, 'enabledefault');
  if (typeof older === 'boolean') return { use: older ? 'fallback' : 'never', why: `${key}.enableDefault is ${older}` };
  const newer = textAt(hooks, 'useembedded').toLowerCase();
  // A version that does not know the key is not the one that the site is written for.
  if (newer === 'always' || newer === 'fallback' || newer === 'never')
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
  const languages = [...tableAt(config, 'languages').values()];
  if (languages.some((language) => valueAt(tableAt(new Map([['x', language]]), 'x'), 'baseurl') !== undefined))
    return false;
  const isEmptyEnough = isSince(version, changes.idsFromWords);
  return languages.some((language) => isEmptyEnough || tableAt(new Map([['x', language]]), 'x').size > 0);
}

/** What a hook may call without meaning another page than Hugo's own hook does. */
const HARMLESS = new Set(
  (
    'if else end with or and not eq ne in range dict slice cond default len ' +
    'GetPage Resources Get Resources.Get resources.Get RelPermalink Permalink urls.Parse IsAbs Path Fragment RawQuery String Scheme Host ' +
    'Page PageInner Destination Text PlainText Title Attributes Ordinal IsBlock ' +
    'printf print strings.HasPrefix hasPrefix strings.TrimPrefix safeURL safeHTML safeHTMLAttr htmlEscape ' +
    'transform.HTMLEscape warnf errorf true false nil'
  ).split(' '),
);

/** A longer template is not taken apart, which would take long and hardly be understood. */
export const MAX_TEMPLATE = 10_000;

/** What a lookup is given: the destination or its path, in a variable, or as what `with` has taken. */
const GIVEN = String.raw`\s+\(?\s*(?:\.(?=[\s)|}])|\$\w+|\$?[\w.]*(?:[pP]ath|Destination))(?=[\s)|}])`;
const PAGE = new RegExp(String.raw`\bGetPage${GIVEN}`);
const FILE = new RegExp(String.raw`\bResources\.Get${GIVEN}`);

/**
 * What a template of the site's does to a destination: hands it on as it is, or does as Hugo's own hook does (looks it up by
 * `GetPage`). Whatever calls anything else is not understood.
 */
export function understood(template: string, kind: 'link' | 'image'): Hook {
  if (template.length > MAX_TEMPLATE) return 'unknown';
  const text = template.replace(/\{\{-?\s*\/\*[\s\S]*?\*\/\s*-?\}\}/g, '').replace(/<!--[\s\S]*?-->/g, '');
  const attribute = kind === 'link' ? 'href' : 'src';
  const written = [...text.matchAll(new RegExp(`\\b${attribute}\\s*=\\s*["']?(\\{\\{-?[^}]*\\}\\})`, 'g'))].map(
    ([, value = '']) => value,
  );
  const isPassing = (value: string) =>
    /^\{\{-?\s*\.Destination(?:\s*\|\s*(?:safeURL|safeHTMLAttr|safeHTML))*\s*-?\}\}$/.test(value);
  if (written.length > 0 && written.every(isPassing)) return 'none';
  const actions = [...text.matchAll(/\{\{-?([\s\S]*?)-?\}\}/g)].map(([, action = '']) => action);
  const isKnown = actions.every((action) => wordsOfAction(action).every((word) => HARMLESS.has(word)));
  const looksUp = (kind === 'link' ? PAGE : FILE).test(text);
  const isPrintedWhole = [...text.matchAll(/\bprintf\s+(?:"([^"]*)"|`([^`]*)`)/g)].every(([, quoted, raw]) =>
    /^[%sv?#]*$/.test(quoted ?? raw ?? ''),
  );
  const prefixes = [...text.matchAll(/(?:hasPrefix|HasPrefix|TrimPrefix)\b[^"`]*["`]([^"`]*)["`]/g)].map(
    ([, prefix = '']) => prefix,
  );
  return isKnown &&
    looksUp &&
    isPrintedWhole &&
    prefixes.every((prefix) => /^(?:\.\/|#|https?(?::\/\/)?|mailto:|tel:|\/\/)$/.test(prefix))
    ? 'embedded'
    : 'unknown';
}

/** Whether a template for headings gives each the id that Hugo made for it, and nothing else. */
export function keepsHeadingIds(template: string): boolean {
  if (template.length > MAX_TEMPLATE) return false;
  const text = template.replace(/\{\{-?\s*\/\*[\s\S]*?\*\/\s*-?\}\}/g, '').replace(/<!--[\s\S]*?-->/g, '');
  const ids = [...text.matchAll(/<h\{\{[^}]*\}\}[^>]*?\sid\s*=\s*["']?((?:\{\{[^}]*\}\}|[^"'\s>])*)/g)].map(
    ([, id = '']) => id,
  );
  return ids.length > 0 && ids.every((id) => /^\{\{-?\s*\.Anchor(?:\s*\|\s*safe\w+)*\s*-?\}\}$/.test(id.trim()));
}

/** The names that an action uses, without texts, variables and numbers. */
function wordsOfAction(action: string): readonly string[] {
  const bare = action.replace(/"(?:[^"\\]|\\.)*"|`[^`]*`/g, ' ').replace(/\$\w+/g, ' ');
  return [...bare.matchAll(/\.?[A-Za-z_][\w.]*/g)].flatMap(([word]) => {
    const name = word.replace(/^\./, '');
    // `.Page.GetPage` is made of known parts, `strings.HasPrefix` is known as a whole.
    return HARMLESS.has(name) ? [name] : name.split('.').filter((part) => part !== '');
  });
}
