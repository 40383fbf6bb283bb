import type { Root } from 'mdast';
import type { Plugin, Processor, Transformer } from 'unified';
import { getOrInsert } from '../collections/get-or-insert.ts';
import type { Rule } from '../lint/define-rule.ts';
import type { RemarkRun } from './remark-run.ts';
import { type RemarkSetting, readSetting } from './remark-setting.ts';

/** A rule as remark knows it: `.use(rule)`, `.use(rule, ['error', {…}])`. */
export type RemarkRule = Plugin<[setting?: RemarkSetting | null], Root>;

const made = new WeakMap<Rule, RemarkRule>();

/**
 * Makes a remark-lint rule of a rule: the same function each time, so that a configuration can set again what the
 * preset lists. `all` are the rules that control comments and handbook.yaml may name.
 */
export function toRemarkRule<Options>(rule: Rule<Options>, all: readonly Rule[]): RemarkRule {
  const own = rule as Rule;
  return getOrInsert(made, own, () => makePlugin(own, all));
}

function makePlugin(rule: Rule, all: readonly Rule[]): RemarkRule {
  const known = all.map(({ id }) => id);
  function plugin(this: Processor, setting?: RemarkSetting | null, fileSet?: unknown): undefined {
    const run = runOf(this, fileSet);
    run.rules.set(rule.id, { rule, setting: readSetting(rule.id, setting), known });
    this.use(afterOthers);
  }
  Object.defineProperty(plugin, 'name', { value: `remark-lint:${rule.id}` });
  // unified's types know no second parameter of a plugin; the engine passes one.
  return plugin as RemarkRule;
}

/** A copied processor inherits the data of its model, so the run says whose it is. */
function runOf(processor: Processor, fileSet: unknown): RemarkRun {
  let run = processor.data('handbookLint');
  if (run?.processor !== processor) {
    run = { processor, fileSet, rules: new Map() };
    processor.data('handbookLint', run);
  }
  return run;
}

/**
 * remark-lint puts its filter behind all plugins, and drops what stands behind the page's last word: a finding
 * on the target of the last link. Control comments are obeyed here already, so the findings come after that filter:
 * it was added when the listed plugins were attached, this adds `judge` when those added meanwhile are.
 */
function afterOthers(this: Processor): undefined {
  this.use(judge);
}

function judge(this: Processor): Transformer<Root> | undefined {
  const run = this.data('handbookLint');
  if (run === undefined) return undefined;
  // Loaded when the first page comes: listing the preset must not cost what reading a handbook costs.
  return async (tree, file) => (await import('./remark-check.ts')).check(tree, file, run);
}
