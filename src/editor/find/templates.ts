import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Handbook } from '../../model/handbook.ts';

/** The file of a shortcode's template, of the site itself; `null` for one of a theme or of Hugo's own. */
export function templateOf(name: string, handbook: Handbook): string | null {
  if (name.includes('..') || name.includes('\\') || name.startsWith('/')) return null;
  // Hugo 0.146 and later look in `_shortcodes` first.
  for (const layouts of handbook.config.layouts)
    for (const folder of ['_shortcodes', 'shortcodes'])
      for (const ending of ['.html', '.md']) {
        const path = `${layouts}/${folder}/${name}${ending}`;
        if (existsSync(join(handbook.root, path))) return path;
      }
  return null;
}
