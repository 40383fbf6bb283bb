import { addToGroup } from '../collections/groups.ts';
import type { Link } from '../markdown/facts.ts';
import type { Anchor, Handbook, Page } from '../model/handbook.ts';
import { query } from '../model/query.ts';
import type { Redirect } from '../model/redirects.ts';
import { sourceFile } from '../sites/content-paths.ts';
import { relativePath } from '../sites/destination.ts';
import { splitHref } from '../sites/href.ts';
import { anchorsInParts } from '../sites/serving/page-parts.ts';
import { fragmentFor, pathsTo, pathsToFile, withFragment } from './destinations.ts';
import { addressLink, isSameAnchor, isSameMeaning, type Meaning, meaningOf, meaningOfAddress } from './meaning.ts';
import { type HandbookStates, partCalls, type Reference, type ReferencePair } from './references.ts';
import { beginningAfter, beginningOf } from './splats.ts';

/** New words for a reference: for all of its destination, or for the part before or after the `#`. */
export interface Repair {
  readonly reference: Reference;
  readonly part: 'all' | 'path' | 'fragment';
  readonly text: string;
}

/** Whether a reference still means what it meant. One that led nowhere before may lead nowhere now. */
export function isKept({ before, now, page, seen }: ReferencePair, states: HandbookStates): boolean {
  const { moved, after } = states;
  if (before.kind === 'link' && now.kind === 'link')
    return seen.every(({ from, meaning }) =>
      isSameMeaning(meaning, meaningOf(now.link, page.after, from.after, after), moved),
    );
  if (before.kind === 'include' && now.kind === 'include') {
    const [{ state }, { state: next }] = [before.include, now.include];
    return state.kind !== 'found' || (next.kind === 'found' && next.page.path === moved(state.page.path));
  }
  if (before.kind === 'part' && now.kind === 'part') {
    const file = before.call.paths.find(states.exists.before);
    return file === undefined || now.call.paths.find(states.exists.after) === moved(file);
  }
  if (before.kind !== 'redirect' || now.kind !== 'redirect') return true;
  const beginning = beginningOf(before.rule);
  if (beginning !== null) return beginningOf(now.rule) === beginningAfter(beginning, states);
  const meaning = meaningOfAddress(before.rule.to, page.before, states.before);
  return meaning === null || isSameMeaning(meaning, meaningOfAddress(now.rule.to, page.after, after), moved);
}

/** Words that make a reference mean what it meant; `null` when there are none. */
export function repair(pair: ReferencePair, states: HandbookStates): Repair | null {
  const { before } = pair;
  if (before.kind === 'link') return repairLink(before, pair, states);
  const text =
    before.kind === 'include'
      ? argumentFor(before, states)
      : before.kind === 'part'
        ? nameOfPart(pair, states)
        : targetOfRedirect(before.rule, pair, states);
  return text === null ? null : { reference: before, part: 'all', text };
}

function repairLink(
  reference: Reference & { readonly kind: 'link' },
  { page, seen }: ReferencePair,
  states: HandbookStates,
): Repair | null {
  const { link } = reference;
  const { meaning } = seen[0] ?? {};
  if (meaning === undefined) return null;
  const { path: written, fragment: oldFragment } = splitHref(link.href);
  const found = destinationFor(link, meaning, page, states, (href) => {
    const tried: Link = { ...link, href, target: [0, href.length] };
    return seen.every(({ from, meaning: own }) =>
      isSameMeaning(own, meaningOf(tried, page.after, from.after, states.after), states.moved),
    );
  });
  if (found === null) return null;
  const { path, fragment, href } = found;
  if (path === written) return { reference, part: 'fragment', text: fragment ?? '' };
  if (fragment === oldFragment) return { reference, part: 'path', text: withFragment(path, link.href, null) };
  return { reference, part: 'all', text: href };
}

/** The first way to write a link to what it meant that is right; `null` when there is none. */
function destinationFor(
  link: Link,
  meaning: Meaning,
  page: ReferencePair['page'],
  states: HandbookStates,
  isRight: (href: string) => boolean,
): { readonly path: string; readonly fragment: string | null; readonly href: string } | null {
  const { path: written, fragment: oldFragment } = splitHref(link.href);
  const fragment = fragmentIn(meaning, oldFragment, states);
  if (fragment === undefined) return null;
  for (const path of [written, ...pathsFor(link, meaning, page, states)]) {
    const href = withFragment(path, link.href, fragment);
    if (isRight(href)) return { path, fragment, href };
  }
  return null;
}

function pathsFor(
  link: Link,
  { target }: Meaning,
  page: ReferencePair['page'],
  states: HandbookStates,
): readonly string[] {
  if (target.kind === 'address') return pathsToFile(link.href, page.after, [target.address]);
  const path = states.moved(target.path);
  if (target.kind === 'file')
    return pathsToFile(link.href, page.after, [...addressesOf(path, states.after), `/${path}`]);
  const [before, after] = [states.before.page(target.path), states.after.page(path)];
  if (before === undefined || after === undefined) return [];
  return pathsTo({ link, from: page.after, before, target: after, handbook: states.after });
}

/** What to write after the `#`; `undefined` when the id is gone. */
function fragmentIn(
  { fragment, target }: Meaning,
  written: string | null,
  states: HandbookStates,
): string | null | undefined {
  if (fragment === null || fragment.kind === 'words') return written;
  const page = target.kind === 'page' ? states.after.page(states.moved(target.path)) : undefined;
  const anchor = page && anchorNow(fragment.anchor, page, states);
  return anchor && fragmentFor(anchor.id, written);
}

function anchorNow(before: Anchor, page: Page, { after, moved }: HandbookStates): Anchor | undefined {
  const anchors = [...after.anchors(page).ids.values(), ...anchorsInParts(page, after)];
  return anchors.find((anchor) => isSameAnchor(before, anchor, moved));
}

/** What an include call has to name after a change; `null` when that cannot be written. */
function argumentFor({ include, range }: Reference & { readonly kind: 'include' }, states: HandbookStates) {
  const { state, argument, from } = include;
  if (state.kind !== 'found') return null;
  const path = states.moved(state.page.path);
  const { root } = states.after.config.includes;
  if (root !== '' && !path.startsWith(`${root}/`)) return null;
  const lead = /^(?:\.?\/)?/.exec(argument)?.[0] ?? '';
  const text = lead + (root === '' ? path : path.slice(root.length + 1));
  const isQuoted = /["`]/.test(from.text.charAt(range[0] - 1));
  return isQuoted || /^[\w./-]+$/.test(text) ? text : null;
}

/** Where a redirect has to lead after a change: to an address below the site's top. */
function targetOfRedirect(rule: Redirect, { page }: ReferencePair, states: HandbookStates): string | null {
  const { to } = rule;
  const beginning = beginningOf(rule);
  if (beginning !== null) return beginningAfter(beginning, states) + to.slice(beginning.length);
  const meaning = meaningOfAddress(to, page.before, states.before);
  if (meaning === null) return null;
  const isRight = (href: string) =>
    href.startsWith('/') && isSameMeaning(meaning, meaningOfAddress(href, page.after, states.after), states.moved);
  return destinationFor(addressLink(to), meaning, page, states, isRight)?.href ?? null;
}

const addressesByFile = query('addresses of served files', (handbook) => {
  const addresses = new Map<string, string[]>();
  for (const address of handbook.files()) {
    const file = handbook.fileAt(address);
    if (file !== undefined) addToGroup(addresses, file, address);
  }
  return addresses;
});

/** Where the site serves a file, and its names from the folders of pages and from assets/, where Hugo finds it. */
function addressesOf(path: string, handbook: Handbook): readonly string[] {
  const { assets, content } = handbook.config;
  const served = (addressesByFile(handbook).get(path) ?? []).filter((address) => address !== sourceFile(path));
  const above = [...assets, ...content].filter((folder) => path.startsWith(`${folder}/`));
  return [...served, ...above.map((folder) => path.slice(folder.length))];
}

/** The name of a file that a page brings in, written so that the page brings in the same file; `null` when there is no way to. */
function nameOfPart({ before, now, page: { after: page } }: ReferencePair, states: HandbookStates): string | null {
  if (before.kind !== 'part' || now.kind !== 'part') return null;
  const { exists, moved } = states;
  const file = before.call.paths.find(exists.before);
  if (file === undefined) return null;
  const [start, end] = now.range;
  const bringsIn = (name: string) => {
    const calls = partCalls(page.text.slice(0, start) + name + page.text.slice(end), page.path, states.after);
    return calls.find(({ range }) => range[0] === start && range[1] === start + name.length)?.paths.find(exists.after);
  };
  const target = moved(file);
  return namesOf(target, page.path, page.text.slice(start, end)).find((name) => bringsIn(name) === target) ?? null;
}

/** Ways to name a file, those that begin as the old name first: from the page, from a folder above, from a folder with a sign. */
function namesOf(path: string, page: string, written: string): readonly string[] {
  const steps = relativePath(page, path);
  const relative = steps.startsWith('.') ? steps : `./${steps}`;
  const segments = path.split('/');
  const below = segments.map((_, at) => segments.slice(at).join('/'));
  const [sign = ''] = /^@(?:site)?\//.exec(written) ?? [];
  const named = below.map((each) => sign + each);
  return written.startsWith('.') ? [relative, ...named] : [...named, steps, relative];
}
