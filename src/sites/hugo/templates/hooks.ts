import type { FoundHook, Hook } from '../../../config/hugo-settings.ts';
import { flagAt, type Table, tableAt, tableOf, textAt, valueAt } from '../config/tables.ts';
import { changes, isSince } from '../config/version.ts';
import { followedTemplate } from './followed-template.ts';
import { runHook } from './run-template.ts';
import { MAX_TEMPLATE, type Part, parseTemplate } from './template-syntax.ts';
import { EMPTY_SITE } from './template-values.ts';

/** A hook's template among the site's files. */
interface HookFile {
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
  const found = ofAllPages(general, missing, kind, config) ?? {
    hook: setting.use === 'never' ? 'none' : 'embedded',
    why: setting.why,
  };
  const other = special.find(({ text }) => {
    const hook = understood(text, kind, config);
    return hook !== found.hook || (hook === 'own' && text !== found.followed?.template);
  });
  return other === undefined ? found : { hook: 'unknown', why: `${other.path} is for some pages only` };
}

function ofAllPages(
  templates: readonly HookFile[],
  missing: string | null,
  kind: 'link' | 'image',
  config: Table,
): FoundHook | null {
  const [own, ...others] = templates;
  if (own) {
    // Two folders of one site that count the same.
    if (others.some(({ text }) => text.trim() !== own.text.trim()))
      return { hook: 'unknown', why: `${own.path} is not the only one` };
    const hook = understood(own.text, kind, config);
    const followed = hook === 'own' ? followedTemplate(own.text, config) : null;
    return { hook, why: own.path, ...(followed && { followed }) };
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
    'merge hugo IsDevelopment printf print strings.HasPrefix hasPrefix strings.TrimPrefix safeURL safeHTML safeHTMLAttr htmlEscape ' +
    'transform.HTMLEscape warnf errorf true false nil'
  ).split(' '),
);

/** What a lookup is given: the destination or its path, in a variable, or as what `with` has taken. */
const GIVEN = String.raw`\s+\(?\s*(?:\.(?=[\s)|}])|\$\w+|\$?[\w.]*(?:[pP]ath|Destination))(?=[\s)|}])`;
const PAGE = new RegExp(String.raw`\bGetPage${GIVEN}`);
const FILE = new RegExp(String.raw`\bResources\.Get${GIVEN}`);

/**
 * What a template of the site's does to a destination: hands it on as it is, or does as Hugo's own hook does (looks it up by
 * `GetPage`). Whatever calls anything else is not understood, and followed for each destination where it can be.
 */
export function understood(template: string, kind: 'link' | 'image', config: Table = new Map()): Hook {
  if (template.length > MAX_TEMPLATE) return 'unknown';
  const done = doneBy(withoutNames(withoutUnset(withoutComments(template).replace(WARNING, ''), config)), kind);
  if (done === 'none') return done;
  const parts = parseTemplate(template);
  if (parts === null || (done === 'embedded' && looksUpPaths(parts))) return done;
  return 'own';
}

/** Whether a template looks up the path of a destination, and not all of it as it is written. */
function looksUpPaths(parts: readonly Part[]): boolean {
  const asked: string[] = [];
  const find = (path: string) => {
    asked.push(path);
    return null;
  };
  const own = { pageAt: find, pageFromTop: find, resourceAt: find, assetAt: find };
  runHook(parts, 'a/%C3%BC.md?b=c#d', { ...EMPTY_SITE, ...own });
  return asked.length > 0 && asked.every((path) => path === 'a/ü.md');
}

const WARNING = /\{\{-?\s*if\b[^}]*\}\}\s*\{\{-?\s*(?:warnf|errorf)\b[^}]*\}\}\s*\{\{-?\s*end\s*-?\}\}/g;

/** A template without the block that an action opens; `null` when there is none, or it has another side. */
function withoutBlock(text: string, opening: RegExp): string | null {
  const start = opening.exec(text);
  if (start === null) return null;
  let depth = 1;
  const from = start.index + start[0].length;
  for (const { 1: word, 0: whole, index } of text
    .slice(from)
    .matchAll(/\{\{-?\s*(if|with|range|else|end)\b[^}]*\}\}/g)) {
    if (word === 'else') {
      if (depth === 1) return null;
      continue;
    }
    depth += word === 'end' ? -1 : 1;
    if (depth === 0) return text.slice(0, start.index) + text.slice(from + index + whole.length);
  }
  return null;
}

/** A template without what it does for a parameter that the site does not set. */
function withoutUnset(text: string, config: Table): string {
  const [asked, name = ''] = /\{\{-?\s*if\s+(?:\$?\.Page\.Site|\.Site|site)\.Params\.(\w+)\s*-?\}\}/.exec(text) ?? [];
  const isSet = (table: Table) =>
    ![undefined, false].includes(valueAt(table, `params.${name.toLowerCase()}`) as undefined);
  const languages = [...tableAt(config, 'languages').values()].map(tableOf);
  if (asked === undefined || [config, ...languages].some(isSet)) return text;
  return withoutBlock(text, new RegExp(asked.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))) ?? text;
}

/** A template with `.Destination` in place of variables that hold it from first to last. */
function withoutNames(text: string): string {
  let plain = text;
  for (const [, name = ''] of text.matchAll(/\$(\w+)\s*:=\s*\.Destination\s*-?\}\}/g))
    if (plain.match(new RegExp(`\\$${name}\\s*:?=[^=]`, 'g'))?.length === 1)
      plain = plain.replace(new RegExp(`\\$${name}\\b(?!\\s*:=)`, 'g'), '.Destination');
  return plain;
}

export function withoutComments(template: string): string {
  return template.replace(/\{\{-?\s*\/\*[\s\S]*?\*\/\s*-?\}\}/g, '').replace(/<!--[\s\S]*?-->/g, '');
}

/** What a template without comments does to all destinations alike. */
function doneBy(text: string, kind: 'link' | 'image'): 'none' | 'embedded' | 'unknown' {
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
    /^[%sqv?#= ]*$/.test(quoted ?? raw ?? ''),
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

/** The names that an action uses, without texts, variables and numbers. */
function wordsOfAction(action: string): readonly string[] {
  const bare = action.replace(/"(?:[^"\\]|\\.)*"|`[^`]*`/g, ' ').replace(/\$\w+/g, ' ');
  return [...bare.matchAll(/\.?[A-Za-z_][\w.]*/g)].flatMap(([word]) => {
    const name = word.replace(/^\./, '');
    // `.Page.GetPage` is made of known parts, `strings.HasPrefix` is known as a whole.
    return HARMLESS.has(name) ? [name] : name.split('.').filter((part) => part !== '');
  });
}
