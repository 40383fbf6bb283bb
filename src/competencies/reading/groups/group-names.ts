import { onlyBest } from '../../../links/best-match.ts';
import { upperFirst } from '../../../phrases/letters.ts';
import { typos } from '../../../phrases/typos.ts';
import type { Group } from '../../framework.ts';
import { holdsRun, splitWords, stem, wordKey } from '../../wording.ts';

/** Names that a heading may carry around the words that matter: "Staff Leadership Competencies". */
export type HeadingWords = readonly (readonly string[])[];

/** "1." of "1. Leadership", "2.3" of "2.3 Leadership". */
const numbering = /^\s*(?:\d{1,2}(?:\.\d{1,2})+[.):]?|(?:\d{1,2}|[ivx]{1,4}|[a-z])[.):])\s+(?=\p{L})/iu;

/** "(20%)" of "Delivery (20%)", which may be another at each level. */
const weight = /[([]\s?\d{1,3}\s?%\s?[)\]]/gu;

function wordsOf(text: string): readonly string[] {
  return splitWords(text.replace(numbering, '').replace(weight, ' '));
}

/** A heading's words without its number, and without level and department names at either end. */
export function bareWords(text: string, names: HeadingWords): readonly string[] {
  let words = wordsOf(text);
  for (let before = -1; before !== words.length; ) {
    before = words.length;
    for (const name of names) {
      if (startsWith(words, name)) words = words.slice(name.length);
      if (endsWith(words, name)) words = words.slice(0, words.length - name.length);
    }
  }
  return words;
}

function startsWith(words: readonly string[], name: readonly string[]): boolean {
  return name.every((word, at) => words[at] === word || words[at] === `${word}s`);
}

function endsWith(words: readonly string[], name: readonly string[]): boolean {
  return startsWith(words.slice(-name.length), name);
}

/** The group that a heading opens: the one with the most words of it. */
export function groupOf(text: string, groups: readonly Group[], names: HeadingWords): Group | null {
  const whole = wordsOf(text).map(stem);
  const bare = bareWords(text, names).map(stem);
  let best: { readonly group: Group; readonly words: number } | null = null;
  for (const group of groups) {
    for (const heading of group.headings) {
      const fits =
        group.match === 'part'
          ? holdsRun(whole, heading)
          : equals(withoutKind(bare), heading) || equals(withoutKind(whole), heading);
      if (fits && heading.length > (best?.words ?? 0)) best = { group, words: heading.length };
    }
  }
  return best?.group ?? null;
}

/** "Leadership" for "Leadership competencies", which says no more on a page of competencies. */
export function withoutKind(words: readonly string[]): readonly string[] {
  return words.length > 1 && kinds.has(words.at(-1) ?? '') ? words.slice(0, -1) : words;
}

const kinds = new Set(['competencies', 'skills', 'expectations'].map(stem));

/** The group that a misspelt heading was meant to open. */
export function nearestGroup(text: string, groups: readonly Group[], names: HeadingWords): Group | null {
  const bare = bareWords(text, names).map(stem);
  const written = [bare, withoutKind(bare)].map((words) => words.join('-'));
  const best = onlyBest(groups, (group) => {
    const costs = group.headings.flatMap((heading) => written.map((each) => typos(each, heading.join('-'))));
    return costs.reduce((least, cost) => (cost === null || cost === 0 ? least : Math.min(least ?? cost, cost)), null);
  });
  return best?.best ?? null;
}

function equals(words: readonly string[], heading: readonly string[]): boolean {
  return words.length === heading.length && words.every((word, at) => word === heading[at]);
}

/** "Leadership" for a heading such as "Staff Leadership Competencies". */
export function groupName(text: string, names: HeadingWords): string {
  const bare = bareWords(text, names);
  const kept = bare.length > 1 && /^competenc(?:y|ies)$/.test(bare.at(-1) ?? '') ? bare.slice(0, -1) : bare;
  const written = text.match(/[\p{L}\p{N}\p{M}'’&/-]+/gu) ?? [];
  const sizes = written.map((word) => splitWords(word).length);
  // As it is written, where its words stand in a row: "R&D" is three of them.
  for (const from of written.keys()) {
    let to = from;
    for (let left = kept.length; left > 0 && to < written.length; to += 1) left -= sizes[to] ?? 0;
    const name = written.slice(from, to).join(' ');
    if (wordKey(name) === kept.join(' ')) return name;
  }
  return upperFirst(kept.join(' '));
}

/** `core-platform` as a reader would write it: "Core platform". */
export function humanName(id: string): string {
  // CSR, IC3, QA
  if (/^[a-z]{1,3}\d*$/.test(id) && (!/[aeiouy]/.test(id) || /\d/.test(id) || id.length === 2)) return id.toUpperCase();
  return /^i{1,3}$|^iv$/i.test(id) ? id.toUpperCase() : upperFirst(id.replace(/[-_\s]+/g, ' ').trim());
}
