import { compilePattern, isPattern } from './pattern.ts';

/** Names of a section, ready to be compared with headings. */
export interface Names {
  /** The plain ones, as written; the first is what a writer is offered. */
  readonly plain: readonly string[];
  /**
   * Does a heading have one of these names? `exact`: word for word, but for case, punctuation and emoji, or by a pattern.
   * `with-role`: with a role, level or team before or after ("Senior Engineer Responsibilities").
   */
  match(heading: string, around: RoleWords): 'exact' | 'with-role' | null;
  /** Does a plain name or pattern occur in this sentence? */
  occurIn(sentence: string): boolean;
}

/** Words that name the role, level or team that a page or section is about. */
export type RoleWords = (word: string) => boolean;

const levelWords = `junior intermediate senior sr jr staff principal distinguished lead associate intern entry mid level
  head vice president vp chief fellow acting interim trainee`;
const roleNouns = `accountant administrator advisor advocate agent analyst apprentice architect assistant associate auditor
  buyer captain caretaker champion chef clerk coach cook consultant controller coordinator counsel curator designer developer director driver editor engineer evangelist
  executive facilitator generalist host instructor intern lead leader librarian maintainer manager marketer mentor moderator officer
  operator organizer organiser owner nurse paralegal partner pilot planner producer programmer recruiter representative researcher responder
  scientist secretary specialist strategist supervisor technician tester trainer translator treasurer writer team role job`;
const fillers = 'the a an and or of for at in as to our your my all each key main core primary general specific day s';

const knownWords = new Set(
  `${levelWords} ${roleNouns} ${fillers}`
    .split(/\s+/)
    .flatMap((word) => (word.length < 4 ? [word] : [word, `${word}s`])),
);
const roleTitleWords = new Set(
  roleNouns.split(/\s+/).filter((word) => word !== 'team' && word !== 'role' && word !== 'job'),
);

/** Compiles names and patterns of the configuration once for many headings. */
export function compileNames(names: readonly string[]): Names {
  const plain = names.filter((name) => !isPattern(name));
  const normal = plain.map(normaliseName);
  const patterns = names.filter(isPattern).map(compilePattern);
  const known = new Map<string, boolean>();
  // As a reader sees it, and as names are compared: a pattern may ask for a comma, or not care about emoji.
  const fitsPattern = (text: string, normal: string): boolean => {
    if (patterns.length === 0) return false;
    const shown = text.trim();
    let fits = known.get(shown);
    if (fits === undefined) {
      fits = patterns.some((matches) => matches(shown) || (shown.toLowerCase() !== normal && matches(normal)));
      // One page asks for the same heading several times.
      if (known.size > 5000) known.clear();
      known.set(shown, fits);
    }
    return fits;
  };
  return {
    plain,
    match(heading, around) {
      const text = normaliseName(heading);
      if (normal.some((name) => isSameNumberAside(text, name)) || fitsPattern(heading, text)) return 'exact';
      return normal.some((name) => hasOnlyRoleAround(text, name, around)) ? 'with-role' : null;
    },
    occurIn(sentence) {
      const text = normaliseName(sentence);
      return fitsPattern(sentence, text) || normal.some((name) => ` ${text} `.includes(` ${name} `));
    },
  };
}

/** A heading as it is compared: `**Role & Responsibilities** 🚀:` and `role and responsibilities` are the same. */
export function normaliseName(text: string): string {
  return text
    .normalize('NFKC')
    .slice(0, 1000)
    .toLowerCase()
    .replace(/:[a-z0-9_+-]{1,40}:/g, ' ')
    .replace(/\u{FE0F}|\u{20E3}|\u{200D}/gu, '')
    .replace(/['’‘`´]/g, '')
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .replace(/^ ?\d{1,3}(?: \d{1,3})* (?=\p{L})/u, '')
    .trim();
}

/** The words of titles and headings that a section stands below, and words that name roles and levels anywhere. */
export function roleWordsOf(texts: readonly string[]): RoleWords {
  const words = new Set(
    texts
      .flatMap((text) => normaliseName(text).split(' '))
      .flatMap((word) => [word, `${word}s`, word.replace(/s$/, '')]),
  );
  const whole = texts.map((text) => normaliseName(text).replaceAll(' ', '')).filter((text) => text !== '');
  // Languages without spaces: the whole title stands before the name, perhaps with a の between.
  return (word) => word === '' || knownWords.has(word) || words.has(word) || whole.some((text) => isJoined(word, text));
}

/** Does this title name a role: "Staff Support Engineer", "Manager, Data", "Head of Design (EMEA)"? */
export function isRoleTitle(title: string): boolean {
  const main = normaliseName(title.replace(/\(.{0,200}?\)/g, ' ').split(/[,–—|]| - /, 1)[0] ?? '').split(' ');
  const last = main.at(-1) ?? '';
  const of = main.indexOf('of');
  return (
    isRoleNoun(last) ||
    (of > 0 && (isRoleNoun(main[of - 1] ?? '') || /^(?:head|vp|president|chief)$/.test(main[of - 1] ?? '')))
  );
}

function isRoleNoun(word: string): boolean {
  return roleTitleWords.has(word) || (word.endsWith('s') && roleTitleWords.has(word.slice(0, -1)));
}

/** "Career path" and "Career paths", "OKR" and "OKRs" are one name. */
function isSameNumberAside(text: string, name: string): boolean {
  return text === name || text === `${name}s` || name === `${text}s`;
}

function hasOnlyRoleAround(text: string, name: string, around: RoleWords): boolean {
  if (name === '' || text.length <= name.length) return false;
  let rest: string;
  if (text.endsWith(name)) rest = text.slice(0, -name.length);
  else if (text.startsWith(name)) rest = text.slice(name.length);
  else return false;
  const separate = rest.startsWith(' ') || rest.endsWith(' ') || isUnspaced(name);
  return separate && rest.trim().split(' ').every(around);
}

function isJoined(word: string, title: string): boolean {
  return isUnspaced(word) && (word === title || word === `${title}の` || word === `の${title}`);
}

/** Japanese, Chinese, Thai: words are not parted by spaces. */
function isUnspaced(text: string): boolean {
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(text);
}
