import { remembered } from '../../model/fifo-cache.ts';
import { normaliseName } from '../names/normalise.ts';
import { isRoleNoun } from '../names/role-words.ts';

/** A role's title, taken apart: "the Sr. Manager, Data" is level senior, noun manager, words data and manager. */
export interface RoleTitle {
  /** "senior"; "manager" and "director" are no levels here, but roles of their own. */
  readonly levels: ReadonlySet<string>;
  /** What kind of role it is: "engineer". */
  readonly noun: string;
  /** All its words but for levels and small words, in the singular. */
  readonly words: ReadonlySet<string>;
}

const levelWords = new Set(
  (
    'junior entry intermediate senior staff principal distinguished fellow trainee executive group lead associate assistant deputy ' +
    'interim'
  ).split(' '),
);
const otherSpellings = new Map(
  'jr:junior mid:intermediate sr:senior snr:senior acting:interim i:1 ii:2 iii:3 iv:4 v:5'
    .split(' ')
    .map((pair) => pair.split(':') as [string, string]),
);
const numbered = /^(?:(?:l|ic|m|p|t|e|grade|level)?([1-9]))$/;
const small = new Set(
  'the a an of and for our your their its this that in at to on all any each every role position level levels job team s'.split(
    ' ',
  ),
);

/** "Job title: Senior Editor", "Senior Editor – job description": what kind of page it is says nothing of the role. */
const kindBefore = /^\s{0,9}(?:job|role|position)(?:\s(?:title|description|profile))?\s?[:–—-]\s/i;
const kindAfter = /[\s,:–—-]{1,4}\(?(?:job|role|position)?\s?(?:description|profile)\)?\s{0,9}$/i;
/** "Bookkeeper (f/m/d)", "Bookkeeper (all genders)": for whom a job is says nothing of the role. */
const genders = /\((?:(?:[mwfdxivhn*]\s?[/|]\s?){1,4}[mwfdxivhn*]|all genders|gn\*?)\)/giu;

/** Reads a role's title; `null` when the words name no role that is known here. A page and the lines on it name the same few roles. */
export const readRoleTitle = remembered(1000, readTitle);

function readTitle(text: string): RoleTitle | null {
  const plain = text.replace(/\([^()]{0,200}\)/g, ' ').replace(kindBefore, '');
  const main = wordsOf(plain.split(/[,–—|:]| - /)[0] ?? '');
  const of = main.indexOf('of');
  const noun =
    of > 0 && isRoleNoun(main[of - 1]!)
      ? main[of - 1]!
      : (main.findLast((word) => isRoleNoun(word)) ?? main.findLast((word) => looksLikeRoleNoun(word)));
  if (noun === undefined) return null;
  const words = wordsOf(withoutGenders(text).replace(kindBefore, '').replace(kindAfter, ''));
  const found = new Set<string>();
  // The "Manager, Account Managers" is no account manager.
  const rest = new Set<string>(words.indexOf(noun) < words.lastIndexOf(noun) ? [`${noun} of ${noun}s`] : []);
  words.forEach((word, index) => {
    const number = numbered.exec(word)?.[1];
    const level = number ?? (levelWords.has(word) ? word : otherSpellings.get(word));
    // A "Shift Lead" has no level, a "Lead Engineer" has one.
    if (level !== undefined && word !== noun && (number === undefined || index > 0)) found.add(level);
    else if (!small.has(word)) rest.add(word);
  });
  return { levels: found, noun, words: rest };
}

/** A title without the words that say that the job is for everybody. */
export const withoutGenders = (text: string): string => text.replace(genders, ' ');

/** Words for people who do something end so in English: "baker", "editor", "florist"; and these do as well. */
const noPeople = new Set(
  `number order other over under after another together however whether either neither never ever customer user paper computer
  summer winter quarter center offer letter chapter career power matter server error factor sector vendor color colour floor door
  major minor junior senior prior interior exterior superior newsletter folder layer cover cluster container register parameter
  weather water tower river corner border header footer counter filter former latter later rather further higher lower better larger
  list checklist exist assist mirror motor monitor tutor`.split(/\s+/),
);

function looksLikeRoleNoun(word: string): boolean {
  return word.length > 4 && /(?:er|or|ist|ian|eer)$/.test(word) && !noPeople.has(word);
}

/** Do two titles name one role? One may say less than the other ("Pilot", "Harbour Pilot"), also of the level. */
export function isSameRole(one: RoleTitle, other: RoleTitle): boolean {
  return one.noun === other.noun && isOneInOther(one.words, other.words) && isOneInOther(one.levels, other.levels);
}

export function isEqualRole(one: RoleTitle, other: RoleTitle): boolean {
  return one.noun === other.noun && areEqual(one.words, other.words) && areEqual(one.levels, other.levels);
}

export function areEqual(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size === other.size && isSubset(one, other);
}

/** Does one of two sets hold all of the other? */
export function isOneInOther(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return isSubset(one, other) || isSubset(other, one);
}

export function isSubset(some: ReadonlySet<string>, all: ReadonlySet<string>): boolean {
  return [...some].every((word) => all.has(word));
}

function wordsOf(text: string): string[] {
  return normaliseName(text.replaceAll('/', ' '))
    .replace(/\bvice president\b/g, 'vp')
    .split(' ')
    .filter((word) => word !== '')
    .map(singular);
}

function singular(word: string): string {
  if (word.length < 4 || /(?:ss|us|is|sales|ops|operations|business|news)$/.test(word)) return word;
  return word.endsWith('ies') ? `${word.slice(0, -3)}y` : word.replace(/s$/, '');
}
