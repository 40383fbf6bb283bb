import { getOrInsert } from '../collections/get-or-insert.ts';
import { remembered } from '../model/fifo-cache.ts';
import type { Names } from './names/names.ts';
import { isUnspaced } from './names/role-words.ts';
import { notYetPhrases, unfinishedParticiples } from './not-yet-words.ts';

const phrases: ReadonlySet<string> = new Set(notYetPhrases);
const mostWordsBefore = 3;

// A subject, "is", and that the text is unfinished. What says by whom or when in earnest ("by each pilot") is a sentence. The
// words are letters and digits by then: to ask for those by their classes, in each pattern, takes V8 long to compile.
const subject = '(?:(?!(?:what|where|when|that|who|whom|which|how|has|have|to|by|be|not) )[^ ]+ ){1,6}';
const itself =
  '(?:this|these|the)(?: (?:section|sections|page|part|content|contents|list|lists|text|chapter|description|descriptions|table|information))?';
/** What may still "follow": a colleague follows as well. */
const missing =
  '(?:(?:more|further|full|all|other|the|this|these|a|an|its|detailed|complete|exact|details?|contents?|text|texts|description|descriptions|information|info|list|section|page|rest|examples?|updates?|definition|definitions|it) ){1,5}';
const participle = `(?:${unfinishedParticiples.join('|')})`;
const bareParticiple =
  '(?:decided|defined|determined|announced|confirmed|added|agreed|written|provided|finali[sz]ed|filled in|advised|specified|worked out)';
const soon =
  '(?:later(?: on)?|soon|shortly|asap|in due course|in due time|at a later (?:date|stage|time|point)|in (?:the )?(?:near )?future|as soon as possible)';
const later = `(?: (?:${soon}|here|yet))?`;
const beforeTime =
  'in|by|before|during|until|at|for|from|this|next|the|early|late|mid|end|start|beginning|middle|of|coming';
/** "in Q3", "by the end of the quarter", "next spring". */
const inTime = `(?:(?:${beforeTime}) ){1,6}(?:q[1-4]|h[12]|fy ?\\d{2,4}|20\\d\\d|quarter|month|year|week|sprint|spring|summer|autumn|fall|winter|january|february|march|april|may|june|july|august|september|october|november|december)(?: (?:of|q[1-4]|h[12]|fy ?\\d{2,4}|20\\d\\d)){0,3}`;
/** Who settles it ("by the board", "with HR"); what is settled anew for each is a rule. */
const bySomeone = `(?:by|with|after|once|pending|between)(?: (?!each |every |all |any )[^ ]+){1,6}`;
const settled = '(?:announced|confirmed|determined|decided|defined|advised|appointed|named|nominated)';
const state = '(?:(?:currently|still|now) )?';
const unsettled = `(?:under (?:review|discussion)|(?:yet )?to be ${participle}${later}|not (?:yet )?(?:been )?${participle}(?: yet)?|tbd|tba|open|unclear|unknown|not (?:yet )?(?:clear|known)(?: yet)?|being ${participle})`;
/** How all that is unsettled, or under way, begins. */
const unsettledFirst = '(?:under |(?:yet )?to be |not |being |tb[ad]|open|unclear|unknown)';
/**
 * Each with what every sentence of its kind holds, as narrow as is quick to say: to compile one of them takes longer than to try what
 * they hold on all sentences of a handbook.
 */
const sentenceSources: readonly (readonly [holds: RegExp, source: string])[] = [
  [/^(?:still |yet |please )?to be /, `(?:still |yet |please )?to be ${participle}(?:${later}| ${inTime})`],
  [
    new RegExp(`(?:com(?:e|ing)|expected|available|planned) (?:${beforeTime}) `),
    `(?:${missing})?(?:coming|will come|expected|available|planned) ${inTime}`,
  ],
  [new RegExp(`to be ${settled} `), `(?:${subject}(?:is |are )?)?(?:still |yet )?to be ${settled} ${bySomeone}`],
  [new RegExp(`will be ${settled} `), `(?:${subject})?will be ${settled} (?:${inTime}|${bySomeone})`],
  [
    /^pending/,
    'pending(?: (?:the|a|an|our|its|further|final|formal))?(?: [^ ]+){0,2} (?:approval|review|decision|confirmation|reorgani[sz]ation|restructuring|announcement|appointment|recruitment|outcome|input)(?: (?:by|from|of|in)(?: [^ ]+){1,5})?',
  ],
  [/^(?:still )?not /, `(?:still )?not (?:yet |been |yet been )?${participle}(?: yet)?`],
  [
    new RegExp(` (?:is|are|was|were) ${state}(?:yet )?to be `),
    `${subject}(?:is|are|was|were) ${state}(?:yet )?to be ${participle}${later}`,
  ],
  [new RegExp(`to be ${bareParticiple}`), `${subject}(?:still |yet )?to be ${bareParticiple}${later}`],
  [
    / not yet | yet$/,
    `${subject}(?:is|are|has|have|was|were) (?:still )?not (?:yet (?:been )?${participle}|(?:been )?${participle} yet)`,
  ],
  [
    / not yet | yet to be | yet$/,
    `${subject}(?:not yet ${participle}|not ${participle} yet|(?:has|have) yet to be ${participle})`,
  ],
  [/^(?:currently |still |now )?being /, `(?:currently |still |now )?being ${participle}`],
  [
    new RegExp(` (?:is|are) ${state}(?:being |under |a work |work in|in (?:prep|the works)|coming|tb[acd]|pending)`),
    `${subject}(?:is|are) ${state}(?:being ${participle}|under (?:construction|review|discussion|development|revision)|(?:a )?work in progress|in (?:preparation|the works)|coming soon|tbd|tba|tbc|pending)`,
  ],
  [
    /^th(?:is|ese|e) (?:[^ ]+ )?(?:is|are) /,
    `${itself} (?:is|are) ${state}(?:in progress|in development|incomplete|empty|missing|unfinished|blank|open|a draft|a stub|a placeholder)`,
  ],
  [new RegExp(` ${soon}$`), `(?:${subject})?will be (?:${participle}|available|ready|here|up) ${soon}`],
  [new RegExp(`(?:available|ready) ${soon}$`), `${subject}(?:is|are) (?:available|ready) ${soon}`],
  [
    /com(?:e|ing) (?:soon|shortly|later|in due course)$/,
    `${subject}(?:coming|will come) (?:soon|shortly|later|in due course)`,
  ],
  [/to be continued/, `(?:${subject})?to be continued${later}`],
  [
    new RegExp(`(?:will|to) (?:follow|come)${later}$`),
    `(?:${missing})?(?:will follow|to follow|to come|will come)${later}`,
  ],
  [
    /^(?:please )?(?:fill|add|insert|enter|put|paste|type|write|complete) /,
    `(?:please )?(?:fill (?:this )?(?:in|out|me in)|add (?:text|content|details|description|something)|insert (?:text|content|name|description|details)|(?:insert|enter|put|paste|type)(?: [^ \\d]+){1,3} here|write (?:something|text|this)|enter (?:text|name|details)|complete this)(?: (?:section|part))?(?: here| later| soon| below)?`,
  ],
  [
    new RegExp(`^wh.* (?:is|are|has|have) ${state}${unsettledFirst}`),
    `(?:who|whom|what|which)(?: [^ ]+){1,8}? (?:is|are|has|have) ${state}${unsettled}`,
  ],
  [
    new RegExp(`^it (?:is|has) ${state}${unsettledFirst}`),
    `it (?:is|has) ${state}${unsettled} (?:who|whom|what|which|where|how)\\b.*`,
  ],
  [
    /^(?:we|i|ill|well|someone) /,
    `(?:we|i|ill|well|someone) (?:will |still need to |need to |plan to |are going to |hope to )?(?:add|write|complete|update|finish|define|document|fill|announce|confirm|decide|share|publish)(?: (?:this|it|these|them|in|out|up|more|content|details|section|text|here))* ${soon}`,
  ],
  [
    /^(?:we|i) /,
    `(?:we|i) (?:are |re |am )?(?:still |currently )?(?:working on|writing) (?:this|it|these|that)(?: (?:section|page|part|list|text))?`,
  ],
  [/^xxx/, 'x{3,}'],
  [/^lorem/, 'lorem ipsum .*'],
];
const compiled = new Map<string, RegExp>();

function isUnfinished(words: string): boolean {
  return sentenceSources.some((kind) => {
    if (!kind[0].test(words)) return false;
    const source = kind[1];
    const pattern = getOrInsert(compiled, source, () => new RegExp(`^(?:${source})$`));
    return pattern.test(words);
  });
}

/** "TODO" and the like may be followed by who is to do what. */
const marker = /^(?:n\/a\W{1,9})?(?:tbd|tba|tbc|todo|fixme)\b[^.!?]{0,80}$/;
/** Also a box of a task that is not written: "- [ ]". */
const noWords = /^(?:\[[ xX]?\]|[\s\-–—_.…?·*•])*$/u;
const constructionSigns = /^(?:🚧|⏳|⌛|🏗|🔜|📝|✏|🛠|\u{FE0F}|\s)+$/u;
/** "Objective: TBD" */
const label = /^[^:：.!?]{1,60}[:：]\s*/u;

/** Does this text only hold the place of something that is still to be written, in any language that is known here? */
export function isPlaceholder(text: string, own: Names | null = null): boolean {
  const trimmed = text.trim();
  if (trimmed.length > 200) return false;
  if (own?.isSure(trimmed, () => false) === true) return true;
  if (trimmed === '') return false;
  const parts = trimmed.split(/(?<=[.!?…])\s+|[。！]|\n{2,}/u).filter((part) => part.trim() !== '');
  return parts.every((part) => saysNothing(part) || saysNothing(part.replace(label, '')));
}

/** Remembered, because pages of one handbook repeat their phrases: "the Engineering Manager". */
const saysNothing = remembered(1024, isNothing);

function isNothing(sentence: string): boolean {
  if (noWords.test(sentence) || constructionSigns.test(sentence)) return true;
  const plain = sentence
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\b(\p{L})\.(?=\p{L}\b)/gu, '$1')
    .replace(/:[a-z0-9_+-]{1,40}:/g, ' ')
    .replace(/['’]/g, '');
  const words = plain
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim()
    .replace(/\s+/g, ' ');
  if (phrases.has(words) || marker.test(plain.replace(/^[^\p{L}]+|[^\p{L}\p{N}]+$/gu, ''))) return true;
  if (isUnspaced(words)) return phrases.has(words.replaceAll(' ', '').replace(unspacedSubject, '').replace(polite, ''));
  if (phrases.has(words.replace(/ ?입니다$/u, ''))) return true;
  return isUnfinished(words) || endsInPhrase(words);
}

/** 本节 (this section), 内容は (the content is). */
const unspacedSubject =
  /^(?:[本此该該这這](?:节|節|章|部分|页面|頁面|页|頁|段)|この(?:セクション|ページ|章|部分|項目)|(?:内容|內容|詳細|详情|詳情|本文))(?:は|が|正在|尚)?/u;
/** です, "it is". */
const polite = /(?:です|となります|になります|でございます|中であります)$/u;

function endsInPhrase(words: string): boolean {
  let rest = words;
  for (let before = 0; before < mostWordsBefore; before++) {
    rest = rest.slice(rest.indexOf(' ') + 1);
    if (rest.includes(' ') && phrases.has(rest) && !ambiguous.has(rest)) return true;
  }
  return false;
}

/** These end sentences that say something ("Pilots limit their work in progress"). */
const ambiguous: ReadonlySet<string> = new Set(
  `to do, to come, to follow, in progress, work in progress, a work in progress, in development, in preparation,
  under development, under review, under discussion, under construction, under revision, in the works, more soon,
  left blank, text here, content here, not yet, en cours, en curso, en proceso, em andamento, in corso, w trakcie,
  в процессе, в работе, in planung, em desenvolvimento, en desarrollo, in ontwikkeling, in behandeling`.split(/,\s+/),
);
