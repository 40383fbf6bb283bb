import type { ShortcodeCall } from '../../markdown/facts.ts';

/**
 * What marks the start of a note, by who reads it: `> [!NOTE]` (GitHub, GitLab, Obsidian), `:::note[Title]`
 * (Docusaurus, VitePress), `!!! note "Title"` and `??? note` (MkDocs).
 */
const marks = /^(?:\[![\w-]+\][+-]?|:{3,}|!!!|\?{3}\+?)/;
/** Tags of Liquid and of GitBook: `{% hint style="info" %}`. */
const tags = /\{%-?\s*([\w-]+)[^%]{0,500}%\}/g;
/** Liquid's own tags that show nothing, or something that holds no heading. */
const quiet =
  /^(?:end\w*|else|elsif|if|unless|for|assign|capture|case|when|comment|raw|embed|file|break|continue|increment|decrement|cycle|tablerow|highlight|link|post_url|seo|feed_meta)$/;
/** Lines that bring another file: MkDocs' snippets, markdown-include, mdBook, Jekyll's and Docusaurus' output. */
const snippet = /(?:^|\n)[ \t]*(?:-{1,40}8<-|\{!.{1,300}!\}|\{\{[ \t]{0,9}#?\w)/;

/** A note's text without its mark: "[!NOTE] TBD" is "TBD". `written` is its source. */
export function withoutContainerMarks(text: string, written: string): string {
  let rest = text.replace(tags, ' ').trim();
  if (!marks.test(rest)) return rest;
  // The mark takes its whole line; what follows on other lines is the note's text.
  const [line = ''] = written.replace(tags, ' ').trim().split(/\r?\n/, 1);
  const mark = line.replace(/\s+/g, ' ').trim();
  rest = rest.startsWith(mark) ? rest.slice(mark.length) : rest.replace(marks, '').replace(/^\s*[\w-]+/, '');
  return rest
    .trimEnd()
    .replace(/(?<!:):{3,}$/, '')
    .trim();
}

/** `== Tab` in `:::tabs` of vitepress-plugin-tabs (0.7). The first one may follow its container's mark at once. */
const tabTitle = /^((?::{3,}[ \t]{0,9}tabs\b[^\n]{0,200}\n)?==[ \t]{1,9})(\S[^\n]{0,199})(?:\n|$)/;

/** Parameters of a shortcode that show its title. */
const titleNames = /^(?:title|name|header|heading|label|summary|text)$/i;

/** The parameter that a shortcode around a text shows as its title: `{{< tab "Junior" >}}`, `{{% expand title="Junior" %}}`. */
export function shortcodeTitle({ inner, params }: ShortcodeCall): ShortcodeCall['params'][number] | null {
  if (inner === null) return null;
  return params.find(({ name }, nth) => (name === null ? nth === 0 : titleNames.test(name))) ?? null;
}

/** The title that a container shows above its text: `??? note "More"`, `=== "Tab"`, `::: details More`, `== Tab`; `rest` is where its text starts. */
export function containerTitle(
  written: string,
): { readonly text: string; readonly at: number; readonly rest: number } | null {
  const match =
    /^((?:!!!|\?{3}\+?|===[!+]?)[ \t]{1,9}(?:[\w-]{1,40}[ \t]{1,9}){0,4}")([^"\n]{1,200})"[ \t]*(?:\n|$)/.exec(
      written,
    ) ??
    tabTitle.exec(written) ??
    /^(:{3,}[ \t]{0,9}[\w-]{1,40}(?:[ \t]{1,9}\[?|\[))([^\s\]][^\]\n]{0,199})\]?[ \t]{0,9}(?:\n|$)/.exec(written);
  if (match === null) return null;
  const [whole, before = '', text = ''] = match;
  return { text: text.trim(), at: before.length, rest: whole.length };
}

/** The tag in a text that brings something from elsewhere: "include" of `{% include x.md %}`; `null` when none does. */
export function unknownTag(written: string): string | null {
  const found = [...written.matchAll(tags)].map(([, name = '']) => name);
  const open = found.find((name) => !quiet.test(name) && !found.includes(`end${name}`) && !isPaired(name));
  if (open !== undefined) return open;
  return snippet.test(written) ? (/[^\s]{1,40}/.exec(written)?.[0] ?? null) : null;
}

/** Tags with an end of their own, which may stand in another block. */
function isPaired(name: string): boolean {
  return /^(?:hint|tabs?|note|tip|warning|info|danger|content-ref|code|stepper|step|columns?|swagger|expandable|callout|details|block)$/.test(
    name,
  );
}
