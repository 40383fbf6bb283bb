import { isUnspaced } from '../../../sections/names/role-words.ts';
import { splitWords } from '../../wording.ts';

/** The usual order of level names, for a framework that nowhere lists its own. */
export const usualLadder: readonly string[] = (
  'intern apprentice trainee graduate entry novice beginner junior associate intermediate mid regular proficient ' +
  'advanced senior expert staff lead principal distinguished fellow manager head director vp chief'
).split(' ');

/** Words of other languages, with the English one that they stand beside. */
const translations = (
  'praktikant:intern praktikantin:intern azubi:apprentice einsteiger:entry einsteigerin:entry berufseinsteiger:entry ' +
  'einstieg:entry fortgeschritten:advanced fortgeschrittene:advanced fortgeschrittener:advanced erfahren:advanced ' +
  'erfahrene:advanced erfahrener:advanced experte:expert expertin:expert leiter:head leiterin:head leitung:head ' +
  'stagiaire:intern débutant:junior débutante:junior confirmé:intermediate confirmée:intermediate ' +
  'expérimenté:advanced expérimentée:advanced directeur:director directrice:director responsable:manager ' +
  'becario:intern principiante:junior semisenior:intermediate experto:expert experta:expert líder:lead ' +
  'estagiário:intern estagiária:intern júnior:junior pleno:intermediate sênior:senior especialista:expert ' +
  'coordenador:lead gerente:manager diretor:director stagista:intern esperto:expert esperta:expert ' +
  'medior:intermediate młodszy:junior młodsza:junior starszy:senior starsza:senior ekspert:expert ' +
  'младший:junior средний:intermediate старший:senior ведущий:lead ' +
  'インターン:intern ジュニア:junior 初級:junior ミドル:intermediate 中級:intermediate シニア:senior 上級:senior スタッフ:staff ' +
  'プリンシパル:principal リード:lead マネージャー:manager 部長:head 初级:junior 中级:intermediate 高级:senior 资深:senior ' +
  '专家:expert 总监:director 주니어:junior 미들:intermediate 시니어:senior 스태프:staff 리드:lead'
)
  .split(' ')
  .map((pair) => pair.split(':'))
  .map(([word = '', english = '']) => ({ word, plain: splitWords(word).join(''), english }));
const translated: Readonly<Record<string, string>> = Object.fromEntries(
  translations.map(({ plain, english }) => [plain, english]),
);

/** `confirmé` for `confirme`, whose accents ids lack; a word that English has too as it is. */
export function withAccents(word: string): string {
  return usualLadder.includes(word) ? word : (translations.find(({ plain }) => plain === word)?.word ?? word);
}

/** The English word that a level's word in another language stands beside; any other word as it is. */
export function inEnglish(word: string): string {
  return Object.hasOwn(translated, word) ? translated[word]! : word;
}

/** "Product manager" and its like are roles at any level; an engineering manager manages people. */
const managed = new Set(
  (
    'product project program programme account success community office delivery release brand campaign content category event ' +
    'events partner partnerships relationship case property'
  ).split(' '),
);

/** Does a name end as that of people who manage people: "Engineering manager", "Management"? */
export function areManagers(name: string): boolean {
  const [whole, before = ''] = /(\p{L}{0,40}?)[\s_-]{0,3}manag(?:ers?|ement)$/iu.exec(name) ?? [];
  return whole !== undefined && !managed.has(before.toLowerCase());
}

/** Words that name levels, in any language. */
export const ladderWords: ReadonlySet<string> = new Set([
  ...usualLadder,
  'jr',
  'sr',
  'middle',
  ...Object.keys(translated),
]);
const spelledOut: Readonly<Record<string, string>> = { jr: 'junior', sr: 'senior', middle: 'mid' };
const romans = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii'];
/** A heading that names a level is short. */
const mostWords = 6;

/**
 * The level that a heading, a column or a file is named after, without the role: `senior` for "Senior Designer",
 * `level-3` for "Level 3: Owner", `l3` for "L3", `2` for "Engineer II". `null` for a text that names no level.
 */
export function levelIdOf(text: string): string | null {
  // "TL4 - Tech Lead 4": the letters are the role's, the number is the level's.
  const numbered = /^\s*[a-z]{1,4}(\d{1,2})\s*[-–—:]\s[^\d]{3,60}\s\1\s*$/i.exec(text)?.[1];
  if (numbered !== undefined) return `level-${Number(numbered)}`;
  const plain = text.replace(/[([{][^)\]}]{0,80}[)\]}]/gu, ' ');
  const pieces = [...plain.split(/\s[–—|-]\s|[:,–—|/]/u), plain].filter((piece) => piece.trim() !== '');
  for (const piece of pieces) {
    const id = levelOfWords(splitWords(piece.replace(/[-_]/g, ' ')));
    if (id !== null) return id;
  }
  // "Owner (L4)"
  const inBrackets = /[([{]([^)\]}]{0,80})[)\]}]/u.exec(text)?.[1];
  return inBrackets === undefined ? null : levelOfWords(splitWords(inBrackets));
}

/** A word for "level" and its number, which some languages write as one. */
const countedLevel =
  /^(?:level|grade|tier|band|stufe|niveau|nivel|nível|livello|レベル|等級|グレード|级别|레벨) ?(\d{1,2}|[ivx]{1,4})(?: |$)/;

function levelOfWords(all: readonly string[]): string | null {
  if (all.length === 0 || all.length > mostWords) return null;
  const counted = number(countedLevel.exec(`${all.slice(0, 2).join(' ')}`)?.[1] ?? '');
  if (counted !== null) return `level-${counted}`;
  const words = all.map(withoutRole);
  const code = words.find((word) => /^(?:ic|l|m|p|t|e|s|d|g|b)\d{1,2}$/.test(word));
  if (code !== undefined && words.length <= 4) return code;
  const isLevel = (word: string, at: number) =>
    (ladderWords.has(word) && !(word.startsWith('manager') && managed.has(words[at - 1] ?? ''))) ||
    (word === 'semi' && ladderWords.has(words[at + 1] ?? ''));
  const named = words.filter(isLevel).map((word) => spelledOut[word] ?? word);
  const last = number(words.at(-1) ?? '');
  // "Head of Design" is a level; "Manager of one" and "How to lead" are none.
  const isStart = [0, 1, words.length - 1].some((at) => at < words.length && isLevel(words[at] ?? '', at));
  const isProse = words.some((word) => /^(?:to|for|the|and|with|your|our|how|what|why|is|are)$/.test(word));
  if (isStart && !isProse) return [...named, ...(last === null ? [] : [last])].join('-');
  return last !== null && words.length <= 4 && isRoleNoun(words.at(-2) ?? '') ? String(last) : null;
}

/** `シニア` of `シニアエンジニア`: where words are not parted, the role follows the level at once. */
function withoutRole(word: string): string {
  if (!isUnspaced(word) || word.length > mostLetters) return word;
  return Object.keys(translated).find((level) => isUnspaced(level) && word.startsWith(level)) ?? word;
}

/** A level with its role has at most this many letters where words are not parted. */
const mostLetters = 14;

// Words that end as nouns of roles do and stand before a number.
const noRoles = new Set(
  (
    'september october november december quarter semester summer winter chapter number letter paper order folder register answer ' +
    'version layer cluster container parameter header footer member customer user server character offer tier list checklist ' +
    'factor sector vector monitor error indicator behavior behaviour floor door'
  ).split(' '),
);
const roleEnding =
  /(?:er|or|ist|yst|ian|architect|(?:account|assist|attend|consult)ant|(?:execut|representat|operat|creat)ive|man|woman)$/;

/** Does a word name a person by what they do: engineer, analyst, architect, representative? */
export function isRoleNoun(word: string): boolean {
  const one = word.replace(/s$/, '');
  return word.length >= 4 && roleEnding.test(one) && !noRoles.has(one);
}

function number(word: string): number | null {
  if (/^\d{1,2}$/.test(word)) return Number(word);
  const roman = romans.indexOf(word);
  return roman < 0 ? null : roman + 1;
}

/** Where a level stands among others by its name alone; larger is higher. */
export function ladderPlace(id: string): number {
  const words = splitWords(id.replace(/[-_]/g, ' '));
  // "level-2-engineer" beside "level-3-senior": the number says it all.
  const counted = number(countedLevel.exec(words.slice(0, 2).join(' '))?.[1] ?? '');
  if (counted !== null) return counted;
  const digits = Number(/\d+/.exec(id)?.[0] ?? 0) / 100;
  const places = words.map((word) => usualLadder.indexOf(translated[word] ?? word)).filter((place) => place >= 0);
  // "Senior staff" is above "staff", "associate principal" below "principal".
  const [highest] = [...places].sort((left, right) => right - left);
  if (highest === undefined) return digits > 0 ? digits * 100 : usualLadder.length;
  if (words[0] === 'semi') return highest - 0.5;
  return highest + digits + places.slice(1).length * (places[0] === usualLadder.indexOf('associate') ? -0.2 : 0.2);
}
