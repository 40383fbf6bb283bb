import { parse as parseToml, TomlError } from 'smol-toml';
import { LineCounter, parseDocument } from 'yaml';
import { LENIENT, plainValues, UnreadableAlias } from '../../../markdown/data/yaml-aliases.ts';
import type { HugoFile } from '../sources/hugo-file.ts';
import { merged, type Table, tableOf } from './tables.ts';

/** A file that Hugo could not read either, `hugo.toml line 3`, and what is not known for that. */
interface Unreadable {
  readonly place: string;
  readonly hides: 'all' | 'markup' | 'nothing';
}

/** All files of a configuration as one table, each winning over those before it, and those that cannot be read. */
export function parseFiles(files: readonly HugoFile[]): {
  readonly all: Table;
  readonly unreadable: readonly Unreadable[];
} {
  const unreadable: Unreadable[] = [];
  let all: Table = new Map();
  for (const file of files) {
    try {
      all = tableOf(merged(all, tableIn(file)));
    } catch (error) {
      if (!(error instanceof Malformed)) throw error;
      const place = error.line === null ? file.path : `${file.path} line ${error.line}`;
      unreadable.push({ place, hides: hiddenBy(keyOf(file)) });
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

function hiddenBy(key: string): Unreadable['hides'] {
  if (HARMLESS.has(key)) return 'nothing';
  return key === 'markup' ? 'markup' : 'all';
}

function keyOf({ path }: HugoFile): string {
  return path
    .slice(path.lastIndexOf('/') + 1)
    .split('.', 1)[0]!
    .toLowerCase();
}

class Malformed extends Error {
  readonly line: number | null;

  constructor(line: number | null) {
    super('malformed');
    this.line = line;
  }
}

/**
 * `taxonomies.toml` is what stands below the key `taxonomies`; `languages.de.toml` and `hugo.de.toml` what stands below
 * `languages.de`, `params.de.toml` below `languages.de.params`.
 */
function tableIn(file: HugoFile): Table {
  const [name = '', language] = file.path
    .slice(file.path.lastIndexOf('/') + 1)
    .toLowerCase()
    .split('.')
    .slice(0, -1);
  const read = tableOf(parse(file));
  if (language !== undefined) {
    const isBelow = name === 'params' || name === 'menus' || name === 'menu';
    const own = isBelow ? new Map([[name, read]]) : read;
    return new Map([['languages', new Map([[language, own]])]]);
  }
  return name === 'hugo' || name === 'config' ? read : new Map([[name, read]]);
}

function parse({ path, text, isForbidden }: HugoFile): unknown {
  if (isForbidden) throw new Malformed(null);
  try {
    if (path.endsWith('.toml')) return parseToml(text);
    if (path.endsWith('.json')) return JSON.parse(text);
  } catch (error) {
    throw new Malformed(error instanceof TomlError ? error.line : null);
  }
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { ...LENIENT, lineCounter });
  const [wrong] = document.errors;
  if (wrong) throw new Malformed(lineCounter.linePos(wrong.pos[0]).line);
  try {
    return plainValues(document)(document.contents);
  } catch (error) {
    if (error instanceof UnreadableAlias) throw new Malformed(null);
    throw error;
  }
}
