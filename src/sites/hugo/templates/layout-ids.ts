import { withoutComments } from './language/without-comments.ts';

/** Ids that templates of whole pages give to what stands around the pages' own text. */
export interface LayoutIds {
  /** `main`; `step-*` for `id="step-{{ $number }}"`. */
  readonly ids: readonly string[];
  /** Whether any may make ids that no template shows, of titles, data, or the text of other pages. */
  readonly makesMore: boolean;
}

/** `id="main"`, `id="step-{{ $number }}"` */
const ID = /\sid=["']?([^"'\s<>{}]*)(\{\{)?/g;
/** `<h2 class="crew" id="{{ .Title | anchorize }}">`: of what ids are made that a link may name; others are those of controls, or number them. */
const NAMED =
  /<(?:h[1-6]|section|article|div|li|dt|tr|a)(?:\s[^<>]{0,200})?\sid=["']?\{\{[^{}]{0,200}(?:title|name|slug|categor|heading|anchor|tag|\.id\b)/i;
/** `<div id="{{ $elementID }}">`: made of anything. Of entries of menus ids are those of controls. */
const WORKED_OUT = /<(?:h[1-6]|section|article|div|dt|tr)(?:\s[^<>]{0,200})?\sid=["']?\{\{-?\s{0,9}\$\w{0,40}id\b/i;
const ACTION = /\{\{-?\s{0,9}(?:(range|with|if|block|define|else|end)\b)?([^{}]{0,500})/g;
/** A variable for the page itself. */
const OWN = /\{\{-?\s{0,9}(\$\w+)\s{0,9}:=\s{0,9}\.\s{0,9}-?\}\}/g;
/** A page's text; that of a file, an icon for instance, is not shown without `safeHTML`. */
const SHOWN = /^\s*(\$\w+)?\.Content[\s-]*$/;

/** Reads the ids that templates of web pages give; `usual` are those that pages do not have to name. */
export function layoutIds(templates: readonly string[], usual = templates): LayoutIds {
  const ids = new Set<string>();
  for (const template of templates) {
    const text = withoutComments(template);
    for (const [, start = '', computed] of text.matchAll(ID)) {
      if (start !== '') ids.add(computed === undefined ? start : `${start}*`);
    }
    if (text.includes('.TableOfContents')) ids.add('TableOfContents');
  }
  const makesMore = usual
    .map(withoutComments)
    .some((text) => NAMED.test(text) || WORKED_OUT.test(text) || showsOthers(text));
  return { ids: [...ids].sort(), makesMore };
}

/** Whether a template shows the text of other pages: `{{ range .Pages }}{{ .Content }}{{ end }}`, `{{ $original.Content }}`. */
function showsOthers(text: string): boolean {
  const own = new Set([...text.matchAll(OWN)].map(([, name]) => name));
  return actionsOf(text).some(({ word, rest, isInTurn }) => {
    const shown = word === undefined ? SHOWN.exec(rest) : null;
    return shown !== null && (shown[1] === undefined ? isInTurn : !own.has(shown[1]));
  });
}

/** An action of a template, what it begins with, and whether it stands in a `range`, where pages are taken in turn. */
interface Action {
  readonly word: string | undefined;
  readonly rest: string;
  readonly isInTurn: boolean;
}

/** The actions of a template, in order. */
export function actionsOf(text: string): readonly Action[] {
  const open: string[] = [];
  let turns = 0;
  return [...text.matchAll(ACTION)].map(([, word, rest = '']) => {
    if ((word === 'end' || word === 'else') && open.pop() === 'range') turns--;
    const action = { word, rest, isInTurn: turns > 0 };
    if (word !== undefined && word !== 'end') open.push(word);
    if (word === 'range') turns++;
    return action;
  });
}
