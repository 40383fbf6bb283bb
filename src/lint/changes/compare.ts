import { addToGroup, countBy } from '../../collections/groups.ts';
import type { Finding } from '../finding.ts';

/** What tells one finding from another, whatever its line. */
export interface Identity {
  readonly rule: string;
  /** The page, by its new path when it was renamed. */
  readonly path: string;
  /** The finding's key without the number that tells twins apart: rule, marked words, what the rule adds. */
  readonly key: string;
  readonly message: string;
  /** Words around it, which tell twins apart. Empty on pages that did not change. */
  readonly context: () => string;
  /** The page itself differs, so its findings may have come from or gone to another such page. */
  readonly onChangedPage: boolean;
}

/**
 * The findings of `now` that have no partner in `before`. Partners are sought by ever looser similarity, so that a finding keeps
 * its identity when lines move, when advice in its message changes, and when its words are edited or moved to another page.
 */
export function unmatched<T extends Identity>(now: readonly T[], before: readonly Identity[]): readonly T[] {
  const [countNow, countBefore] = [countBy(now.map(ownKey)), countBy(before.map(ownKey))];
  // Where there are as many of a key as before, all have partners, whatever stands around them: nobody reads the page.
  let [rest, old] = pairOff(now, before, (each) => {
    const key = ownKey(each);
    return countNow.get(key) === countBefore.get(key) ? [key] : null;
  });
  for (const similarity of similarities) {
    if (rest.length === 0 || old.length === 0) break;
    [rest, old] = pairOff(rest, old, similarity);
  }
  return rest;
}

function ownKey({ path, key }: Identity): string {
  return `${path}\0${key}`;
}

/** What a finding is compared by; `text` gives its page's source where that changed, else it is `null`. */
export function identify(finding: Finding, path: string, text: (() => string) | null): Identity {
  const { rule, message } = finding;
  const key = finding.key.replace(/-\d+$/, '');
  return {
    rule,
    path,
    key,
    message,
    context: () => (text === null ? '' : around(finding, text())),
    onChangedPage: text !== null,
  };
}

/** The first sentence of a message: what is wrong, without the advice. */
export function firstSentence(message: string): string {
  return /^.*?[.!?](?=\s|$)/s.exec(message)?.[0] ?? message;
}

/** What has to be equal so that two findings count as one; `null` for a finding that cannot be compared so. */
type Similarity = (identity: Identity) => readonly string[] | null;

const similarities: readonly Similarity[] = [
  ({ path, key, message, context }) => [path, key, message, context()],
  ({ path, key, context }) => [path, key, context()],
  ({ path, key, message }) => [path, key, message],
  ({ path, key }) => [path, key],
  // The marked words were edited (a page's title), what is wrong with them was not.
  ({ rule, path, message }) => (isSpecific(message) ? [rule, path, firstSentence(message)] : null),
  // A passage moved from one page to another.
  ({ key, message, onChangedPage }) => (onChangedPage ? [key, firstSentence(message)] : null),
];

function pairOff<T extends Identity>(
  now: readonly T[],
  before: readonly Identity[],
  similarity: Similarity,
): [T[], Identity[]] {
  const partners = new Map<string, Identity[]>();
  for (const identity of before) {
    const key = similarity(identity)?.join('\0');
    if (key !== undefined) addToGroup(partners, key, identity);
  }
  const taken = new Set<Identity>();
  const rest = now.filter((identity) => {
    const partner = partners.get(similarity(identity)?.join('\0') ?? '')?.shift();
    if (partner !== undefined) taken.add(partner);
    return partner === undefined;
  });
  return [rest, before.filter((identity) => !taken.has(identity))];
}

/** Whether a message names something, so that two findings with its first sentence are about the same thing. */
function isSpecific(message: string): boolean {
  return /["“/#]/.test(firstSentence(message));
}

function around(finding: Finding, text: string): string {
  const start = text.lastIndexOf('\n', finding.start.offset - 1) + 1;
  const end = text.indexOf('\n', finding.end.offset);
  const line = text.slice(start, end < 0 ? undefined : end);
  return line.replace(/\s+/g, ' ').trim();
}
