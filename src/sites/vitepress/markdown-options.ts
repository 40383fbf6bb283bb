import { type ScriptValue, valueAt } from '../script/values.ts';

/** Options of `markdown` that neither ids of headings nor links depend on. */
const HARMLESS = new Set(
  `attrs cache codeCopyButtonTitle codeTransformers component config container cjkFriendlyEmphasis defaultHighlightLang
  externalLinks frontmatter gfmAlerts headers image languageAlias languageLabel languages lineNumbers math preConfig sfc
  shikiSetup theme toc breaks langPrefix linkify`.split(/\s+/),
);
/** Options of `markdown.anchor` that ids do not depend on. */
const HARMLESS_ANCHOR = new Set(['permalink', 'tabIndex', 'callback']);
/** Plugins of markdown-it that make no ids of headings and leave links alone, by a part of their names. */
const PLUGIN =
  /task-?list|footnote|mathjax|katex|mermaid|tabs|group-?icon|timeline|mark\b|\bsub\b|\bsup\b|abbr|deflist|container|twoslash|checkbox|demo|plantuml|kroki|emoji|figure|image|ins\b|magic-?move|sandbox|tooltip|tex\b|chart|ruby|spoiler|kbd|implicit|align/i;

/** Why ids of headings, or links, are not known by what `markdown` of the configuration says; `null` when they are. */
export function unsureMarkdown(markdown: ScriptValue, path: string): { ids: string | null; links: string | null } {
  if (markdown.kind === 'absent') return { ids: null, links: null };
  if (markdown.kind !== 'map') return { ids: `markdown of ${path} is computed`, links: null };
  if (markdown.isOpen) return { ids: `markdown of ${path} is not all known`, links: null };
  const strange = [...markdown.entries.keys()].find((key) => key !== 'anchor' && !HARMLESS.has(key));
  const anchor = valueAt(markdown, 'anchor');
  const isPlainAnchor =
    anchor.kind === 'absent' ||
    (anchor.kind === 'map' && !anchor.isOpen && [...anchor.entries.keys()].every((key) => HARMLESS_ANCHOR.has(key)));
  const delimiters = valueAt(markdown, 'attrs');
  const isOdd =
    delimiters.kind === 'map' && ['leftDelimiter', 'rightDelimiter'].some((key) => isOther(delimiters, key));
  const code = [valueAt(markdown, 'config'), valueAt(markdown, 'preConfig')].map(codeOf).join('\n');
  const plugins = code.split(/[;\n]/).filter((line) => /\S/.test(line.replace(/[\s(){}[\],]/g, '')));
  const isPlain = plugins.every(
    (line) => PLUGIN.test(line) || /^\s*(?:\(?\w+\)?\s*=>|config\s*\(|\/\/|async\b)/.test(line),
  );
  return {
    ids:
      strange !== undefined
        ? `markdown.${strange} of ${path} may change them`
        : !isPlainAnchor || isOdd
          ? `${path} has ids of its own`
          : isPlain
            ? null
            : `plugins of ${path} may change them`,
    links: /link|href|replace/i.test(code) ? `plugins of ${path} may change links` : null,
  };
}

function isOther(attrs: ScriptValue, key: string): boolean {
  const value = valueAt(attrs, key);
  return value.kind !== 'absent' && !(value.kind === 'literal' && (value.value === '{' || value.value === '}'));
}

function codeOf(value: ScriptValue): string {
  if (value.kind === 'absent') return '';
  return value.kind === 'code' ? value.text.replace(/^[^{=]*(?:=>\s*\{?|\{)/, '') : 'computed';
}
