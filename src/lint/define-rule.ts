import * as z from 'zod';
import type { Range } from '../markdown/facts.ts';
import type { Handbook, Page } from '../model/handbook.ts';
import type { Report } from './finding.ts';

/** How severe a rule's findings are; `off`: the rule does not run. */
export type RuleLevel = 'error' | 'warn' | 'off';

/** What checks a rule's options and fills in the defaults: a schema of zod, or one that answers alike. */
interface OptionsSchema<Options> {
  safeParse(
    options: unknown,
  ):
    | { readonly success: true; readonly data: Options }
    | { readonly success: false; readonly error: { readonly issues: readonly OptionsIssue[] } };
}

/** One thing that is wrong with the options. */
export interface OptionsIssue {
  readonly code?: string | undefined;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  /** For the code `unrecognized_keys`. */
  readonly keys?: readonly string[];
}

/** What a rule is given besides the page. */
export interface RuleContext<Options> {
  readonly handbook: Handbook;
  readonly options: Options;
  readonly report: (report: Report) => void;
}

/** What a rule's file says of it. A rule asks the model; it never reads files, parses or prints. */
interface RuleDefinition<Options> {
  /** With prefix: `handbook-link-page`. */
  readonly id: string;
  /** What it judges, where the run treats all such rules alike. */
  readonly kind?: 'links' | 'redirects' | 'sections' | 'competencies';
  /** `old`: what it reports works, but something newer is meant to be used. Editors strike such words through. */
  readonly finds?: 'old';
  /** The level when nobody sets one. */
  readonly level: RuleLevel;
  /** Options, with defaults for each; absent when there are none. */
  readonly options?: OptionsSchema<Options>;
  /**
   * Reports what is wrong on this page, and only there: the same page gives the same reports, whatever
   * other pages are judged in the run. `page` is a content page, an include, or a file of redirects (`page.kind`).
   */
  check(page: Page, context: RuleContext<Options>): void;
  /**
   * Runs after every rule has judged the page, for what only the whole run knows: what the page's control
   * comments did.
   */
  review?(page: Page, context: RuleContext<Options> & { readonly controls: readonly ControlUse[] }): void;
}

/** A rule with the schema of its options. */
export interface Rule<Options = unknown> extends RuleDefinition<Options> {
  readonly options: OptionsSchema<Options>;
}

/** What one id in one control comment did in this run. */
export interface ControlUse {
  readonly id: string;
  /** Where the id stands. */
  readonly range: Range;
  /**
   * `used`: it silenced a finding, or it switches a rule back on. `unused`: the rule ran and had nothing to silence.
   * `not-run`: the rule did not run here, so nobody can say. `unknown`: no rule has this id.
   */
  readonly state: 'used' | 'unused' | 'not-run' | 'unknown';
  /** For `unknown`: every id there is. */
  readonly known: readonly string[];
}

const noOptions = z.strictObject({});

/** Declares a rule; the type of its options follows from the schema. */
export function defineRule<Options>(rule: RuleDefinition<Options>): Rule<Options> {
  return { options: noOptions as unknown as OptionsSchema<Options>, ...rule };
}
