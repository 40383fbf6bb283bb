import type { InnerText, RenderedOn } from '../../../config/hugo-settings.ts';
import type { IncludeBy } from '../../../config/include-by.ts';
import { MAX_TEMPLATE } from './language/syntax.ts';
import { withoutComments } from './language/without-comments.ts';

/** What the site's templates of shortcodes say of text that is not their own. */
interface ShortcodeSettings {
  /** Shortcodes that bring in a file. */
  readonly includes: Readonly<Record<string, IncludeBy>>;
  /** All that the site has templates for. */
  readonly own: readonly string[];
  readonly inner: InnerText;
  /** The text of the site's own template of `figure`. */
  readonly figure: string | null;
}

/** Reads the templates of shortcodes, the first of each name; `path` is below `layouts/shortcodes` and the like. */
export function shortcodeSettings(
  files: readonly { readonly path: string; readonly text: string }[],
): ShortcodeSettings {
  const includes: Record<string, IncludeBy> = {};
  const own = new Set<string>();
  const hiding: string[] = [];
  const verbatim: string[] = [];
  const renderedFirst: string[] = [];
  const rendering: Record<string, RenderedOn> = {};
  let figure: string | null = null;
  for (const { path, text } of files) {
    const name = /\/_?shortcodes\/(.+?)(?:\.html|\.md)?$/.exec(path)?.[1];
    if (name === undefined || own.has(name)) continue;
    own.add(name);
    if (text.length > MAX_TEMPLATE) continue;
    if (name === 'figure') figure = text;
    const template = withoutComments(text);
    if (!showsInner(template) || showsCode(template)) hiding.push(name);
    else if (printsInner(template)) verbatim.push(name);
    if (RENDERED_FIRST.test(template)) renderedFirst.push(name);
    const renderedOn = rendersInner(template);
    if (renderedOn !== null) rendering[name] = renderedOn;
    const include = includeIn(template);
    if (include !== null && include !== 'unknown') includes[name] = include;
  }
  // Hugo's own, which shows nothing of what it is wrapped around.
  if (!own.has('comment')) hiding.push('comment');
  return { includes, own: [...own], inner: { hiding, verbatim, renderedFirst, rendering }, figure };
}

/** `{{ $_hugo_config := `{ "version": 1 }` }}` */
const RENDERED_FIRST = /\$_hugo_config\s*:=\s*[`"][^`}]*\bversion\\?"\s*:\s*1\b/;

/** Whether what stands between the tags may show: it is more than asked for, or handed on. */
function showsInner(template: string): boolean {
  return actionsIn(template).some((action) => {
    const kept = /^\$(\w+)\s*:=\s*\.Inner$/.exec(action)?.[1];
    if (kept !== undefined) return template.split(`$${kept}`).length > 2;
    if (/\b(?:partial|partialCached|template)\b/.test(action)) return true;
    return /\.Inner(?:Deindent)?\b/.test(action) && !/^(?:else\s+)?if\b/.test(action);
  });
}

/**
 * Where what stands between the tags is rendered: `markdownify` does so on the home page, which is what hooks then see. Run with
 * 0.131 and 0.169.
 */
function rendersInner(template: string): RenderedOn | null {
  const actions = usesOfInner(template);
  const isOnHome = actions.some((action) => /\b[mM]arkdownify\b/.test(action));
  const isOnPage = actions.some((action) => /\bRenderString\b/.test(action));
  return isOnHome ? (isOnPage ? 'either' : 'home') : isOnPage ? 'page' : null;
}

/** Whether what stands between the tags is shown as code, or read as data: nothing in it is a link or a heading. Run with 0.131 and 0.169. */
function showsCode(template: string): boolean {
  if (RENDERING.test(template)) return false;
  const uses = usesOfInner(template).filter(
    (action) => !/^(?:else\s+)?(?:if|with)\b/.test(action) && !PRINTED.test(action.replace(/^\$\w+\s*:?=\s*/, '')),
  );
  return uses.length > 0 && uses.every((action) => CODE.test(action));
}

const CODE = /\b(?:highlight|unmarshal|transform\.(?:Highlight|Unmarshal|Remarshal))\b/;

/** The actions that do anything with what stands between the tags, or with a variable that holds it. */
function usesOfInner(template: string): readonly string[] {
  const kept = [...template.matchAll(/\$(\w+)\s*:?=[^}]*\.Inner(?:Deindent)?\b/g)].map(([, name]) => `\\$${name}\\b`);
  const inner = new RegExp([String.raw`\.Inner(?:Deindent)?\b`, ...kept].join('|'));
  return actionsIn(template).filter((action) => inner.test(action));
}

/** Whether what stands between the tags is printed as it is written, and nothing else is done with it. */
function printsInner(template: string): boolean {
  const uses = actionsIn(template).filter((action) => /\.Inner(?:Deindent)?\b/.test(action) && !/^if\b/.test(action));
  return !RENDERING.test(template) && uses.length > 0 && uses.every((action) => PRINTED.test(action));
}

const PRINTED =
  /^\(?\s*\$?\.Inner(?:Deindent)?\s*\)?(?:\s*\|\s*(?:safeHTML|safe\.HTML|htmlUnescape|transform\.HTMLUnescape|chomp|strings\.TrimSpace))*$/;

function actionsIn(template: string): readonly string[] {
  return [...template.matchAll(/\{\{-?\s*([\s\S]*?)\s*-?\}\}/g)].map(([, action = '']) => action);
}

/** The ways to bring in text, and what they say. */
const BRINGING = /\b(?:readFile|os\.ReadFile|GetPage|resources\.Get|resources\.GetMatch|RawContent|RenderShortcodes)\b/;
const SHOWING = /\b(?:readFile|os\.ReadFile|RawContent|RenderShortcodes)\b|\.Content\b/;
/** With any of these, what is brought in depends on more than a parameter. */
const DECIDING =
  /\b(?:if|else|range|printf|print|path\.Join|replace|replaceRE|index|partial|partialCached|template|block|default|cond|lower|urlize|strings\.\w+|findRE|split|substr|highlight|transform\.Unmarshal)\b/;
export const RENDERING = /\b(?:RenderString|markdownify)\b/;

/** How a template brings in a file, if it does; `unknown` when it does so in a way that cannot be understood. */
export function includeIn(template: string): IncludeBy | 'unknown' | null {
  if (!BRINGING.test(template) || !SHOWING.test(template)) return null;
  if (template.length > MAX_TEMPLATE || DECIDING.test(template)) return 'unknown';
  const call =
    /(readFile|os\.ReadFile|(?:\bsite|\.Site|\.Page|\$?\.?Page\.Site)\.GetPage|resources\.Get)\s+(\([^()]*\)|\$\w+)/.exec(
      template,
    ) ?? /(\$\w+|\.Get\s+(?:\d+|"[^"]*"|`[^`]*`))\s*\|\s*(readFile|os\.ReadFile)\b/.exec(template);
  if (!call) return 'unknown';
  const [, verb = '', after = ''] = call;
  // What is piped into `readFile` stands in the verb's place.
  const parameter = parameterIn(/^(?:readFile|os\.ReadFile)$/.test(after) ? verb : after, template);
  if (parameter === null || verb.startsWith('.Page.GetPage')) return 'unknown';
  const from = verb.endsWith('GetPage') ? 'content' : verb === 'resources.Get' ? 'assets' : 'root';
  const isRendered =
    RENDERING.test(template) || (from === 'content' && !/\b(?:RawContent|RenderShortcodes)\b/.test(template));
  return { from, parameter, delimiter: isRendered ? '<' : '%' };
}

/** `(.Get 0)` or a variable that was given such a value. */
function parameterIn(written: string, template: string): number | string | null {
  const bare = written.replace(/^\(\s*|\s*\)$/g, '');
  const variable = /^\$(\w+)$/.exec(bare)?.[1];
  const value =
    variable === undefined
      ? bare
      : (new RegExp(
          `\\$${variable}\\s*:=\\s*\\(?\\s*(\\$?\\.Get\\s+(?:\\d+|"[^"]*"|\`[^\`]*\`))\\s*\\)?\\s*-?\\}\\}`,
        ).exec(template)?.[1] ?? '');
  const found = /^\$?\.Get\s+(?:(\d+)|["`]([^"`]*)["`])$/.exec(value);
  if (!found) return null;
  return found[1] === undefined ? found[2]! : Number(found[1]);
}
