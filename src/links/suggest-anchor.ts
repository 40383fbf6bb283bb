import { groupBy } from '../collections/groups.ts';
import { isSubsequence } from '../collections/sequences.ts';
import { isAscii } from '../files/paths.ts';
import type { Anchor, Handbook, Page } from '../model/handbook.ts';
import { query } from '../model/query.ts';
import { typos } from '../phrases/typos.ts';
import { decodePercent } from '../sites/href.ts';
import { normalisedKey, onlyBest } from './best-match.ts';

/** An anchor that a broken fragment may mean. */
interface NearAnchor {
  readonly anchor: Anchor;
  /** So close, and so alone, that a machine may correct the link. */
  readonly safe: boolean;
}

interface Candidates {
  readonly byKey: ReadonlyMap<string, readonly Anchor[]>;
  readonly byId: ReadonlyMap<string, Anchor>;
  /** The anchors that a fragment is compared with one by one; none on a page that has too many for that. */
  readonly compared: readonly Anchor[];
}

// Several pages link to the same heading that is no more.
const KEPT = 64;
const MAX_LENGTH = 1000;
// No handbook's page has as many headings; with more, every broken link would cost as much time as a page.
const MAX_COMPARED = 2000;

/** The anchor of the page that a fragment it lacks probably means, or nothing rather than a guess. */
export function suggestAnchor(page: Page, fragment: string, handbook: Handbook): NearAnchor | undefined {
  if (fragment.length > MAX_LENGTH) return undefined;
  const candidates = candidatesOf(handbook, page);
  const wanted = decodePercent(fragment);
  return (
    writtenOtherwise(wanted, candidates) ??
    unnumbered(wanted, candidates) ??
    misspelt(wanted, candidates.compared) ??
    reworded(wanted, candidates.compared)
  );
}

const candidatesOf = query('anchors to suggest', indexAnchors, { keep: KEPT });

function indexAnchors(handbook: Handbook, page: Page): Candidates {
  const byId = handbook.anchors(page).ids;
  const byKey = groupBy(byId.values(), ({ id }) => normalisedKey(id));
  return { byKey, byId, compared: byId.size > MAX_COMPARED ? [] : [...byId.values()] };
}

/** Same letters, other case or hyphens. */
function writtenOtherwise(wanted: string, { byKey }: Candidates): NearAnchor | undefined {
  const core = normalisedKey(wanted);
  const same = core === '' ? [] : (byKey.get(core) ?? []);
  return same.length === 1 ? { anchor: same[0]!, safe: true } : undefined;
}

/** `#goals-1` when the page has `#goals` alone. */
function unnumbered(wanted: string, { byId }: Candidates): NearAnchor | undefined {
  const base = /-\d$/.test(wanted) && /\p{L}/u.test(wanted) ? wanted.slice(0, -2) : undefined;
  const found = base === undefined ? undefined : byId.get(base);
  return found && { anchor: found, safe: false };
}

function misspelt(wanted: string, candidates: readonly Anchor[]): NearAnchor | undefined {
  const only = onlyBest(candidates, ({ id }) => typos(wanted, id));
  return only && { anchor: only.best, safe: only.cost === 1 && wanted.length > 5 };
}

/** A heading that got longer or shorter, or has the same words in another order. */
function reworded(wanted: string, candidates: readonly Anchor[]): NearAnchor | undefined {
  const words = wordsOf(wanted);
  const only = onlyBest(candidates, ({ id }) => {
    if (!holdsTwo(id.toLowerCase(), words)) return null;
    const others = wordsOf(id);
    const [short, long] = words.length < others.length ? [words, others] : [others, words];
    if (short.length < 2 || short.length * 2 < long.length) return null;
    if (!isSubsequence(short, long) && !isSameSet(short, long)) return null;
    return numbers(words) === numbers(others) ? 1 - short.length / long.length : null;
  });
  return only && { anchor: only.best, safe: false };
}

/** Without this, two lists of words can have no two in common; it costs less than to take an id apart. */
function holdsTwo(id: string, words: readonly string[]): boolean {
  let held = 0;
  return words.some((word) => id.includes(word) && ++held === 2);
}

function isSameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((word) => b.includes(word));
}

const FILLERS = new Set('a an and the of to for in on at is are our with how what'.split(' '));

function wordsOf(id: string): readonly string[] {
  const words = id.toLowerCase().split(isAscii(id) ? /[^a-z0-9]+/ : /[^\p{L}\p{N}]+/u);
  return [...new Set(words.filter((word) => word !== '' && !FILLERS.has(word)))];
}

function numbers(words: readonly string[]): string {
  return words.filter((word) => /\d/.test(word)).join(' ');
}
