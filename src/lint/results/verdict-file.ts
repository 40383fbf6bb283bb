import type { Sight } from '../../incremental/look.ts';
import { bytesOf, copyOf, readTexts, seal, unseal, writeTexts } from '../../incremental/seal.ts';
import type { LinkCounts } from '../../links/judge.ts';
import { SEEN_FACES_PARTS, SeenFaces, writeSeenFaces } from './seen-faces.ts';
import type { Verdict, Verdicts } from './verdicts.ts';

interface Header {
  readonly key: string;
  /** `null`: there is no sight. */
  readonly config: string | null;
  readonly until: number | null;
  readonly surroundings: string;
  readonly read: readonly (readonly [path: string, key: string])[];
  /** How many of the paths are those of pages with a verdict. */
  readonly pages: number;
}

/** Numbers of a page: links checked, broken and unknown, 1 if people would call it a page, and where its findings end. */
const NUMBERS = 5;
/** Findings, their numbers, the sight's numbers, paths, the pages' keys, and what else there is as JSON; then the seen faces. */
const OWN_PARTS = 6;

/** Puts verdicts into a file, part by part; `key` names what they were found by (code, levels). */
export function writeVerdicts(key: string, known: Verdicts): Generator<Uint8Array> {
  const { sight, until, surroundings, read, pages } = known;
  const verdicts = [...pages.values()];
  const numbers = new Uint32Array(verdicts.length * NUMBERS);
  const header: Header = {
    key,
    config: sight?.config ?? null,
    until: Number.isFinite(until) ? until : null,
    surroundings,
    read: [...read],
    pages: pages.size,
  };
  return seal([
    writeFindings(verdicts, numbers),
    [bytesOf(numbers)],
    [bytesOf(sight?.stats ?? new Float64Array())],
    [writeTexts(sight?.paths ?? pages.keys())],
    [writeTexts(verdicts.map((verdict) => verdict.key))],
    [Buffer.from(JSON.stringify(header))],
    ...writeSeenFaces(known).map((part) => [part]),
  ]);
}

/** The findings one by one; what else there is to say of a page goes into `numbers`. */
function* writeFindings(verdicts: readonly Verdict[], numbers: Uint32Array): Generator<Uint8Array> {
  let end = 0;
  for (const [index, { findings, links, isPage }] of verdicts.entries()) {
    const json = typeof findings === 'string' ? findings : findings.length === 0 ? '[]' : JSON.stringify(findings);
    // Most pages have none.
    if (json !== '[]') {
      const bytes = Buffer.from(json);
      end += bytes.length;
      yield bytes;
    }
    numbers.set([links.checked, links.broken, links.unknown, Number(isPage), end], index * NUMBERS);
  }
}

/** The verdicts of a file, or `null` when it is damaged, or of another key. */
export function readVerdicts(key: string, file: Buffer): StoredVerdicts | null {
  const parts = unseal(file, OWN_PARTS + SEEN_FACES_PARTS);
  return parts && StoredVerdicts.read(key, parts);
}

/** Verdicts that lie in a file until they are asked for: most runs ask for those on a page or two. */
export class StoredVerdicts implements Verdicts {
  readonly sight: Sight | null;
  readonly until: number;
  readonly surroundings: string;
  readonly read: ReadonlyMap<string, string>;
  /** Of the pages with a verdict first. */
  readonly #paths: readonly string[];
  readonly #count: number;
  readonly #numbers: Uint32Array;
  readonly #findings: Buffer;
  readonly #keyPiece: Buffer;
  readonly #seen: SeenFaces;
  #keys: readonly string[] | undefined;
  #pages: ReadonlyMap<string, Verdict> | undefined;

  private constructor(header: Header, parts: readonly Buffer[]) {
    const { config, until, surroundings, read, pages } = header;
    const [findings, numbers, stats, paths, keys] = parts;
    this.#paths = readTexts(paths!);
    this.sight = config === null ? null : { config, paths: this.#paths, stats: new Float64Array(copyOf(stats!)) };
    this.until = until ?? Number.POSITIVE_INFINITY;
    this.surroundings = surroundings;
    this.read = new Map(read);
    this.#count = pages;
    this.#numbers = new Uint32Array(copyOf(numbers!));
    this.#findings = findings!;
    this.#keyPiece = keys!;
    this.#seen = new SeenFaces(pages, parts.slice(OWN_PARTS));
  }

  static read(key: string, parts: readonly Buffer[]): StoredVerdicts | null {
    const header = JSON.parse(parts[OWN_PARTS - 1]!.toString('utf8')) as Header;
    return header.key === key ? new StoredVerdicts(header, parts) : null;
  }

  get pages(): ReadonlyMap<string, Verdict> {
    this.#pages ??= new Map(this.on(() => true));
    return this.#pages;
  }

  get faces(): ReadonlyMap<string, string> {
    return this.#seen.faces;
  }

  get seenForAll(): readonly string[] {
    return this.#seen.seenForAll;
  }

  /** How many pages have a verdict. */
  get size(): number {
    return this.#count;
  }

  /** The verdicts on the pages that are wanted, by path. */
  *on(isWanted: (path: string) => boolean): Generator<readonly [path: string, verdict: Verdict]> {
    for (let index = 0; index < this.#count; index++) {
      const path = this.#paths[index]!;
      if (isWanted(path)) yield [path, new StoredVerdict(this, index)];
    }
  }

  keyOf(index: number): string {
    this.#keys ??= readTexts(this.#keyPiece);
    return this.#keys[index] ?? '';
  }

  facesOf(index: number): readonly string[] {
    return this.#seen.of(index);
  }

  linksOf(index: number): LinkCounts {
    const number = (which: number) => this.#numbers[index * NUMBERS + which] ?? 0;
    return { checked: number(0), broken: number(1), unknown: number(2) };
  }

  isPage(index: number): boolean {
    return this.#numbers[index * NUMBERS + 3] === 1;
  }

  findingsOf(index: number): string {
    const at = index * NUMBERS + NUMBERS - 1;
    const [start, end] = [this.#numbers[at - NUMBERS] ?? 0, this.#numbers[at]!];
    return start === end ? '[]' : this.#findings.toString('utf8', start, end);
  }
}

class StoredVerdict implements Verdict {
  readonly #all: StoredVerdicts;
  readonly #index: number;

  constructor(all: StoredVerdicts, index: number) {
    this.#all = all;
    this.#index = index;
  }

  get key(): string {
    return this.#all.keyOf(this.#index);
  }

  get faces(): readonly string[] {
    return this.#all.facesOf(this.#index);
  }

  get links(): LinkCounts {
    return this.#all.linksOf(this.#index);
  }

  get isPage(): boolean {
    return this.#all.isPage(this.#index);
  }

  get findings(): string {
    return this.#all.findingsOf(this.#index);
  }
}
