import { once } from '../../collections/once.ts';
import { normaliseName } from './normalise.ts';

/** Does this word, as normalised, name a role or level, or only join such words? */
export type RoleWords = (word: string) => boolean;

const levelWords = `junior intermediate senior sr jr staff principal distinguished lead associate intern entry mid level
  head vice president vp chief fellow acting interim trainee`;
const roleNouns = `accountant administrator advisor advocate agent analyst apprentice architect assistant associate auditor
  buyer captain caretaker champion chef clerk coach cook consultant controller coordinator counsel curator designer developer director driver editor engineer evangelist
  executive expert facilitator generalist guard host inspector instructor keeper intern lead leader librarian maintainer manager marketer master mentor moderator officer
  operator organizer organiser owner nurse paralegal partner pilot planner producer programmer recruiter representative researcher responder
  scientist secretary specialist strategist supervisor technician tester trainer translator treasurer writer`;
const fillers =
  'the a an and or of for at in as to our your my all each key main core primary general specific essential overview day s';

const known = `${levelWords} ${roleNouns} team role job ${fillers}`.split(/\s+/);
const knownWords = new Set(known.flatMap((word) => (word.length < 4 ? [word] : [word, `${word}s`])));
const roleTitleWords = new Set(roleNouns.split(/\s+/).flatMap((word) => [word, `${word}s`]));
const heads = new Set(['head', 'vp', 'president', 'chief']);

/** The words of titles and headings that a section stands below, and words that name roles and levels anywhere. */
export function roleWordsOf(texts: readonly string[]): RoleWords {
  // Few headings have words around a name.
  const own = once(() => {
    const words = texts.flatMap((text) => normaliseName(text).split(' '));
    const whole = texts.map((text) => normaliseName(text).replaceAll(' ', '')).filter((text) => text !== '');
    return { words: new Set(words.flatMap((word) => [word, `${word}s`, word.replace(/s$/, '')])), whole };
  });
  return (word) => {
    if (word === '' || knownWords.has(word)) return true;
    const { words, whole } = own();
    // Languages without spaces: the whole title stands before the name, perhaps with a の between.
    return words.has(word) || whole.some((text) => isJoined(word, text));
  };
}

/** Does this title name a role: "Staff Support Engineer", "Manager, Data", "Head of Design (EMEA)"? */
export function isRoleTitle(title: string): boolean {
  if (!mayBeRoleTitle(title)) return false;
  const main = normaliseName(title.replace(/\([^()]{0,200}\)/g, ' ').split(/[,–—|]| - /, 1)[0] ?? '').split(' ');
  const last = main.at(-1) ?? '';
  const of = main.indexOf('of');
  return roleTitleWords.has(last) || (of > 0 && isRoleNoun(main[of - 1] ?? ''));
}

/** Most titles hold none of the words; whether the right one stands at the right place takes longer to say. */
function mayBeRoleTitle(title: string): boolean {
  // With other letters, or signs that are left out inside of a word, the words may be others than they seem.
  if (!/^[ -&(-_a-~]{0,200}$/.test(title)) return true;
  const words = title.toLowerCase().split(/[^a-z0-9]+/);
  return words.some(isRoleNoun);
}

function isJoined(word: string, title: string): boolean {
  return isUnspaced(word) && (word === title || word === `${title}の` || word === `の${title}`);
}

/** Japanese, Chinese, Thai: words are not parted by spaces. */
export function isUnspaced(text: string): boolean {
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(text);
}

/** Is this word, in small letters, what a role is: "engineer", "managers", "vp"? */
export function isRoleNoun(word: string): boolean {
  return roleTitleWords.has(word) || heads.has(word);
}

/** All of them, in the singular. */
export const nounsOfRoles: readonly string[] = roleNouns.split(/\s+/);
