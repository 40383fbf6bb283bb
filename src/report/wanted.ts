import type { Finding } from '../lint/finding.ts';
import { fingerprint } from '../lint/fingerprint.ts';
import type { Wanted } from './data.ts';

/** What of a finding is needed to see what is wanted. */
type Wish = Pick<Finding, 'rule' | 'path' | 'message' | 'suggestions' | 'data' | 'key' | 'fingerprint'>;

/** A line of text, and the file that it belongs into. */
export interface Line {
  readonly file: string;
  readonly line: string;
}

/** What has to be known of the site. */
export interface Surroundings {
  /** Does something stand at this address (it ends in `/`)? */
  readonly exists: (address: string) => boolean;
  /** The line that keeps an old address for the page which a suggestion leads to, where the kind of site has such lines. */
  readonly keep: (target: string, suggestion: string) => Line | null;
  /** The line that sends all addresses below a missing folder to another address, where the site has a file for that. */
  readonly redirect: (folder: string, to: string) => Line | null;
}

const kinds: Readonly<Record<string, 'page' | 'anchor' | 'file' | 'include'>> = {
  'handbook-link-page': 'page',
  'handbook-link-anchor': 'anchor',
  'handbook-link-file': 'file',
  'handbook-include': 'include',
};

interface Group {
  readonly kind: Exclude<Wanted['kind'], 'fix'>;
  readonly target: string;
  readonly findings: Wish[];
}

/**
 * Where to start: single mends, those that clear most findings first. All certain mends, which `--fix` writes, are one. Pages or
 * files that are missing below one missing folder are one, and so are headings that one page lacks. Of the rest, each missing page,
 * file or include is one. A finding counts for one mend only. Gives at most `most`.
 */
export function mostWanted(findings: readonly Wish[], around: Surroundings, most = 50): Wanted[] {
  const certain = findings.filter(({ suggestions }) => suggestions[0]?.safe === true);
  const groups = new Map<string, Group>();
  for (const finding of findings) {
    const kind = kinds[finding.rule];
    const { target } = finding.data;
    if (kind === undefined || typeof target !== 'string' || target === '' || finding.suggestions[0]?.safe === true)
      continue;
    // Headings that one page lacks are one edit.
    const place = kind === 'anchor' ? target.replace(/#.*$/s, '') : target;
    const key = `${kind} ${place}`;
    const group = groups.get(key) ?? { kind, target: place, findings: [] };
    group.findings.push(finding);
    groups.set(key, group);
  }
  const entries = withSections([...groups.values()], around.exists).map((group) => ({
    kind: group.kind,
    target: group.target,
    ...mendFor(group, around),
    findings: group.findings.map(fingerprint),
  }));
  return [...certainMends(certain), ...entries]
    .sort((a, b) => b.findings.length - a.findings.length || (a.target < b.target ? -1 : 1))
    .slice(0, most);
}

function certainMends(certain: readonly Wish[]): Wanted[] {
  if (certain.length === 0) return [];
  const target = [...new Set(certain.map(({ rule }) => rule))].sort().join(', ');
  const line = 'handbook-lint --fix';
  const mend = 'For these there is only one mend, which the command writes.';
  return [{ kind: 'fix', target, mend, line, file: null, findings: certain.map(fingerprint) }];
}

/** Puts missing pages, or missing files, together that lie below one missing folder. */
function withSections(groups: readonly Group[], exists: Surroundings['exists']): readonly Group[] {
  const sections = new Map<string, Group[]>();
  const rest: Group[] = [];
  for (const group of groups) {
    const isPlace = group.kind === 'page' || group.kind === 'file';
    const folder = isPlace ? missingFolder(group.target, exists) : null;
    if (folder === null) rest.push(group);
    else sections.set(`${group.kind} ${folder}`, [...(sections.get(`${group.kind} ${folder}`) ?? []), group]);
  }
  for (const [key, below] of sections) {
    const [first] = below;
    if (below.length === 1 || first === undefined) rest.push(...below);
    else {
      const kind = first.kind === 'page' ? 'section' : 'folder';
      rest.push({ kind, target: key.slice(key.indexOf(' ') + 1), findings: below.flatMap(({ findings }) => findings) });
    }
  }
  return rest;
}

/** The highest folder of an address that is not there: `/a/b/` for `/a/b/c/` when only `/a/` is. */
function missingFolder(target: string, exists: Surroundings['exists']): string | null {
  if (!target.startsWith('/')) return null;
  for (let slash = target.indexOf('/', 1); slash >= 0; slash = target.indexOf('/', slash + 1)) {
    const folder = target.slice(0, slash + 1);
    if (!exists(folder)) return folder;
  }
  return null;
}

type Mend = Pick<Wanted, 'mend' | 'line' | 'file'>;
const nothing = { line: null, file: null };

function mendFor({ kind, target, findings }: Group, { keep, redirect, exists }: Surroundings): Mend {
  if (kind === 'folder')
    return { mend: 'Add this folder with its files, or take them out of these pages.', ...nothing };
  if (kind === 'anchor') return { mend: mendOfHeadings(findings), ...nothing };
  if (kind === 'section') {
    let above = target;
    do above = above.slice(0, above.lastIndexOf('/', above.length - 2) + 1);
    while (above.length > 1 && !exists(above));
    const line = redirect(target, above);
    return line === null
      ? { mend: `Bring this folder back, or correct the links.`, ...nothing }
      : { mend: `Bring this folder back, or send its addresses on, by a line like this.`, ...line };
  }
  const suggestion = usual(findings.flatMap(({ suggestions }) => suggestions.slice(0, 1).map(({ text }) => text)));
  if (suggestion === null) return { mend: without[kind](target), ...nothing };
  const kept = kind === 'page' ? keep(target, suggestion) : null;
  if (kept === null) return { mend: `Write ${suggestion} in these links.`, ...nothing };
  return { mend: `${kept.file} seems to be meant. Keep the old address there, or correct the links.`, ...kept };
}

const without: Readonly<Record<'page' | 'file' | 'include', (target: string) => string>> = {
  page: (target) => `Write a page at ${target}, or take these links out.`,
  file: (target) => `Add the file ${target}, or take it out of these pages.`,
  include: (target) => `Add the file ${target}, or take these includes out.`,
};

const MOST_NAMED = 5;

function mendOfHeadings(findings: readonly Wish[]): string {
  const named = findings.flatMap(({ data: { target } }) =>
    typeof target === 'string' ? [/#.*$/s.exec(target)?.[0] ?? ''] : [],
  );
  const all = [...new Set(named)].filter((fragment) => fragment !== '');
  const some = all.slice(0, MOST_NAMED).join(' ');
  const rest = all.length > MOST_NAMED ? ` and ${all.length - MOST_NAMED} more` : '';
  return `Links want ${some}${rest} on this page. Give its headings these ids, or correct the links.`;
}

/** The commonest of some words; of several the first. */
function usual(words: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  let best: string | null = null;
  for (const [word, count] of counts) if (best === null || count > counts.get(best)!) best = word;
  return best;
}
