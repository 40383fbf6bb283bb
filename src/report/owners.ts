import ignore, { type Ignore } from 'ignore';

export type OwnersOf = (path: string) => readonly string[];

interface Entry {
  readonly pattern: Ignore;
  readonly owners: readonly string[];
  readonly isExclusion: boolean;
}

const OWNER = /^@|^[^@\s]+@[^@\s]+$/;
const SECTION = /^\^?\[([^\]]+)\](?:\[\d+\])?/;

/**
 * Reads a CODEOWNERS file as GitHub and GitLab do: patterns are those of .gitignore, the last one that matches a path decides.
 * GitLab's sections (`[Docs][2] @default`) each decide for themselves, and lend their owners to lines without any; a line that
 * begins with `!` takes a path out of its section. (docs.gitlab.com, Code Owners syntax; docs.github.com, About code owners.)
 */
export function readCodeOwners(text: string): OwnersOf {
  let entries: Entry[] = [];
  // By name, the one that was opened last at the end; without a name, what stands above all sections.
  const sections = new Map([['', entries]]);
  let lent: readonly string[] = [];
  for (const raw of text.split(/\r?\n/)) {
    const written = raw.trim();
    if (written === '' || written.startsWith('#')) continue;
    const section = SECTION.exec(written);
    if (section !== null) {
      const name = section[1]!.toLowerCase();
      entries = sections.get(name) ?? [];
      sections.delete(name);
      sections.set(name, entries);
      lent = words(written.slice(section[0].length)).filter((word) => OWNER.test(word));
      continue;
    }
    const [path = '', ...rest] = words(written);
    const end = rest.findIndex((word) => word.startsWith('#'));
    const named = (end < 0 ? rest : rest.slice(0, end)).filter((word) => OWNER.test(word));
    const isExclusion = path.startsWith('!');
    const pattern = ignore({ ignorecase: false }).add(isExclusion ? path.slice(1) : path);
    entries.push({ pattern, owners: named.length > 0 ? named : lent, isExclusion });
  }
  return (path) => [...new Set([...sections.values()].flatMap((each) => ownersIn(each, path)))];
}

function ownersIn(entries: readonly Entry[], path: string): readonly string[] {
  const last = entries.findLast(({ pattern }) => pattern.ignores(path));
  return last === undefined || last.isExclusion ? [] : last.owners;
}

/** Words of a line; a blank behind a backslash belongs to its word. */
function words(line: string): readonly string[] {
  return (line.match(/(?:\\.|[^\s\\])+/g) ?? []).map((word) => word.replace(/\\\s/g, ' '));
}

const keys = new Set('owner owners maintainer maintainers author authors dri responsible team'.split(' '));

/** Whom a page's front matter names as its owner. */
export function ownersInFrontMatter(values: Readonly<Record<string, unknown>> | undefined): readonly string[] {
  return Object.entries(values ?? {})
    .filter(([key]) => keys.has(key.toLowerCase()))
    .flatMap(([, value]) => (Array.isArray(value) ? value : [value]))
    .filter((value): value is string => typeof value === 'string' && value.trim() !== '')
    .map((value) => value.trim());
}
