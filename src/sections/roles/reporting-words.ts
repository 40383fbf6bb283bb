import { readRoleTitle } from './role-titles.ts';

/** Words that say to whom somebody reports. */
export interface Said {
  /** As written; `null`: nobody in particular, so the role that the page is about. */
  readonly subject: string | null;
  /** What stands after "to": the boss, and perhaps more. Empty when nothing does. */
  readonly boss: string;
  readonly isLabel: boolean;
}

const label =
  "(?:whom?\\s+(?:you|the\\s+role|this\\s+role|this\\s+position|they|he|she|we)(?:['’]ll|\\s+will)?\\s+reports?\\s+(?:in)?to|reports?\\s+(?:directly\\s+)?(?:in)?to|" +
  'reporting\\s+(?:(?:directly\\s+)?(?:in)?to|lines?|manager|structure|relationships?)|(?:(?:your|direct|line|functional|immediate|people|my|reporting|solid[- ]line)\\s+)*(?:manager|supervisor|superior|boss)|' +
  'managed\\s+by|supervised\\s+by|accountable\\s+to)';
const wholeLabel = new RegExp(`^\\s*${label}\\s*[:：?]?\\s*$`, 'iu');
const labelFirst = new RegExp(`^\\s*(${label})\\s*(?:[:：?]\\s*|\\s[–—-]\\s+)(.*)$`, 'isu');
const boldFirst = new RegExp(`^\\s*(${label})\\s+(.*)$`, 'isu');

/** Is this a label and nothing else: "Line manager:"? */
export function labelOnly(text: string): boolean {
  return text.length < 80 && wholeLabel.test(text);
}

/** "Reports to: Head of Bids"; `isBold`: it starts with bold words, which need no colon. */
export function labelledIn(text: string, isBold: boolean): Said | null {
  const start = text.slice(0, MAX_SENTENCE);
  const match = labelFirst.exec(start) ?? (isBold ? boldFirst.exec(start) : null);
  if (match === null) return null;
  const boss = match[2] ?? '';
  // "Who you report to is …" is a sentence.
  return /^(?:is|are|was|has|will|should|must|can)\b/i.test(boss) ? null : { subject: null, boss, isLabel: true };
}

const adverb =
  '(?:\\s+(?:directly|solely|only|also|primarily|functionally|administratively|operationally|straight|back|either|both|ultimately|up|jointly|locally|in|internally))*';
const verb = new RegExp(`\\b(reports|report|reporting)${adverb}(?:\\s*,[^,.;]{1,80},)?\\s+(?:in)?to\\b:?\\s*`, 'giu');
const modal =
  /(?:^|\s)(?:will|shall|should|must|may|might|can|would|could|do|does|is|are|was|were|be|been|being|currently|usually|typically|normally|generally|always|also|all|both|now|then|often|sometimes|ultimately|expected to|required to|going to|likely to|(?:you|they|he|she|it|we)(?=[’'](?:ll|re|s|d)\b)[’'](?:ll|re|s|d))$/iu;
const generic =
  /(?:^|\s)(?:roles?|positions?|posts?|jobs?|holders?|incumbents?|persons?|people|members?|employees?|candidates?|individuals?|hires?|you|they|he|she|it|we|i|who|and|level|levels)$/iu;
const determiner = /^(?:the|this|that|our|your|their|each|every|an?|all|most|both|these|those)\b/iu;
/** "weekly reports to the board", "writes reports to": there the word is a noun. */
const nounBefore =
  /(?:\w(?:ly|al|ed|ive|ful|ous|ic|ing)|writ\w+|sends?|prepares?|provides?|produces?|creates?|delivers?|presents?|makes?|gives?|submits?|publish\w*|drafts?|status|progress|incidents?|bugs?|board|expense|cost|no|any|such|two|three|many|these|of|for|in|on|by|from|with|direct|or|please)$/iu;
const notABoss =
  /^(?:be|work|duty|court|police|school|base|authorities|is|are|was|were|has|have|had|will|should|can|may|help|get|the (?:following|desk|office|reception|tower|hospital|police|authorities|public))\b/iu;
/** "Reports to the board are due on Fridays": what follows has a verb of its own. */
const ofReports =
  /^(?:the|our|all|an?)\s(?:(?!(?:and|or|who|which|that)\s)[\p{Ll}-]+\s){1,5}(?:are|were|must|should|need|have)\s/u;
const ofRole =
  /\b(?:your|my|line|direct|reporting|immediate)\s+(?:manager|supervisor|boss)(?:\s+(?:of|for|in)\s+(?:this|the|your)\s+\w+)?\s+(?:is|will be)\s+(.*)$/isu;
const managed = /^(.*?)\s*\b(?:is|are|will be)\s+(?:directly\s+)?(?:managed|supervised)\s+by\s+(.*)$/isu;

/** A longer sentence is passed over. */
const MAX_SENTENCE = 600;

/** Sentences that say to whom somebody reports: "The Bid Writer will report to …", "Reporting to …, you will …". */
export function* statedIn(text: string): Generator<Said> {
  if (!/report|(?:manager|supervisor|boss)\b|(?:managed|supervised)\s+by\b/i.test(text)) return;
  const sentences = sentencesOf(text);
  for (const [at, sentence] of sentences.entries()) {
    if (sentence.length > MAX_SENTENCE) continue;
    for (const match of sentence.matchAll(verb)) {
      const after = sentence.slice(match.index + match[0].length);
      // "Who will I report to? The Head of Bids."
      const boss = /^\s*\?$/.test(after) ? (sentences[at + 1] ?? after) : after;
      if (notABoss.test(boss) || isToThisRole(boss)) continue;
      const subject = subjectOf(sentence.slice(0, match.index), (match[1] ?? '').toLowerCase(), boss);
      if (subject !== undefined) yield { subject, boss, isLabel: false };
    }
    const of = ofRole.exec(sentence)?.[1];
    if (of !== undefined && startsWithName(of)) yield { subject: null, boss: of, isLabel: false };
    const [, who = '', by] = managed.exec(sentence) ?? [];
    if (by !== undefined && startsWithName(by) && (generic.test(who.trim()) || readRoleTitle(who) !== null))
      yield { subject: generic.test(who.trim()) ? null : nounPhrase(who), boss: by, isLabel: false };
  }
}

/** Splits at full stops, but for those of "Sr. Manager" and "e.g. this". */
export function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.!?]["”’)]?)(?<!\b(?:Sr|Jr|Mr|Mrs|Ms|Dr|St|vs|e\.g|i\.e)\.)\s+|[。！？]|\n{2,}/u);
}

/** Who reports, as written; `null` for the role of the page; `undefined` when the words mean something else. */
function subjectOf(before: string, word: string, boss: string): string | null | undefined {
  let words = before.trimEnd();
  if (words === '') {
    if (word === 'report' || (word === 'reports' && ofReports.test(boss))) return undefined;
    return word === 'reporting' ? (participleSubject(boss) ?? null) : null;
  }
  let hasModal = false;
  for (let shorter = words.replace(modal, ''); shorter !== words; shorter = words.replace(modal, '')) {
    hasModal = true;
    words = shorter.trimEnd();
  }
  if (words === '' || generic.test(words) || /[,;:–—(]$/.test(words))
    return word === 'report' && !hasModal && !generic.test(words) ? undefined : null;
  if (!hasModal && nounBefore.test(words) && !/\p{Lu}\S*$/u.test(words)) return undefined;
  const phrase = nounPhrase(words);
  if (readRoleTitle(phrase) !== null) return phrase;
  // Words that name somebody whom nobody here knows: a team, a person, an acronym.
  if (hasModal || /\p{Lu}\S*$/u.test(words)) return phrase;
  if (word === 'reporting') return undefined;
  return determiner.test(words) && words.split(/\s+/).length < 7 ? null : undefined;
}

/** "Reporting to the Head of Ships, the Harbour Pilot brings …" */
function participleSubject(boss: string): string | null {
  const after = /,\s*(.*)$/s.exec(boss)?.[1] ?? '';
  const [, phrase = ''] = /^(?:the|an?)\s+((?:\p{Lu}[\p{L}\p{N}&/’'-]*\s*){1,6})/u.exec(after) ?? [];
  return readRoleTitle(phrase) === null ? null : phrase.trim();
}

/** The words at the end that name somebody: "In spring, the Senior Bid Writer" is "the Senior Bid Writer". */
function nounPhrase(words: string): string {
  const aside = /\s*\([^()]{1,60}\)$/.exec(words)?.[0] ?? '';
  return nounPhraseBefore(words.slice(0, words.length - aside.length)) + aside;
}

const capitalised = "\\p{Lu}[\\p{L}\\p{N}&/’'.+-]*(?:\\s+(?:(?:of|and|for|the|&)\\s+)?\\p{Lu}[\\p{L}\\p{N}&/’'.+-]*)*";
const capitalsLast = new RegExp(`(?:^|\\s)(${capitalised})\\s*$`, 'u');
/** "Manager, Billing" */
const commaTitle = new RegExp(`(?:^|\\s)(${capitalised}),\\s+(${capitalised})\\s*$`, 'u');
const articles = 'the|an?|this|our|your|each|every|all|both|any';
const afterArticle = new RegExp(`(?:^|\\s)(?:${articles})\\s+((?:(?!(?:${articles})\\s)\\S+\\s*){1,5})$`, 'iu');

function nounPhraseBefore(words: string): string {
  const [whole, noun = '', field = ''] = commaTitle.exec(words) ?? [];
  const before = readRoleTitle(noun);
  // "Manager, Account Managers" is one title, "Writer, Editor" is two.
  if (whole !== undefined && before !== null && (readRoleTitle(field) === null || before.words.size === 1))
    return withoutArticle(whole);
  const clauses = words.split(/[,;:–—()]|\b(?:that|which|when|where|if|while|but|because|since|although)\b/u);
  const last = clauses.at(-1)?.trim() ?? '';
  const capitals = capitalsLast.exec(last)?.[1];
  if (capitals !== undefined && readRoleTitle(capitals) !== null) return withoutArticle(capitals);
  return afterArticle.exec(last)?.[1]?.trim() ?? last.split(/\s+/).slice(-4).join(' ');
}

const withoutArticle = (text: string) => text.trim().replace(/^(?:The|An?|Our|Your|Each|Every|All)\s+/, '');

function isToThisRole(boss: string): boolean {
  return (
    /^(?:this|the) (?:role|position|post|job|person|incumbent)\b/iu.test(boss) ||
    /^(?:you|them|him|her|us)\b/iu.test(boss)
  );
}

function startsWithName(text: string): boolean {
  return /^(?:(?:the|an?|our|your)\s+)?\p{Lu}/u.test(text) || readRoleTitle(answerOf(text)) !== null;
}

/** The boss alone: "the Head of Bids, who …" is "the Head of Bids"; a part after a comma stays when it is written like a title's. */
export function answerOf(boss: string): string {
  const clause =
    /^(?:[^,;.()–—]|\.(?=\S)|(?<=\b(?:Sr|Jr|Mr|Mrs|Ms|Dr|St))\.|,\s*(?=\p{Lu})(?!(?:You|The|This|We|They|And|But)\b)|\s-\s(?=\p{Lu}))*/u.exec(
      boss,
    )?.[0] ?? '';
  const cut =
    /\s(?:who|which|that|when|where|while|whilst|but|because|since|until|via|through|during|depending|and (?:is|are|will|has|have|works?|leads?|manages?|supports?|may|can|should|to|also|they|you|he|she|in)|as|with|on|at|in|from|within|by|is|are|was|were|has|have)\b.*$/isu;
  return clause.replace(cut, '').trim();
}
