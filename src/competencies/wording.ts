import { remembered } from '../model/fifo-cache.ts';

/** One competency's words, prepared for comparison. */
export interface Wording {
  /** As it stands on the page, markup gone, blanks folded. */
  readonly text: string;
  /** Without case, punctuation and kinds of quotes. Two competencies with the same key say the same. */
  readonly key: string;
  /** The key without the nouns of the department that shows it: "mentors new designers" as "mentors new". */
  readonly neutral: string;
  /** The words of the key that are such nouns. */
  readonly nouns: readonly string[];
  /** The words that carry meaning, in order, spelling and endings evened out. */
  readonly stems: readonly string[];
  /** Each of them once, sorted. */
  readonly distinct: readonly string[];
}

/** What a text says in whatever department. */
interface Said extends Pick<Wording, 'text' | 'key' | 'stems' | 'distinct'> {
  readonly words: readonly string[];
}

/** Prepares a competency for comparison. */
export function readWording(text: string, nouns: Nouns = noNouns): Wording {
  const { words, ...said } = readText(text);
  const own = words.filter(nouns);
  return { ...said, neutral: without(own, words), nouns: own };
}

/** Remembered, because departments share their competencies. */
const readText = remembered(4096, (text): Said => {
  const folded = text
    .normalize('NFKC')
    // A footnote's mark, also where the footnote itself is missing.
    .replace(/\[\^[^\]\s]{1,40}\]/g, '')
    .replace(invisible, '')
    .replace(/\s+/gu, ' ')
    .trim();
  const words = splitWords(folded);
  const telling = words.filter((word) => !light.has(word)).map(stem);
  const stems = telling.length > 0 ? telling : words;
  return { text: folded, words, key: words.join(' '), stems, distinct: [...new Set(stems)].sort() };
});

/** Words without some nouns, where enough is left. "an innovation" and "a transformation" are each of their own department. */
function without(nouns: readonly string[], words: readonly string[]): string {
  const rest = words.filter((word) => !nouns.includes(word)).map((word) => (word === 'an' ? 'a' : word));
  return (rest.length < fewestWords ? words : rest).join(' ');
}

/** Soft hyphens, joiners and blanks of no width: a reader does not see them. */
const invisible = /[\u{AD}\u{200B}-\u{200D}\u{2060}\u{FEFF}]/gu;

/** Does the first item of a list lead into it, as "Everything from Junior, and:" and "All of the above." do? */
export function leadsIn(text: string): boolean {
  return /^(?:everything|all|(?:the )?same|as)\b/i.test(text) || /[:：]$/u.test(text);
}

/** Does a word name the department or its people? `at`: how many words stand before it. */
export type Nouns = (word: string, at: number) => boolean;

const noNouns: Nouns = () => false;
const fewestWords = 2;
/** Words of at least this many letters with the same beginning are of one family: design, designers. */
const familyLetters = 5;

/** The nouns of a department that goes by these names: its own words, and words of their family. */
export function nounsOf(names: readonly string[]): Nouns {
  const words = names.flatMap((name) => splitWords(name)).filter((word) => word.length >= 2 && !light.has(word));
  const whole = new Set(words);
  const families = words
    .filter((word) => word.length >= familyLetters)
    .map((word) => ({ family: familyOf(word), isOfVerb: /(?:ment|ion)s?$/u.test(word) }));
  const isNoun = (word: string, ending: string, canBeBare: boolean) =>
    endings.has(ending) && (canBeBare || !/^s?$/u.test(ending) || person.test(word));
  return (word, at) =>
    whole.has(word) ||
    families.some(
      // "Develop", "develops" of Development are verbs, and so is "Designs" at the start.
      ({ family, isOfVerb }) => word.startsWith(family) && isNoun(word, word.slice(family.length), !isOfVerb && at > 0),
    );
}

const endings = new Set(' r rs er ers or ors ing s ant ants ist ists ment ion ions'.split(' '));
const person = /[eo]rs?$/u;

/** `design` of "designer", `engineer` of "engineering", `develop` of "development". */
function familyOf(word: string): string {
  const bare = word.replace(/(?:ing|ers?|ors?|ions?|ment|s)$/u, '');
  return bare.length >= familyLetters ? bare : word;
}

/** Do two competencies say the same, but for their departments' own nouns? */
export function areSame(left: Wording, right: Wording): boolean {
  if (left.key === right.key || left.neutral === right.neutral) return true;
  // "security alerts for security people", and another department's "security alerts for finance people".
  const nouns = [...left.nouns, ...right.nouns];
  return nouns.length > 0 && without(nouns, left.key.split(' ')) === without(nouns, right.key.split(' '));
}

/**
 * Do two competencies differ by nothing but whom they speak to or of: "You set your goals", "Sets their goals"? A department
 * that writes so does it in all its lists.
 */
export function differInPerson(left: Wording, right: Wording): boolean {
  return personOf(left) !== personOf(right) && withoutPerson(left) === withoutPerson(right);
}

const firstPerson = new Set('i im ive my me mine myself we were weve our ours us ourselves'.split(' '));
const secondPerson = new Set('you youre youve your yours yourself yourselves'.split(' '));
const thirdPerson = new Set(
  'they theyre theyve their theirs them themselves he she his her hers him is are am'.split(' '),
);
const plainForms: Readonly<Record<string, string>> = { has: 'have', does: 'do', doesnt: 'dont', goes: 'go' };

function personOf({ key }: Wording): 1 | 2 | 3 {
  const words = key.split(' ');
  if (words.some((word) => secondPerson.has(word))) return 2;
  return words.some((word) => firstPerson.has(word)) ? 1 : 3;
}

function withoutPerson({ key }: Wording): string {
  const isPerson = (word: string) => firstPerson.has(word) || secondPerson.has(word) || thirdPerson.has(word);
  const words = key.split(' ').filter((word) => !isPerson(word));
  return words.map((word) => plainForms[word] ?? stem(word)).join(' ');
}

/**
 * The words of a text in lower case; punctuation, apostrophes, names of emoji (`:rocket:`) and the accents of Latin letters are gone,
 * as files are named `confirme.md` whose title says "Confirmé". Remembered, because several rules ask for each, and departments share
 * their texts.
 */
export const splitWords = remembered(
  4096,
  (text): readonly string[] =>
    text
      .normalize('NFKD')
      .replace(/(?<=\p{Script=Latin})\p{Mn}+/gu, '')
      .normalize('NFC')
      .toLowerCase()
      .replace(/(?<=^|\s):[a-z][a-z0-9_+-]{1,40}:(?=\s|$)/g, ' ')
      .replace(/['’‘ʼ]/gu, '')
      .replace(invisible, '')
      .replace(/&/g, ' and ')
      .match(/[\p{L}\p{N}\p{M}]+/gu) ?? [],
);

/** The words of a text as one, by which texts are compared. */
export function wordKey(text: string): string {
  return splitWords(text).join(' ');
}

/** Do these words stand among others, side by side and in their order? */
export function holdsRun(words: readonly string[], run: readonly string[]): boolean {
  return run.length > 0 && words.some((_, at) => run.every((word, index) => words[at + index] === word));
}

// Words that a writer changes without changing what is asked for.
const light = new Set(
  (
    'a an the and or of to in on at by for from with within as is are be been being that this these those their its it ' +
    'they them your you our we us his her into over able ability capable will can may should must when where needed who which'
  ).split(' '),
);

/** A word without its ending and without the differences between American and British spelling. */
export const stem = remembered(4096, (word) => {
  const plain = evenSpelling(word);
  if (plain.length > 4 && plain.endsWith('ies')) return `${plain.slice(0, -3)}y`;
  if (plain.length > 4 && /(?:s|x|z|ch|sh)es$/.test(plain)) return plain.slice(0, -2);
  // "Raise", as "raises".
  if (plain.length > 4 && /(?:s|x|z|ch|sh)e$/.test(plain)) return plain.slice(0, -1);
  if (plain.length > 3 && plain.endsWith('s') && !/[su]s$/.test(plain)) return plain.slice(0, -1);
  return plain;
});

/** `recognises` and `recognizes`, `behaviour` and `behavior` come out the same. */
export function evenSpelling(word: string): string {
  // Few words have any of them.
  if (!/is|ys|our/.test(word)) return word;
  return word
    .replace(/^(\p{L}{4,})is(e|es|ed|er|ers|ing|ation|ations)$/u, '$1iz$2')
    .replace(/^(\p{L}{3,})ys(e|es|ed|ing)$/u, '$1yz$2')
    .replace(/^(\p{L}{3,})our(s|ed|ing|al|able|ful|ite)?$/u, '$1or$2');
}
