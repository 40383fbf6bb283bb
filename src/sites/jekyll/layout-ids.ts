import { type FileTree, listInside, readText } from '../../files/file-tree.ts';

/** Ids of the HTML around pages, in the layouts and includes of the site's own. */
export interface LayoutIds {
  readonly ids: readonly string[];
  /** The layout that makes ids of titles and categories; `null`: none does. */
  readonly madeIn: string | null;
}

const MAX_LENGTH = 200_000;
/** `id="main"`, `id="{{ page.title | slugify }}"`. */
const ID = /\b(?:id|name)=["']?([^"'\s<>{}]*)(\{\{[^{}]{0,200}\}\})?/g;
/** Variables of which ids are made that a link may name; others number parts of a layout. */
const NAMING = /title|name|slug|categor|label|heading|anchor|\btag/i;

/** Reads the ids that layouts and includes give: `{% for … %}<h2 id="{{ step.title | slugify }}">` makes ids that no page shows. */
export function layoutIds(folders: readonly string[], tree: FileTree): LayoutIds {
  const ids = new Set<string>();
  let madeIn: string | null = null;
  const files = folders.flatMap((folder) => listInside(tree, folder)).filter((path) => /\.(?:html|liquid)$/.test(path));
  for (const path of files) {
    const text = readText(tree, path, MAX_LENGTH);
    for (const [, id = '', computed] of text.matchAll(ID)) {
      if (computed === undefined) ids.add(id);
      else if (NAMING.test(computed)) madeIn ??= path;
    }
  }
  ids.delete('');
  return { ids: [...ids], madeIn };
}
