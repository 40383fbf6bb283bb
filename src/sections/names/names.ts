import { compilePattern, isPattern } from '../../config/pattern.ts';
import { remembered } from '../../model/fifo-cache.ts';
import { normaliseName } from './normalise.ts';
import { isUnspaced, type RoleWords } from './role-words.ts';

/** Names of a section, ready to be compared with headings. */
export interface Names {
  /** The plain ones, as written; the first is what a writer is offered. */
  readonly plain: readonly string[];
  /**
   * Does a heading have one of these names?
   * - `exact`: word for word, but for case, punctuation and emoji, or by a pattern.
   * - `with-role`: a role or level stands before or after it ("Senior Engineer Responsibilities").
   * - `with-team`: something written like a team's name does ("Dock Operations Responsibilities", "Duties (dock)").
   */
  match(heading: string, around: RoleWords): 'exact' | 'with-role' | 'with-team' | null;
  /** Does it match without a team's name? */
  isSure(heading: string, around: RoleWords): boolean;
  /** Does a plain name or pattern occur in this sentence? */
  occurIn(sentence: string): boolean;
}

/** What a heading's own words say of some names, whatever stands around the heading. */
interface Fit {
  /** The heading, normalised. */
  readonly text: string;
  readonly isExact: boolean;
  /** Names that it starts or ends with. */
  readonly beside: readonly string[];
}

/** Compiles names and patterns of the configuration once for many headings. */
export function compileNames(names: readonly string[]): Names {
  const plain = names.filter((name) => !isPattern(name));
  const normal = plain.map(normaliseName).filter((name) => name !== '');
  const forms = normal.flatMap(inBothNumbers);
  // "OKR Coach" is no section "OKRs".
  const beside = forms.filter((form) => normal.includes(form) || form.endsWith('s'));
  const patterns = names.filter(isPattern).map((name) => compilePattern(name));
  // As a reader sees it, and as names are compared: a pattern may ask for a comma, or not care about emoji.
  const fitsPattern = (text: string, normal: string): boolean => {
    if (patterns.length === 0) return false;
    const shown = text.trim();
    const isNormal = shown.toLowerCase() === normal;
    return patterns.some((matches) => matches(shown)) || (!isNormal && patterns.some((matches) => matches(normal)));
  };
  // Several rules ask for each heading of a page.
  const fitOf = remembered(1000, (heading): Fit => {
    const text = normaliseName(heading);
    const isExact = forms.includes(text) || fitsPattern(heading, text);
    return { text, isExact, beside: beside.filter((name) => text.startsWith(name) || text.endsWith(name)) };
  });
  const matchSurely = (heading: string, around: RoleWords) => {
    const { text, isExact, beside } = fitOf(heading);
    if (isExact) return 'exact';
    if (beside.length === 0) return null;
    return beside.some((name) => hasOnlyRoleAround(text, name, around)) ? 'with-role' : null;
  };
  return {
    plain,
    isSure: (heading, around) => matchSurely(heading, around) !== null,
    match(heading, around) {
      const sure = matchSurely(heading, around);
      if (sure !== null) return sure;
      const { bare, words } = readTeam(heading);
      return normal.some((name) => bare === name || endsTeam(words, name, around)) ? 'with-team' : null;
    },
    occurIn(sentence) {
      const text = normaliseName(sentence);
      return fitsPattern(sentence, text) || normal.some((name) => ` ${text} `.includes(` ${name} `));
    },
  };
}

/** "Career path" and "Career paths", "OKR" and "OKRs" are one name. */
function inBothNumbers(name: string): readonly string[] {
  if (!name.endsWith('s')) return [name, `${name}s`];
  return name.endsWith('ss') ? [name] : [name, name.slice(0, -1)];
}

function hasOnlyRoleAround(text: string, name: string, around: RoleWords): boolean {
  let rest: string;
  if (text.endsWith(name)) rest = text.slice(0, -name.length);
  else if (text.startsWith(name)) rest = text.slice(name.length);
  else return false;
  const separate = rest.startsWith(' ') || rest.endsWith(' ') || isUnspaced(name);
  return separate && rest.trim().split(' ').every(around);
}

/** A heading as a section's name and a team's. */
interface TeamHeading {
  /** What it says without the team's name after it, which a dash, comma or bracket parts off; empty without such. */
  readonly bare: string;
  readonly words: readonly string[];
}

/** Remembered, because each heading is compared with many names. */
const readTeam = remembered(1000, (heading): TeamHeading => {
  const start = heading.slice(0, 200);
  return {
    bare: normaliseName(/^[^–—(,|/:]+?(?= - |\s*[–—(,|/:])/u.exec(start)?.[0] ?? ''),
    words: start.match(/[\p{L}\p{N}\p{M}'’]+/gu) ?? [],
  };
});

/** Do these words end in a section's name, and is all that stands before it written with capitals, as a team's name is? */
function endsTeam(words: readonly string[], name: string, around: RoleWords): boolean {
  if (!name.endsWith(normaliseName(words.at(-1) ?? ''))) return false;
  const size = name.split(' ').length;
  const team = words.slice(0, -size);
  return (
    team.length > 0 &&
    normaliseName(words.slice(-size).join(' ')) === name &&
    [...team, words.at(-size) ?? ''].every((word) => /^[\p{Lu}\p{N}]/u.test(word) || around(word.toLowerCase()))
  );
}
