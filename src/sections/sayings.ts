import { once } from '../collections/once.ts';
import type { Range } from '../markdown/facts.ts';
import type { Page } from '../model/handbook.ts';
import { isPlaceholder } from './not-yet.ts';
import type { Piece } from './outline/outline.ts';
import { type Unit, unitsOf } from './outline/units.ts';
import type { CompiledSection } from './page-type.ts';
import { isAnotherRole, type ReportingLine } from './roles/reporting-lines.ts';
import { answerOf, sentencesOf, statedIn } from './roles/reporting-words.ts';
import { isEqualRole, type RoleTitle, readRoleTitle } from './roles/role-titles.ts';
import type { TypedPage } from './typed-page.ts';

/** What comes close to a section that is missing. */
export interface NearMiss {
  /**
   * - `bold`: its name stands in bold where a heading should.
   * - `placeholder`: a sentence or label is there, and nothing after it.
   * - `other-role`: a sentence says it of another role.
   * - `sentence`: a sentence says it, where a heading is asked for.
   */
  readonly kind: 'bold' | 'placeholder' | 'other-role' | 'sentence';
  /** The words, as a reader sees them. */
  readonly text: string;
  readonly page: Page;
  readonly range: Range;
}

/** What the sentences of a page say that a section should say. */
export class Sayings {
  readonly #page: TypedPage;
  /** The titles by which the page calls its role; none where headings alone could name others. */
  readonly #titles: () => readonly RoleTitle[];

  constructor(page: TypedPage) {
    this.#page = page;
    this.#titles = once(() => {
      const own = readRoleTitle(page.title);
      if (own === null && page.layout.levels.length === 0) return [];
      return [own, ...page.outline.sections.map(({ text }) => readRoleTitle(text))].filter((role) => role !== null);
    });
  }

  /** Do the texts below these headings (-1: above the first) say what the section would? */
  isSaid(section: CompiledSection, indices: readonly number[]): boolean {
    if (section.config.says === 'reports-to' && this.#named(indices).length > 0) return true;
    const { sentences } = section;
    if (sentences === null) return false;
    return indices.some((index) =>
      this.#texts(index).some((text) =>
        sentencesOf(text).some((sentence) => sentences.occurIn(sentence) && this.#isAnswer(sentence)),
      ),
    );
  }

  /** What the sentences below these headings come to, when they name no boss: other roles' bosses, or a placeholder for one. */
  withoutBoss(
    section: CompiledSection,
    indices: readonly number[],
  ): { readonly kind: 'other-role' | 'placeholder'; readonly text: string } | null {
    if (section.config.says !== 'reports-to' || this.#named(indices).length > 0) return null;
    const units = indices.flatMap((index) => this.#pieces(index).flatMap(unitsOf));
    const sentences = units.flatMap((unit) => (unit.kind === 'text' ? sentencesOf(unit.text) : [null]));
    const namesNone = (sentence: string) => {
      const said = [...statedIn(sentence)];
      return (
        said.length > 0 &&
        said.every(
          ({ subject, boss }) =>
            isPlaceholder(boss) ||
            isAnotherRole(subject, this.#titles()) ||
            // That a role reports to itself is told as such.
            (this.#isOwn(answerOf(boss)) && (subject === null || !this.#isOwn(subject))),
        )
      );
    };
    const [text] = sentences;
    if (typeof text !== 'string' || !sentences.every((sentence) => sentence !== null && namesNone(sentence)))
      return null;
    const isHeld = [...statedIn(text)].some(({ boss }) => isPlaceholder(boss));
    return { kind: isHeld ? 'placeholder' : 'other-role', text };
  }

  nearMiss(section: CompiledSection, indices: readonly number[]): NearMiss | null {
    const bold = this.#bold(section, indices);
    if (bold !== null) return bold;
    if (!isAboutReporting(section)) return null;
    const [named] = this.#named(indices);
    if (named !== undefined) return { kind: 'sentence', ...placed(named) };
    const within = new Set(indices);
    const lines = this.#page.lines().filter((line) => within.has(line.section));
    const held = lines.find(({ boss }) => boss === null);
    if (held !== undefined) return { kind: 'placeholder', ...placed(held) };
    return lines[0] === undefined ? null : { kind: 'other-role', ...placed(lines[0]) };
  }

  /** Lines that answer the question for this page's role. */
  #named(indices: readonly number[]): readonly ReportingLine[] {
    const within = new Set(indices);
    return this.#page
      .lines()
      .filter(
        ({ section, subject, boss }) =>
          within.has(section) && boss !== null && !isAnotherRole(subject, this.#titles()) && !this.#isOwn(boss),
      );
  }

  /** Others report to this role. */
  #isOwn(boss: string): boolean {
    const role = readRoleTitle(boss);
    const own = readRoleTitle(this.#page.title);
    return role !== null && own !== null && isEqualRole(role, own);
  }

  /** A sentence that a handbook's own words ask for says nothing when it ends in a placeholder, or is about another role. */
  #isAnswer(sentence: string): boolean {
    const said = [...statedIn(sentence)];
    if (said.length > 0)
      return said.some(({ subject, boss }) => !isPlaceholder(boss) && !isAnotherRole(subject, this.#titles()));
    const whole = sentence.trim();
    const last = [...whole.matchAll(/(?:\b(?:to|is|by)|[:：])\s/giu)].at(-1);
    const end = last === undefined ? '' : whole.slice(last.index + last[0].length).trim();
    return !/^[^.:：]{1,40}\.?$/u.test(end) || !isPlaceholder(end);
  }

  #texts(index: number): string[] {
    const units = this.#pieces(index).flatMap(unitsOf);
    return units.flatMap((unit) =>
      unit.kind === 'text'
        ? [unit.text]
        : unit.kind === 'table'
          ? [...unit.header, ...unit.rows.flat()].map(({ text }) => text)
          : [],
    );
  }

  #pieces(index: number): readonly Piece[] {
    return index === -1 ? this.#page.outline.lead : (this.#page.outline.sections[index]?.pieces ?? []);
  }

  #bold(section: CompiledSection, indices: readonly number[]): NearMiss | null {
    for (const index of indices) {
      const around = this.#page.layout.around[Math.max(0, index)] ?? (() => false);
      for (const piece of this.#pieces(index)) {
        if (piece.kind === 'opaque') continue;
        const [unit] = unitsOf(piece);
        if (unit?.kind === 'text' && isBoldLine(unit) && section.names.isSure(unit.text, around))
          return { kind: 'bold', text: unit.text, page: piece.page, range: unit.range };
      }
    }
    return null;
  }
}

function isBoldLine({ range, source, text, isItem }: Extract<Unit, { kind: 'text' }>): boolean {
  return (
    !isItem &&
    text.length < 120 &&
    /^\s*(?:\*\*[^*]+\*\*|__[^_]+__|<(b|strong)>[^<]+<\/\1>)[\s:]*$/i.test(source(range))
  );
}

/** Is this the section that says to whom the role reports? */
export function isAboutReporting({ config, names }: CompiledSection): boolean {
  return config.says === 'reports-to' || names.plain.some((name) => /^report(?:s|ing)\b/i.test(name));
}

const placed = ({ text, page, range }: ReportingLine) => ({ text, page, range });
