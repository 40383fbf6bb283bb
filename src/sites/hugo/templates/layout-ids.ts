import { withoutComments } from './language/without-comments.ts';

/** Ids that templates of whole pages give to what stands around the pages' own text. */
export interface LayoutIds {
  /** `main`; `step-*` for `id="step-{{ $number }}"`. */
  readonly ids: readonly string[];
  /** Whether any may make ids that no template shows, of titles, data, or the text of other pages. */
  readonly makesMore: boolean;
}

/** `id="main"`, `id="step-{{ $number }}"`, `id="{{ .Title | anchorize }}"` */
const ID = /\sid=["']?([^"'\s<>{}]*)(\{\{[^{}]{0,200}\}\})?/g;
/** Of what ids are made that a link may name; others number parts of a layout. */
const NAMING = /title|name|slug|categor|label|heading|anchor|\btag|section|\.id\b/i;
const ACTION = /\{\{-?\s{0,9}(?:(range|with|if|block|define|end)\b)?([^{}]{0,500})/g;

/** Reads the ids that templates give. */
export function layoutIds(templates: readonly string[]): LayoutIds {
  const ids = new Set<string>();
  let makesMore = false;
  for (const template of templates) {
    const text = withoutComments(template);
    for (const [, start = '', computed] of text.matchAll(ID)) {
      if (start !== '') ids.add(computed === undefined ? start : `${start}*`);
      else if (computed !== undefined && NAMING.test(computed)) makesMore = true;
    }
    if (text.includes('.TableOfContents')) ids.add('TableOfContents');
    if (showsOthers(text)) makesMore = true;
  }
  return { ids: [...ids].sort(), makesMore };
}

/** Whether a template shows the text of other pages: `{{ range .Pages }}{{ .Content }}{{ end }}`, `{{ $original.Content }}`. */
function showsOthers(text: string): boolean {
  const open: (string | undefined)[] = [];
  for (const [, word, rest = ''] of text.matchAll(ACTION)) {
    if (/\$\w+\.Content\b/.test(rest) || (open.includes('range') && /\.Content\b/.test(rest))) return true;
    if (word === 'end') open.pop();
    else if (word !== undefined) open.push(word);
  }
  return false;
}
