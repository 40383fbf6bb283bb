import { getOrInsert } from '../../collections/get-or-insert.ts';
import { once } from '../../collections/once.ts';
import type { HandbookConfig } from '../../config/config.ts';
import { hashOf } from '../../files/checksum.ts';
import { folderOf } from '../../files/paths.ts';
import { saysMore } from '../../model/page-summary.ts';
import type { Place, Placement, SiteFiles } from '../../model/place.ts';
import type { SiteIndex } from '../../model/site-index.ts';
import { listInPieces } from '../pages/pack.ts';
import { type HandbookSources, stayInPlace } from './same-places.ts';

/** In place of what follows from the address: of `/b/c/` the files lie below it, and it is found by `/b/c`. */
const USUAL = 1;
/** In place of the folder that the path which a page is found by lies in. */
const ABOVE = 2;

type Row = readonly [
  path: string,
  kind: Place['kind'],
  address: string | null,
  folder: string | typeof USUAL | typeof ABOVE,
  logical?: string | null | typeof USUAL,
  files?: string | null | typeof USUAL,
  unbuilt?: Place['unbuilt'],
  language?: string | undefined,
];

interface Kept extends Pick<Placement, 'unknownPrefixes' | 'adapters' | 'unpublished'> {
  readonly rows: readonly Row[];
  readonly telling: readonly string[];
  /** Of pages that have some, where the site itself says which; else `null`. */
  readonly aliases: readonly (readonly [path: string, aliases: readonly string[]])[] | null;
  readonly automatic: readonly string[];
  readonly automaticPaths: readonly (readonly [path: string, address: string | null])[];
  readonly sentOn: readonly (readonly [address: string, target: string])[];
  readonly made: readonly string[];
}

/**
 * Where an index has all pages of these files, in lines of JSON, which come in pieces: a hash of the names of the files and one of all places, the
 * pages' places, and the files that the site serves, by address.
 */
export function* writePlacement(
  { placement, servedFiles, summaries }: SiteIndex,
  files: SiteFiles,
  hashOfPlaces: string,
): Generator<Uint8Array> {
  const { places, aliasesOf, automatic, automaticPaths, sentOn, made, unknownPrefixes, adapters, unpublished } =
    placement;
  const withAliases = (of: (path: string) => readonly string[]) =>
    Array.from(places.keys(), (path) => [path, of(path)] as const).filter(([, { length }]) => length > 0);
  const content = new Set(files.content);
  const telling = [...summaries].filter(([path, summary]) => content.has(path) && saysMore(summary));
  const rest: Omit<Kept, 'rows'> = {
    telling: telling.map(([path]) => path),
    aliases: aliasesOf === undefined ? null : withAliases(aliasesOf),
    automatic: [...automatic],
    automaticPaths: [...automaticPaths],
    sentOn: [...(sentOn ?? [])],
    made: [...made],
    unknownPrefixes,
    adapters,
    ...(unpublished === undefined ? {} : { unpublished }),
  };
  yield Buffer.from(`${JSON.stringify([hashOfFiles(files), hashOfPlaces])}
{"rows":`);
  // Other files may come and go, and are added by whoever recalls it.
  const own = [...places].filter(([path]) => content.has(path));
  yield* listInPieces(own, ([path, place]) => rowOf(path, place));
  yield Buffer.from(`,${JSON.stringify(rest).slice(1)}
`);
  yield* listInPieces(servedFiles, (file) => file);
}

function hashOfFiles({ served, assets, ...lists }: SiteFiles): string {
  return hashOf(JSON.stringify([lists, served(), [...assets].sort()]));
}

function hashesOf(written: Buffer): readonly [files: string, places: string] {
  return JSON.parse(written.toString('utf8', 0, written.indexOf('\n')));
}

/** What `writePlacement` wrote. What is not in it is found by placing all pages after all. */
export function readPlacement(written: Buffer, place: () => Placement): Placement {
  const start = written.indexOf('\n');
  const end = written.indexOf('\n', start + 1);
  const kept = JSON.parse(written.toString('utf8', start, end)) as Kept;
  const whole = once(place);
  const aliases = kept.aliases && new Map(kept.aliases);
  const places = new Map<string, Place>();
  kept.rows.forEach((row) => {
    places.set(row[0], placeOf(row));
  });
  return {
    telling: kept.telling,
    places,
    automatic: new Set(kept.automatic),
    automaticPaths: new Map(kept.automaticPaths),
    sentOn: new Map(kept.sentOn),
    made: new Set(kept.made),
    unknownPrefixes: kept.unknownPrefixes,
    adapters: kept.adapters,
    ...(aliases === null ? {} : { aliasesOf: (path) => aliases.get(path) ?? [] }),
    ...(kept.unpublished === undefined ? {} : { unpublished: kept.unpublished }),
    published: (path, isContent) => whole().published(path, isContent),
    files: () => new Map(JSON.parse(written.toString('utf8', end)) as [address: string, path: string][]),
    hash: hashesOf(written)[1],
  };
}

function rowOf(path: string, { kind, address, files, logical, folder, unbuilt, language }: Place): Row {
  const ofFolder = folder === logical ? USUAL : folder === above(logical) ? ABOVE : folder;
  const ofLogical = logical === usualPath(address) ? USUAL : logical;
  const ofFiles = files === address ? USUAL : files;
  if (unbuilt !== null || language) return [path, kind, address, ofFolder, ofLogical, ofFiles, unbuilt, language];
  if (ofFiles !== USUAL) return [path, kind, address, ofFolder, ofLogical, ofFiles];
  return ofLogical === USUAL ? [path, kind, address, ofFolder] : [path, kind, address, ofFolder, ofLogical];
}

function placeOf(row: Row): Place {
  // By number, since each step of taking a list apart leaves an object.
  const address = row[2];
  const logical = row[4] === undefined || row[4] === USUAL ? usualPath(address) : row[4];
  const folder = (row[3] === USUAL ? logical : row[3] === ABOVE ? above(logical) : row[3]) ?? '/';
  const files = row[5] === undefined || row[5] === USUAL ? address : row[5];
  return { kind: row[1], address, unbuilt: row[6] ?? null, logical, folder, files, language: row[7] ?? '' };
}

function usualPath(address: string | null): string | null {
  return address && (address.slice(0, -1) || '/');
}

/** `/b` for `/b/c`, and `/` for `/b`. */
function above(path: string | null): string | null {
  return path && (folderOf(path) || '/');
}

const configHashes = new WeakMap<HandbookConfig, string>();

/** A hash of a configuration. Which pages are judged, and where it sets a rule, decide nothing of what is found on a page. */
export function configHash(config: HandbookConfig): string {
  return getOrInsert(configHashes, config, () => hashOf(JSON.stringify({ ...config, ignore: [], rulesAt: undefined })));
}

/** Where an earlier run had all pages. */
export interface KnownPlacement {
  /** The hash of its configuration. */
  readonly config: string;
  /** What `writePlacement` wrote; `null` where it was not kept. */
  readonly placement: () => Buffer | null;
  /** The files and folders that have changed since; `null` where that is not known. */
  readonly changed: ReadonlySet<string> | null;
  /** The key that the content of a page had. */
  readonly keyOf: (path: string) => string | undefined;
}

/** Recalls the placement of the first of these earlier runs for which all pages still are where they were; else gives `undefined`. */
export function recallPlacement(
  known: readonly KnownPlacement[],
  config: HandbookConfig,
  sources: HandbookSources,
  files: SiteFiles,
): (place: () => Placement) => Placement | undefined {
  const filesNow = once(() => hashOfFiles(files));
  return (place) => {
    for (const each of known) {
      const placement = each.config === configHash(config) ? each.placement() : null;
      if (placement !== null && areInPlace(each, placement, sources, filesNow)) return readPlacement(placement, place);
    }
    return undefined;
  };
}

function areInPlace(
  { changed, keyOf }: KnownPlacement,
  placement: Buffer,
  sources: HandbookSources,
  filesNow: () => string,
): boolean {
  if (changed !== null) return stayInPlace(changed, sources, keyOf);
  if (hashesOf(placement)[0] !== filesNow()) return false;
  const others: string[] = [];
  sources.stored.forEach(({ known }, path) => {
    if (known.key !== keyOf(path)) others.push(path);
  });
  return stayInPlace(others, sources, keyOf);
}
