import { isSubsequence } from '../collections/sequences.ts';
import type { Handbook, Page } from '../model/handbook.ts';
import { query } from '../model/query.ts';
import { typos } from '../phrases/typos.ts';
import { normalisedKey, onlyBest } from './best-match.ts';

/** A page that a broken link may mean. */
export interface NearPage {
  readonly page: Page;
  /** So close, and so alone, that a machine may correct the link. */
  readonly safe: boolean;
}

/** A `NearPage` by its path: remembered answers must not hold pages, which are new objects after each change. */
interface NearPath {
  readonly path: string;
  readonly safe: boolean;
}

interface PageIndex {
  /** Paths of pages. */
  readonly byAddress: ReadonlyMap<string, string>;
  /** Names below each folder: `/a/` -> `b`, `c`. */
  readonly names: ReadonlyMap<string, ReadonlySet<string>>;
  /** Nearly all names are one page's. */
  readonly byLastName: ReadonlyMap<string, string | readonly string[]>;
  /** The address with this normalised key; `null` where there are several. */
  readonly byKey: ReadonlyMap<string, string | null>;
}

// Deeper addresses are nobody's typo, and would cost time with every further name.
const MAX_DEPTH = 32;

/** The page that a link to a missing address probably means, or nothing rather than a guess. */
export function suggestPage(address: string, handbook: Handbook): NearPage | undefined {
  const near = searchOnce(handbook, address);
  const page = near && handbook.page(near.path);
  return page && { page, safe: near.safe };
}

/** Most missing addresses are named by one page or by many. */
const KEPT = 16_384;
const searchOnce = query(
  'page to suggest',
  (handbook, address: string): NearPath | undefined => {
    const segments = segmentsOf(address);
    const isReal = segments.length > 0 && segments.length <= MAX_DEPTH;
    return isReal ? search(segments, pageIndex(handbook)) : undefined;
  },
  { lives: 'places', keep: KEPT },
);

const pageIndex = query('pages by name', indexPages, { lives: 'places' });

function search(segments: readonly string[], index: PageIndex): NearPath | undefined {
  const near = writtenOtherwise(segments, index) ?? misspelt(segments, index);
  if (near) return near;
  const addresses = misplaced(segments, index);
  const [only] = addresses;
  if (addresses.size > 1) return undefined;
  return only === undefined ? moved(segments, index) : at(only, index, false);
}

/** Same letters, other case, hyphens or ending. */
function writtenOtherwise(segments: readonly string[], index: PageIndex): NearPath | undefined {
  const address = index.byKey.get(normalisedKey(segments.join('/'))) ?? null;
  return address === null ? undefined : at(address, index, true);
}

/** One name in the address has a typo. */
function misspelt(segments: readonly string[], index: PageIndex): NearPath | undefined {
  const found: { address: string; cost: number; length: number }[] = [];
  for (let i = segments.length - 1; i >= 0; i--) {
    const before = join(segments.slice(0, i));
    const names = index.names.get(before);
    if (!names) continue;
    const wrong = segments[i]!;
    const after = join(segments.slice(i + 1));
    for (const name of names) {
      const cost = typos(wrong, name);
      if (cost === null) continue;
      const address = before + name + after;
      if (index.byAddress.has(address)) found.push({ address, cost, length: wrong.length });
    }
  }
  const only = onlyBest(found, ({ cost }) => cost);
  return only && at(only.best.address, index, found.length === 1 && only.cost === 1 && only.best.length > 5);
}

// A name that more pages than this have says little about which of them is meant.
const COMMON = 2;
// This few names in another order are another address.
const FEW = 2;

/** One name too many or too few in the middle, or the same names in another order. */
function misplaced(segments: readonly string[], index: PageIndex): ReadonlySet<string> {
  const shorter = segments
    .slice(0, -1)
    .map((_, i) => join(segments.filter((_, j) => j !== i)))
    .filter((address) => index.byAddress.has(address));
  const last = segments.at(-1)!;
  const namesakes = namesakesOf(last, index);
  const longer = (namesakes.length > 1 && hasFolder(segments, index) ? [] : namesakes).filter((address) => {
    const candidate = segmentsOf(address);
    return candidate.length === segments.length + 1 && isSubsequence(segments, candidate);
  });
  const turned = segments.length > FEW ? inAnotherOrder(segments, index) : [];
  const found = [...turned, ...shorter, ...longer];
  return new Set(found.filter((address) => segmentsOf(address).length > 1));
}

/** Addresses that end with a name. */
function namesakesOf(name: string, { byLastName }: PageIndex): readonly string[] {
  const found = byLastName.get(name) ?? [];
  return typeof found === 'string' ? [found] : found;
}

/** Addresses with all these names and no others: each ends with one of them. */
function inAnotherOrder(segments: readonly string[], index: PageIndex): readonly string[] {
  const sorted = (names: readonly string[]) => [...names].sort().join('/');
  const wanted = sorted(segments);
  const namesakes = [...new Set(segments)].flatMap((name) => namesakesOf(name, index));
  return namesakes.filter((address) => address.length === wanted.length + 2 && sorted(segmentsOf(address)) === wanted);
}

function hasFolder(segments: readonly string[], index: PageIndex): boolean {
  return segments.length > 2 && index.names.has(join(segments.slice(0, -1)));
}

/** The page has the same name in another place, and shares more of the way there than any other page of that name. */
function moved(segments: readonly string[], index: PageIndex): NearPath | undefined {
  const last = segments.at(-1)!;
  const candidates = namesakesOf(last, index);
  const others = new Set(segments.slice(1, -1));
  const isShared = (name: string) => others.has(name) || [...others].some((other) => isRenamed(name, other));
  const shared = (address: string) => segmentsOf(address).slice(1, -1).filter(isShared).length;
  const isTelling = last.length >= 8 && last.includes('-');
  // A page of another folder is another page, when this one's folder is still there.
  if (!isTelling && hasFolder(segments, index)) return undefined;
  const only = onlyBest(candidates, (address) => {
    const count = shared(address);
    if (candidates.length > COMMON && count * 4 < others.size * 3) return null;
    if (count === 0 && !(isTelling && candidates.length === 1)) return null;
    return -count;
  });
  return only && at(only.best, index, false);
}

/** `people-career-paths` and `career-paths`; a single word at the end says too little. */
function isRenamed(name: string, other: string): boolean {
  const [short, long] = name.length < other.length ? [name, other] : [other, name];
  return short.includes('-') && long.endsWith(`-${short}`);
}

function at(address: string, index: PageIndex, safe: boolean): NearPath {
  return { path: index.byAddress.get(address)!, safe };
}

function indexPages(handbook: Handbook): PageIndex {
  const byAddress = new Map<string, string>();
  const names = new Map<string, Set<string>>();
  const byLastName = new Map<string, string | string[]>();
  const byKey = new Map<string, string | null>();
  for (const page of handbook.pages) {
    if (page.address === null) continue;
    const segments = segmentsOf(page.address);
    const joined = join(segments);
    // That of nearly every page, which is in memory already.
    const address = joined === page.address ? page.address : joined;
    byAddress.set(address, page.path);
    addNamesake(byLastName, segments.at(-1) ?? '', address);
    const key = normalisedKey(address);
    byKey.set(key, byKey.has(key) ? null : address);
    addNames(names, address, segments);
  }
  return { byAddress, names, byLastName, byKey };
}

function addNamesake(names: Map<string, string | string[]>, name: string, address: string): void {
  const known = names.get(name);
  if (typeof known === 'object') known.push(address);
  else names.set(name, known === undefined ? address : [known, address]);
}

/** From the end: where a name is known, those before it are as well. */
function addNames(names: Map<string, Set<string>>, address: string, segments: readonly string[]): void {
  let end = address.length - 1;
  for (let i = segments.length - 1; i >= 0; i--) {
    const name = segments[i]!;
    end -= name.length;
    const folder = address.slice(0, end);
    const known = names.get(folder);
    if (known?.has(name)) return;
    if (known) known.add(name);
    else names.set(folder, new Set([name]));
    end -= 1;
  }
}

function segmentsOf(address: string): string[] {
  const segments = address.split('/').filter(Boolean);
  const last = segments.pop();
  if (last === undefined) return segments;
  const name = last.replace(/\.(?:md|html?)$/i, '');
  if (name !== 'index' && name !== '_index') segments.push(name);
  return segments;
}

function join(segments: readonly string[]): string {
  return segments.length === 0 ? '/' : `/${segments.join('/')}/`;
}
