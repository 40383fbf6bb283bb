import type { Finding } from '../../lint/finding.ts';

/** A line of text, and the file that it belongs into. */
interface Line {
  readonly file: string;
  readonly line: string;
}

/** What is known of the site that decides the best fix for a missing address. */
export interface SiteContext {
  /** Does something stand at this address (it ends in `/`)? */
  readonly exists: (address: string) => boolean;
  /** The file that would stand at this address if it were not kept off the site, by a draft's setting for example. */
  readonly hidden: (address: string) => string | null;
  /**
   * The folder of addresses that something else seems to serve, since many links go there and hardly any page of it is here, and
   * the line of handbook.yaml that says so.
   */
  readonly elsewhere: (address: string) => { readonly folder: string; readonly line: string } | null;
  /** The lines that keep old addresses for the page which a suggestion leads to, where the kind of site has such lines. */
  readonly keep: (targets: readonly string[], suggestion: string) => Line | null;
  /** The line that sends all addresses below a missing folder to another address, where the site has a file for that. */
  readonly redirect: (folder: string, to: string) => Line | null;
}

/** A finding by which the best places to start are chosen. */
export type WantingFinding = Pick<
  Finding,
  'rule' | 'path' | 'message' | 'suggestions' | 'data' | 'key' | 'fingerprint'
>;

/** The kind of thing that is missing at a link's target. */
export type Missing = 'page' | 'anchor' | 'file' | 'include';

/** One action that would clear a finding, and others with it. */
export type PossibleFix =
  /** The command writes all certain mends. */
  | { readonly kind: 'fix' }
  /** The page is there, in a file that a setting keeps off the site. */
  | { readonly kind: 'hidden'; readonly target: string; readonly file: string }
  /** Something else serves all of a folder's addresses. */
  | { readonly kind: 'elsewhere'; readonly target: string; readonly line: string }
  /** A folder is somewhere else now, its pages or files kept their names. */
  | { readonly kind: 'moved'; readonly of: 'page' | 'file'; readonly target: string; readonly to: string }
  /** Several old addresses of one page or file. */
  | { readonly kind: 'meant'; readonly of: 'page' | 'file'; readonly target: string }
  /** One page, file or include that is missing, or the headings that one page lacks. */
  | { readonly kind: 'missing'; readonly of: Missing; readonly target: string }
  /** All that is missing below one missing folder. */
  | { readonly kind: 'below'; readonly of: 'page' | 'file'; readonly target: string };

const missingBy: Readonly<Record<string, Missing>> = {
  'handbook-link-page': 'page',
  'handbook-link-anchor': 'anchor',
  'handbook-link-file': 'file',
  'handbook-include': 'include',
};

/** The mends that would clear a finding, those that are more to the point first; none when it has to be looked at by itself. */
export function candidatesFor(finding: WantingFinding, around: SiteContext): readonly PossibleFix[] {
  const [suggestion] = finding.suggestions;
  if (suggestion?.safe === true) return [{ kind: 'fix' }];
  const of = missingBy[finding.rule];
  const { target } = finding.data;
  if (of === undefined || typeof target !== 'string' || target === '') return [];
  if (of === 'anchor') return [{ kind: 'missing', of, target: placeOfHeading(target) }];
  if (of === 'include') return [{ kind: 'missing', of, target }];
  const all: PossibleFix[] = [];
  if (of === 'page') {
    const file = around.hidden(target);
    if (file !== null) return [{ kind: 'hidden', target, file }];
    const tree = around.elsewhere(target);
    if (tree !== null) all.push({ kind: 'elsewhere', target: tree.folder, line: tree.line });
  }
  if (suggestion?.text.startsWith('/')) {
    const meant = suggestion.text.replace(/[#?].*$/s, '');
    const move = moveOf(target, meant);
    if (move !== null) all.push({ kind: 'moved', of, ...move });
    all.push({ kind: 'meant', of, target: meant });
  }
  all.push({ kind: 'missing', of, target });
  const folder = missingFolder(target, around.exists);
  if (folder !== null) all.push({ kind: 'below', of, target: folder });
  return all;
}

/** Headings that one page lacks are one edit, but for those that no heading can have. */
function placeOfHeading(target: string): string {
  const [page = '', fragment = ''] = target.split(/#(.*)/s);
  return /^[\p{L}\p{M}\p{N}_.:~-]+$/u.test(fragment) ? page : target;
}

/** `/a/old/` and `/a/new/` for a link to `/a/old/x/` that means `/a/new/x/`; `null` when the names differ, or nothing else does. */
function moveOf(target: string, meant: string): { readonly target: string; readonly to: string } | null {
  const [old, now] = [target.split('/'), meant.split('/')];
  let common = 0;
  while (common < Math.min(old.length, now.length) - 1 && old.at(-1 - common) === now.at(-1 - common)) common++;
  if (common === 0 || (common === 1 && old.at(-1) === '')) return null;
  const from = old.slice(0, old.length - common).join('/');
  const to = now.slice(0, now.length - common).join('/');
  return from === '' ? null : { target: `${from}/`, to: `${to}/` };
}

/** The highest folder of an address that is not there: `/a/b/` for `/a/b/c/` when only `/a/` is. */
function missingFolder(target: string, exists: SiteContext['exists']): string | null {
  if (!target.startsWith('/')) return null;
  for (let slash = target.indexOf('/', 1); slash >= 0; slash = target.indexOf('/', slash + 1)) {
    const folder = target.slice(0, slash + 1);
    if (!exists(folder)) return folder;
  }
  return null;
}
