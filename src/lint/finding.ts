import type { Range } from '../markdown/facts.ts';

/** An error fails the run, a warning does not. */
export type Severity = 'error' | 'warn';

/** A place in a file: line and column from 1, offset from 0, all in UTF-16 units, as in unist. */
export interface Point {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** One replacement that fixes the finding; an empty `text` removes. */
export interface Suggestion {
  /** A few words for the editor's menu: "Link to /handbook/values/". */
  readonly title: string;
  readonly text: string;
  /** No other fix is possible, and this one cannot change what the page means: `--fix` may apply it. */
  readonly safe: boolean;
}

/** Another place that has to do with a finding. */
export interface RelatedPlace {
  readonly path: string;
  readonly line: number;
  readonly message: string;
}

/** What a rule found wrong, as every door and every reporter shows it. */
export interface Finding {
  /** With prefix: `handbook-link-page`. */
  readonly rule: string;
  readonly severity: Severity;
  /** Relative to the handbook's root, with `/`. */
  readonly path: string;
  readonly start: Point;
  readonly end: Point;
  /** One or two plain sentences, no colon. */
  readonly message: string;
  /** Details, in Markdown. */
  readonly note?: string;
  /** Each replaces exactly start..end. */
  readonly suggestions: readonly Suggestion[];
  /** The rule's page. */
  readonly url: string;
  readonly related: readonly RelatedPlace[];
  /** Machine-readable details; for link rules `href`, `target`, `outcome`. */
  readonly data: Readonly<Record<string, unknown>>;
  /**
   * Tells this finding from the others of its page and stays when lines move: a hash of rule, offending text
   * and occurrence. With the path it makes `fingerprint()`.
   */
  readonly key: string;
  /** The value of `fingerprint()`, when it was computed already. */
  readonly fingerprint?: string;
}

/** What is shown of a finding where people read a list of them. */
export interface ShownFinding extends Pick<Finding, 'rule' | 'severity' | 'path' | 'message'> {
  /** Lines and columns from start to end: `3:8-3:22`. */
  readonly place: string;
}

/** Findings to iterate over, more than once: an array, or findings that are unpacked on the way. */
export interface Findings<Each = Finding> extends Iterable<Each> {
  readonly length: number;
}

/** What a rule hands to `report`: offsets, not lines; the run adds rule, severity, path, url and lines. */
export interface Report {
  /** Exactly the text that is wrong, and that a suggestion replaces. */
  readonly range: Range;
  readonly message: string;
  /** Milder than the rule's own level, where the handbook's configuration asks for that. */
  readonly severity?: 'warn';
  readonly note?: string;
  readonly suggestions?: readonly Suggestion[];
  readonly related?: readonly { readonly path: string; readonly range: Range; readonly message: string }[];
  readonly data?: Readonly<Record<string, unknown>>;
  /**
   * Tells several findings of one rule on the same words apart, when the words alone cannot: the missing
   * section's name. Must not hold what another page's change can change.
   */
  readonly identity?: string;
}
