import { type FileTree, listInside, readText } from '../../files/file-tree.ts';
import { joinInside } from '../../files/paths.ts';

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

/** `{% include head.html %}`, `{% include {{ page.part }} %}` */
const INCLUDE = /\{%-?[ \t]*include(?:_cached)?[ \t]+([^\s%]{1,300})/g;

/**
 * Reads the ids that layouts give, with the files that they include: `{% for … %}<h2 id="{{ step.title | slugify }}">` makes ids that
 * no page shows. Layouts of a theme may include any file; else what only pages include is not around all of them.
 */
export function layoutIds(layouts: string, includes: string, hasTheme: boolean, tree: FileTree): LayoutIds {
  const ids = new Set<string>();
  let madeIn: string | null = null;
  const filesIn = (folder: string) => listInside(tree, folder).filter((path) => /\.(?:html|liquid)$/.test(path));
  const files = new Set([...filesIn(layouts), ...(hasTheme ? filesIn(includes) : [])]);
  for (const path of files) {
    const text = readText(tree, path, MAX_LENGTH);
    for (const [, id = '', computed] of text.matchAll(ID)) {
      if (computed === undefined) ids.add(id);
      else if (NAMING.test(computed)) madeIn ??= path;
    }
    for (const [, name = ''] of text.matchAll(INCLUDE)) {
      const named = /[{}]/.test(name) ? filesIn(includes) : [joinInside(includes, name) ?? ''];
      for (const file of named) if (tree.exists(file)) files.add(file);
    }
  }
  ids.delete('');
  return { ids: [...ids], madeIn };
}
