import { parse as parseToml } from 'smol-toml';
import type { HugoSettings } from '../../../config/hugo-settings.ts';
import type { TextFile } from '../../../files/file-tree.ts';
import { nameOf } from '../../../files/paths.ts';
import { compareVersions, newestHugo, parseVersion } from '../version.ts';
import { isTable, type Table, tableOf } from './tables.ts';

/** A version, and where it is written. */
interface Pin {
  readonly version: string;
  readonly path: string;
  readonly line: number;
}

/**
 * Chooses the version: the one that somebody asked for; else the exact pin that CI builds by, then any other; else the newest one
 * known that the site's configuration allows: `max`, or `''`.
 */
export function chooseVersion(
  asked: { readonly version: string; readonly why: string } | null,
  files: readonly TextFile[],
  max: string,
): Pick<HugoSettings, 'version' | 'versionWhy'> {
  if (asked) return { version: parseVersion(asked.version) ?? newestHugo, versionWhy: asked.why };
  const pins = files.flatMap(pinsIn);
  const [pin] = [...pins].sort((a, b) => orderOf(a.path) - orderOf(b.path));
  if (pin) {
    const others = pins.filter(({ version }) => version !== pin.version);
    const note = others.length === 0 ? '' : `; ${others.map(inWords).join(' and ')}, which CI does not build by`;
    return { version: pin.version, versionWhy: `pinned in ${pin.path} line ${pin.line}${note}` };
  }
  const allowed = parseVersion(max);
  if (allowed !== null && compareVersions(allowed, newestHugo) < 0)
    return { version: allowed, versionWhy: 'the newest that module.hugoVersion allows' };
  return { version: newestHugo, versionWhy: 'the newest known here, for want of an exact pin' };
}

function inWords({ version, path, line }: Pin): string {
  return `${path} line ${line} says ${version}`;
}

/** What builds the site in CI comes before what people have on their machines. */
function orderOf(path: string): number {
  return ['.gitlab-ci.yml', '.github/', 'netlify.toml', ''].findIndex((start) => path.startsWith(start));
}

const VERSION = String.raw`v?(\d+\.\d+(?:\.\d+)?)`;
/** `HUGO_VERSION: 0.131.0`, `hugo-version: '0.131.0'`. */
const VARIABLE = new RegExp(
  String.raw`^[^#\n]*\bhugo[_-]version["']?\s*[:=]\s*["']?${VERSION}["']?\s*(?:#.*)?$`,
  'gim',
);
/** `image: hugomods/hugo:exts-0.131.0`, `registry/hugo_extended:0.131.0`, `klakegg/hugo:0.111.3-ext-alpine`. */
const IMAGE = new RegExp(String.raw`^[^#\n]*\b[\w./-]*hugo[\w./-]*:(?:[a-z]+-)*${VERSION}(?![\d.])`, 'gim');
const TOOL = new RegExp(String.raw`^\s*(?:go)?hugo(?:-extended)?\s+(?:extended_)?${VERSION}\s*(?:#.*)?$`, 'gim');
const PACKAGE = new RegExp(String.raw`"hugo-(?:extended|bin)"\s*:\s*"${VERSION}"`, 'g');

/** Every exact version of Hugo that a file names; longer lines are cut. */
function pinsIn({ path, text: whole }: TextFile): readonly Pin[] {
  const text = whole
    .split('\n')
    .map((line) => line.slice(0, 300))
    .join('\n');
  const name = nameOf(path);
  const found = (pattern: RegExp) =>
    [...text.matchAll(pattern)].flatMap(({ index, 0: all, 1: written = '' }) => {
      const version = parseVersion(written);
      const line = text
        .slice(0, index + all.length)
        .trimEnd()
        .split('\n').length;
      return version === null ? [] : [{ version, path, line }];
    });
  if (name === '.tool-versions') return found(TOOL);
  if (name === 'package.json') return found(PACKAGE);
  if (name === '.hvm') return found(new RegExp(`^${VERSION}`, 'g'));
  if (name === 'mise.toml' || name === '.mise.toml') return misePins(path, text);
  return [...found(VARIABLE), ...(name.endsWith('.toml') ? [] : found(IMAGE))].sort((a, b) => a.line - b.line);
}

function misePins(path: string, text: string): readonly Pin[] {
  let tools: Table;
  try {
    tools = tableOf(parseToml(text).tools);
  } catch {
    return [];
  }
  return [...tools].flatMap(([name, value]) => {
    if (!/(?:^|[:/])hugo(?:-extended)?$/.test(name)) return [];
    const written = isTable(value) ? tableOf(value).get('version') : value;
    const version = typeof written === 'string' ? parseVersion(written.replace(/^extended_/, '')) : null;
    const line = text.slice(0, Math.max(0, text.indexOf(name))).split('\n').length;
    return version === null ? [] : [{ version, path, line }];
  });
}
