import { getOrInsert } from '../../../collections/get-or-insert.ts';
import { type FileTree, listInside, readText, UnreadableFile } from '../../../files/file-tree.ts';
import type { ShortcodeEffect } from '../../../model/shortcodes.ts';
import { urlize } from '../places/permalinks.ts';
import { includeIn, RENDERING } from './include-templates.ts';
import { withoutComments } from './language/without-comments.ts';

const MAX_TEMPLATES = 200;

/** Reads the handbook's own shortcode templates, and the partials they call, for the ids that they print. */
export function readShortcodeTemplates(
  tree: FileTree,
  layouts: readonly string[],
): (name: string) => ShortcodeEffect | null {
  const known = new Map<string, ShortcodeEffect | null>();
  // A site often has none of its own, but those of a theme.
  const foldersOf = (names: readonly string[]) =>
    layouts
      .flatMap((layout) => names.map((name) => `${layout}/${name}`))
      .filter((folder) => listInside(tree, folder).length > 0);
  let shortcodes: readonly string[] | undefined;
  let partials: readonly string[] | undefined;
  const partial = (name: string) => {
    partials ??= foldersOf(['_partials', 'partials']);
    return find(tree, partials, name);
  };
  return (name) => {
    // What stands in `{{< x.inline >}}` is a template, which runs where the site says so.
    if (name.endsWith('.inline')) return { ids: [], parameters: [], isGenerating: true };
    return getOrInsert(known, name, () => {
      shortcodes ??= foldersOf(['_shortcodes', 'shortcodes']);
      const text = find(tree, shortcodes, name);
      return text === null ? null : effectOfTemplate(text, partial);
    });
  };
}

function find(tree: FileTree, folders: readonly string[], name: string): string | null {
  if (name.includes('..') || name.includes('\\') || name.startsWith('/')) return null;
  for (const folder of folders) {
    for (const ending of ['.html', '.md', '']) {
      const path = `${folder}/${name}${ending}`;
      try {
        return readText(tree, path);
      } catch (error) {
        if (!(error instanceof UnreadableFile)) throw error;
      }
    }
  }
  return null;
}

/** What a template prints. `<a id="{{ .Get 0 }}">`: parameter 0; `<h2 id="faq">`: the id `faq`; a heading made of data: generating. */
export function effectOfTemplate(template: string, partial: (name: string) => string | null): ShortcodeEffect {
  const ids = new Set<string>();
  const parameters = new Set<number | string>();
  const urlized = new Set<number | string>();
  let isGenerating = false;
  const seen = new Set<string>();
  const queue = [template];
  while (queue.length > 0 && seen.size < MAX_TEMPLATES) {
    const text = withoutComments(queue.pop()!);
    if (makesHeadings(text) || includeIn(text) === 'unknown') isGenerating = true;
    for (const value of idValues(text)) {
      const parameter = parameterOf(value);
      const words = parameterOf(withoutUrlize(value));
      if (parameter !== null) parameters.add(parameter);
      else if (words !== null) urlized.add(words);
      else if (value.includes('{{')) isGenerating = true;
      else if (value !== '') ids.add(value);
    }
    for (const [, , name] of text.matchAll(/\bpartial(?:Cached)?\s+(["`])([^"`]+)\1/g)) {
      if (seen.has(name!)) continue;
      seen.add(name!);
      const found = partial(name!) ?? partial(`${name}.html`);
      if (found !== null) queue.push(found);
    }
  }
  const effect = { ids: [...ids], parameters: [...parameters], isGenerating };
  return urlized.size === 0 ? effect : { ...effect, shaped: { parameters: [...urlized], shape: urlize } };
}

/** A Markdown heading, whose id Hugo makes, or an HTML heading with an action in its tag. */
function makesHeadings(template: string): boolean {
  return /^[ \t]{0,3}#{1,6} /m.test(template) || (RENDERING.test(template) && /#{2,6} /.test(template));
}

/** Values of `id`, and of `name` on `<a>`, actions included. Quotes inside of an action do not end the value. */
function idValues(template: string): string[] {
  const values: string[] = [];
  for (const { 0: whole, index } of template.matchAll(/(?<=[\s"'}])(?:id|name)\s*=\s*/gi)) {
    const open = template.lastIndexOf('<', index);
    const tag = /^<([a-z][\w-]*)/i.exec(template.slice(open, open + 40))?.[1]?.toLowerCase();
    if (tag === undefined || (/^name/i.test(whole) && tag !== 'a')) continue;
    values.push(attributeValue(template, index + whole.length));
  }
  return values;
}

function attributeValue(template: string, start: number): string {
  const quote = /["']/.test(template.charAt(start)) ? template.charAt(start) : '';
  let at = start + quote.length;
  while (at < template.length) {
    if (template.startsWith('{{', at)) {
      const end = template.indexOf('}}', at);
      if (end < 0) break;
      at = end + 2;
      continue;
    }
    const character = template.charAt(at);
    if (quote === '' ? /[\s>]/.test(character) : character === quote) break;
    at++;
  }
  return template.slice(start + quote.length, at).trim();
}

/** `{{ urlize (.Get 0) }}` and `{{ .Get 0 | urlize }}` as `{{ .Get 0 }}`. */
function withoutUrlize(value: string): string {
  return value
    .replace(/^(\{\{-?)\s*(?:urls\.URLize|urlize)\s+\(([^()]{1,200})\)/, '$1 $2')
    .replace(/\s{0,9}\|\s{0,9}(?:urls\.URLize|urlize)\s{0,9}(-?\}\})$/, ' $1');
}

/** `{{ .Get 0 }}`, `{{ .Get "id" }}`, `{{- $.Get "id" -}}`: the whole value is one parameter. */
function parameterOf(value: string): number | string | null {
  const found = /^\{\{-?\s*\$?\.Get\s+(?:(\d+)|["`]([^"`]+)["`])(?:\s*\|\s*(?:safeHTMLAttr|safeHTML))?\s*-?\}\}$/.exec(
    value,
  );
  if (!found) return null;
  return found[1] === undefined ? found[2]! : Number(found[1]);
}
