import { parse as parseToml, TomlError } from 'smol-toml';
import { LineCounter, parseDocument } from 'yaml';
import type { HugoSettings } from '../../../config/hugo-settings.ts';
import { nameOf } from '../../../files/paths.ts';
import { LENIENT, plainValues, UnreadableAlias } from '../../../markdown/data/yaml-aliases.ts';
import { UnreadableConfig } from '../../configuration/unreadable-config.ts';
import type { HugoFile } from '../sources/hugo-file.ts';
import { merged, type Table, tableOf } from './tables.ts';

type Unreadable = HugoSettings['unreadable'][number];

/** All files of a configuration as one table, each winning over those before it, and those that Hugo could not read either. */
export function parseFiles(files: readonly HugoFile[]) {
  const unreadable: Unreadable[] = [];
  let all: Table = new Map();
  for (const file of files) {
    try {
      all = tableOf(merged(all, tableIn(file)));
    } catch (error) {
      if (!(error instanceof UnreadableConfig)) throw error;
      unreadable.push({ place: error.place, hides: hiddenBy(file) });
    }
  }
  return { all, unreadable };
}

/** Keys that no page, id or link depends on. */
const HARMLESS = new Set(
  'params menus menu author caches deployment imaging minify privacy related security server services social'.split(
    ' ',
  ),
);

function hiddenBy({ path }: HugoFile): Unreadable['hides'] {
  const key = nameOf(path).split('.', 1)[0]!.toLowerCase();
  if (HARMLESS.has(key)) return 'nothing';
  return key === 'markup' ? 'markup' : 'all';
}

/**
 * `taxonomies.toml` is what stands below the key `taxonomies`; `languages.de.toml` and `hugo.de.toml` what stands below
 * `languages.de`, `params.de.toml` below `languages.de.params`.
 */
function tableIn(file: HugoFile): Table {
  const [name = '', language] = nameOf(file.path).toLowerCase().split('.').slice(0, -1);
  const read = tableOf(parse(file));
  if (language !== undefined) {
    const isBelow = name === 'params' || name === 'menus' || name === 'menu';
    const own = isBelow ? new Map([[name, read]]) : read;
    return new Map([['languages', new Map([[language, own]])]]);
  }
  return name === 'hugo' || name === 'config' ? read : new Map([[name, read]]);
}

function parse({ path, text, isForbidden }: HugoFile): unknown {
  if (isForbidden) throw new UnreadableConfig(path, null);
  try {
    if (path.endsWith('.toml')) return parseToml(text);
    if (path.endsWith('.json')) return JSON.parse(text);
  } catch (error) {
    throw new UnreadableConfig(path, error instanceof TomlError ? error.line : null);
  }
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { ...LENIENT, lineCounter });
  const [wrong] = document.errors;
  if (wrong) throw new UnreadableConfig(path, lineCounter.linePos(wrong.pos[0]).line);
  try {
    return plainValues(document)(document.contents);
  } catch (error) {
    if (error instanceof UnreadableAlias) throw new UnreadableConfig(path, null);
    throw error;
  }
}
