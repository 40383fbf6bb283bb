/**
 * Globs of handbook.yaml. Whoever opens a merge request can write one, and name a file that it is slow on, so no glob becomes a
 * regular expression: a glob is compared from left to right, and only its last star is ever tried again, which bounds the time
 * by the length of the glob times that of the path.
 *
 * `*` and `?` stand for characters of one name, `[a-z]` and `[!a-z]` for one, a name `**` for any folders, `{a,b}` for one
 * of several, `!` at the start for every other path, as in picomatch with dot files allowed.
 */

type Glob = (path: string) => boolean;

/** All ways to write out the braces of one glob. */
const MOST_FORMS = 1000;

/** What is wrong with a glob, for who wrote it; `null` for a good one. */
export function globProblem(glob: string): string | null {
  const bare = glob.replace(/\\./gs, '');
  if (/[?*+@!]\(/.test(bare)) return 'A glob with ( ) behind a sign is not supported; use {a,b}, or several globs';
  return expandBraces(glob) === null ? `A glob may not stand for more than ${MOST_FORMS} others` : null;
}

/** Makes a test for whether any of some globs matches. */
export function compileGlobs(globs: readonly string[]): Glob {
  const tests = globs.map(compileGlob);
  return (path) => tests.some((test) => test(path));
}

function compileGlob(glob: string): Glob {
  if (glob.startsWith('!')) {
    const test = compileGlob(glob.slice(1));
    return (path) => !test(path);
  }
  const forms = (expandBraces(glob.replace(/^\.\//, '')) ?? []).map((form) => ({
    // Most paths lie in another folder.
    start: /^[^*?[\\]*/.exec(form)?.[0] ?? '',
    parts: readForm(form),
  }));
  return (path) =>
    forms.some(
      ({ start, parts }) =>
        path.startsWith(start) && matches(parts, path.split('/'), (part, name) => part(name), isAnyFolders),
    );
}

type NameTest = (name: string) => boolean;

const anyFolders: NameTest = () => true;
const isAnyFolders = (part: NameTest) => part === anyFolders;

/** A glob without braces, name by name. `**.md` means any folders as well, and `**` at the end at least one name. */
function readForm(form: string): readonly NameTest[] {
  const names = form.replace(/^\*\*(?=\.)/, '**/*').split('/');
  if (names.length > 1 && names.at(-1) === '**') names.push('*');
  return names.map(readName);
}

/** One character of a glob: `null` for a star. */
type Sign = ((character: string) => boolean) | null;

function readName(source: string): NameTest {
  if (source === '**') return anyFolders;
  const signs = readSigns(source);
  const isStar = (sign: Sign) => sign === null;
  return (name) => matches(signs, name, (sign, character) => sign?.(character) ?? true, isStar);
}

/** Compares part by part; a star takes as little as it can, and only the last one takes more when what follows does not fit. */
function matches<Part, Item>(
  parts: readonly Part[],
  items: { readonly length: number; readonly [index: number]: Item },
  fits: (part: Part, item: Item) => boolean,
  isStar: (part: Part) => boolean,
): boolean {
  let [part, item] = [0, 0];
  let [star, taken] = [-1, 0];
  while (item < items.length) {
    const here = parts[part];
    if (here !== undefined && isStar(here)) {
      [star, taken] = [part, item];
      part += 1;
    } else if (here !== undefined && fits(here, items[item]!)) {
      part += 1;
      item += 1;
    } else if (star >= 0) {
      taken += 1;
      [part, item] = [star + 1, taken];
    } else return false;
  }
  while (part < parts.length && isStar(parts[part]!)) part += 1;
  return part === parts.length;
}

function readSigns(source: string): readonly Sign[] {
  const signs: Sign[] = [];
  for (let at = 0; at < source.length; at++) {
    const character = source.charAt(at);
    const set = character === '[' ? readSet(source, at) : null;
    if (set) {
      signs.push(set.sign);
      at = set.end;
    } else if (character === '*') signs.push(null);
    else if (character === '?') signs.push(() => true);
    else {
      const literal = character === '\\' && at + 1 < source.length ? source.charAt(++at) : character;
      signs.push((other) => other === literal);
    }
  }
  return signs;
}

/** `[a-z_]` from its bracket on; `null` when it has no end, so that the bracket stands for itself. */
function readSet(source: string, start: number): { readonly sign: Sign; readonly end: number } | null {
  const isNegated = '!^'.includes(source.charAt(start + 1)) && source.length > start + 1;
  let at = start + (isNegated ? 2 : 1);
  const ranges: (readonly [low: string, high: string])[] = [];
  const next = () => source.charAt(source.charAt(at) === '\\' ? ++at : at);
  for (const first = at; at < source.length; at++) {
    if (source.charAt(at) === ']' && at > first) {
      const isIn = (character: string) => ranges.some(([low, high]) => low <= character && character <= high);
      return { sign: (character) => isIn(character) !== isNegated, end: at };
    }
    const low = next();
    if (source.charAt(at + 1) === '-' && at + 2 < source.length && source.charAt(at + 2) !== ']') {
      at += 2;
      ranges.push([low, next()]);
    } else ranges.push([low, low]);
  }
  return null;
}

/** Writes out braces: `a.{b,c}` is `a.b` and `a.c`. `null` when there are too many forms. */
export function expandBraces(glob: string): readonly string[] | null {
  const done: string[] = [];
  const open = [glob];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const braces = firstBraces(next);
    if (braces === null) done.push(next);
    else for (const choice of braces.choices) open.push(braces.before + choice + braces.after);
    if (done.length + open.length > MOST_FORMS) return null;
  }
  return done;
}

/** The first pair of braces with a comma in it, at its own depth. */
function firstBraces(glob: string) {
  for (let start = 0; start < glob.length; start++) {
    if (glob.charAt(start) === '\\') start += 1;
    else if (glob.charAt(start) === '{') {
      const commas = [start];
      const end = closing(glob, start, commas);
      if (end < 0 || commas.length === 1) continue;
      const choices = commas.map((comma, index) => glob.slice(comma + 1, commas[index + 1] ?? end));
      return { before: glob.slice(0, start), choices, after: glob.slice(end + 1) };
    }
  }
  return null;
}

function closing(glob: string, start: number, commas: number[]): number {
  let depth = 0;
  for (let at = start; at < glob.length; at++) {
    const character = glob.charAt(at);
    if (character === '\\') at += 1;
    else if (character === '{') depth += 1;
    else if (character === '}' && --depth === 0) return at;
    else if (character === ',' && depth === 1) commas.push(at);
  }
  return -1;
}
