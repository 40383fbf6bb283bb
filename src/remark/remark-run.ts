import type { Processor } from 'unified';
import type { Rule } from '../lint/define-rule.ts';
import type { ReadSetting } from './remark-setting.ts';

/** What the rules of one processor share. */
export interface RemarkRun {
  readonly processor: Processor;
  /** The engine's set of files; absent when nothing but unified drives. */
  readonly fileSet: unknown;
  readonly rules: Map<string, ListedRule>;
}

/** A rule that the processor lists, and how. */
interface ListedRule {
  readonly rule: Rule;
  readonly setting: ReadSetting;
  /** Ids of all rules there are. */
  readonly known: readonly string[];
}

declare module 'unified' {
  interface Data {
    handbookLint?: RemarkRun;
  }
}
