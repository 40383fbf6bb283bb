import { addToGroup } from '../collections/groups.ts';
import { emptinessOf } from './content.ts';
import { normaliseName } from './names/normalise.ts';
import { type NearName, nearestName } from './names/spelling.ts';
import { misordered } from './order.ts';
import type { Section } from './outline/outline.ts';
import type { CompiledSection } from './page-type.ts';
import type { Misplacement, SectionProblem } from './problems.ts';
import { Sayings } from './sayings.ts';
import type { TypedPage } from './typed-page.ts';

/** A stretch of the page in which a section is looked for: a level by its index, `null` for what lies outside all levels, or the whole page. */
type Stretch = number | null | 'page';

export class Judge {
  readonly #page: TypedPage;
  /** The sections that pages of the type have as labels. */
  readonly #labelled: ReadonlySet<CompiledSection>;
  /** Headings of each section, by the part they stand in. */
  readonly #hits = new Map<CompiledSection, ReadonlyMap<Stretch, readonly number[]>>();
  readonly #sayings: Sayings;
  /** Headings that are some section. */
  readonly #named = new Set<number>();

  constructor(page: TypedPage, labelled: ReadonlySet<CompiledSection>) {
    this.#page = page;
    this.#labelled = labelled;
    this.#sayings = new Sayings(page);
    for (const section of page.type.sections) this.#hits.set(section, this.#find(section));
  }

  section(section: CompiledSection): SectionProblem[] {
    const scope = this.#page.layout.levels.length === 0 ? 'anywhere' : (section.config.scope ?? 'anywhere');
    const problems = [...this.#twice(section)];
    if (scope === 'anywhere') problems.push(...this.#inPart(section, 'page'));
    else if (scope === 'top') problems.push(...this.#atTop(section));
    else problems.push(...this.#inLevels(section, scope === 'top-or-each-level'));
    return problems;
  }

  /** Sections that stand before one that should come first, in each part of the page. */
  order(): SectionProblem[] {
    if (!this.#page.type.type.ordered) return [];
    const parts: Stretch[] = [null, ...this.#page.layout.levels.keys()];
    return parts.flatMap((part) => {
      const present = this.#page.type.sections.flatMap((section) => {
        const [first] = this.#hitsIn(section, part);
        return first === undefined ? [] : [{ section, at: first }];
      });
      const headingOf = (which: number) => this.#page.outline.sections[present[which]!.at]!;
      return misordered(present.map(({ at }) => at)).map(({ moved, side, other }) =>
        misplaced(present[moved]!.section, headingOf(moved), { kind: 'order', side, other: headingOf(other) }),
      );
    });
  }

  #find(section: CompiledSection): ReadonlyMap<Stretch, readonly number[]> {
    const hits = new Map<Stretch, number[]>([['page', []]]);
    for (const index of this.#page.layout.named.get(section) ?? []) {
      const part = this.#page.layout.of[index] ?? null;
      if (part === 'apart') continue;
      this.#named.add(index);
      hits.get('page')!.push(index);
      addToGroup(hits, part, index);
    }
    return hits;
  }

  #hitsIn(section: CompiledSection, part: Stretch): readonly number[] {
    return this.#hits.get(section)?.get(part) ?? [];
  }

  #inPart(section: CompiledSection, part: Stretch): SectionProblem[] {
    const hits = this.#hitsIn(section, part);
    if (hits.length > 0) return this.#judgeHits(section, hits);
    if (section.config.optional === true) return [];
    const misspelt = this.#misspelt(section, part);
    if (misspelt !== null) return [misspelt];
    if (this.#isSaid(section, part)) return [];
    const level = typeof part === 'number' ? this.#levelHeading(part) : null;
    return [this.#missing(section, part, level, false)];
  }

  #atTop(section: CompiledSection): SectionProblem[] {
    if (this.#hitsIn(section, null).length > 0 || this.#isSaid(section, null)) return this.#inPart(section, null);
    const [inside] = this.#hitsIn(section, 'page');
    if (inside === undefined) return this.#inPart(section, null);
    const level = this.#levelHeading(this.#page.layout.of[inside] as number);
    const heading = this.#page.outline.sections[inside]!;
    return [misplaced(section, heading, { kind: 'inside-level', level })];
  }

  #inLevels(section: CompiledSection, orTop: boolean): SectionProblem[] {
    const top = this.#hitsIn(section, null);
    const perLevel = [...this.#page.layout.levels.keys()].map((level) => this.#inPart(section, level));
    const beside = [...this.#page.layout.levels.keys()].flatMap((level) => this.#beside(section, level));
    const isMissing = ({ kind }: SectionProblem) => kind === 'missing' || kind === 'misspelt' || kind === 'unknown';
    if (orTop && (top.length > 0 || this.#isSaid(section, null)))
      return [
        ...(top.length > 0 ? this.#judgeHits(section, top) : []),
        ...perLevel.flat().filter((each) => !isMissing(each)),
        ...beside,
      ];
    const everyLevel = perLevel.every((problems) =>
      problems.some(({ kind }) => kind === 'missing' || kind === 'unknown'),
    );
    if (!everyLevel) return [...perLevel.flat(), ...beside];
    const [outside] = top;
    if (outside !== undefined)
      return [misplaced(section, this.#page.outline.sections[outside]!, { kind: 'outside-levels' })];
    const misspelt = orTop ? this.#misspelt(section, null) : null;
    return [misspelt ?? this.#missing(section, 'page', null, true)];
  }

  #judgeHits(section: CompiledSection, hits: readonly number[]): SectionProblem[] {
    const { sections } = this.#page.outline;
    const problems: SectionProblem[] = [];
    const emptiness = hits.map((index) =>
      emptinessOf(this.#page.outline, index, section.config.content, this.#page.type.placeholders),
    );
    const [first] = emptiness;
    if (first != null && emptiness.every((each) => each !== null))
      problems.push({ kind: 'empty', section, heading: sections[hits[0]!]!, emptiness: first });
    else {
      const below = hits.flatMap((index) => span(index, sections[index]!.end));
      const emptiness = this.#sayings.withoutBoss(section, below);
      if (emptiness !== null) problems.push({ kind: 'empty', section, heading: sections[hits[0]!]!, emptiness });
    }
    const { depth } = section.config;
    if (depth !== undefined && !hits.some((index) => depth.includes(sections[index]!.level)))
      problems.push(misplaced(section, sections[hits[0]!]!, { kind: 'depth', wanted: depth }));
    return problems;
  }

  #beside(section: CompiledSection, which: number): SectionProblem[] {
    const { sections } = this.#page.outline;
    const level = this.#levelHeading(which);
    return this.#hitsIn(section, which)
      .filter((index) => sections[index]!.level === level.level && sections[index] !== level)
      .map((index) => misplaced(section, sections[index]!, { kind: 'beside-level', level }));
  }

  #twice(section: CompiledSection): SectionProblem[] {
    const firsts = new Map<string, Section>();
    const problems: SectionProblem[] = [];
    for (const index of this.#hitsIn(section, 'page')) {
      const heading = this.#page.outline.sections[index]!;
      const key = `${heading.parent} ${this.#page.layout.of[index]} ${normaliseName(heading.text)}`;
      const first = firsts.get(key);
      if (first === undefined) firsts.set(key, heading);
      else
        problems.push({
          kind: 'twice',
          section,
          heading,
          first,
          onLevel: typeof this.#page.layout.of[index] === 'number',
        });
    }
    return problems;
  }

  #missing(section: CompiledSection, part: Stretch, level: Section | null, everyLevel: boolean): SectionProblem {
    const [by] = this.#page.outline.unknown;
    if (by !== undefined) return { kind: 'unknown', section, by };
    const isLabel = this.#labelled.has(section);
    const near = this.#sayings.nearMiss(section, this.#indices(part));
    return { kind: 'missing', section, level, everyLevel, isLabel, near };
  }

  #isSaid(section: CompiledSection, part: Stretch): boolean {
    return this.#sayings.isSaid(section, this.#indices(part));
  }

  /** The headings of a part, and -1 for what stands above the first. */
  #indices(part: Stretch): readonly number[] {
    if (part === 'page') return [-1, ...this.#page.outline.sections.keys()];
    if (part === null)
      return [-1, ...[...this.#page.outline.sections.keys()].filter((at) => this.#page.layout.of[at] === null)];
    const { index, end } = this.#page.layout.levels[part]!;
    return span(index, end);
  }

  #misspelt(section: CompiledSection, part: Stretch): SectionProblem | null {
    const { sections } = this.#page.outline;
    let best: { readonly heading: Section; readonly near: NearName } | null = null;
    for (const index of typeof part === 'number' ? this.#indices(part) : sections.keys()) {
      const heading = sections[index]!;
      const of = this.#page.layout.of[index];
      // What already is another section is no typo.
      if (of === 'apart' || (part !== 'page' && of !== part) || this.#named.has(index)) continue;
      const near = nearestName(heading.text, section.names.plain, this.#page.layout.around[index]!);
      if (near !== null && near.distance < (best?.near.distance ?? Number.POSITIVE_INFINITY)) best = { heading, near };
    }
    return best === null ? null : { kind: 'misspelt', section, ...best };
  }

  #levelHeading(which: number): Section {
    return this.#page.outline.sections[this.#page.layout.levels[which]!.index]!;
  }
}

function misplaced(section: CompiledSection, heading: Section, where: Misplacement): SectionProblem {
  return { kind: 'misplaced', section, heading, where };
}

function span(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, at) => from + at);
}
