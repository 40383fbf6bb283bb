import { ConfigError } from '../config/config.ts';
import type { RuleSetting } from '../config/schema.ts';
import { didYouMean } from '../phrases/nearest.ts';

import type { OptionsIssue, Rule, RuleLevel } from './define-rule.ts';
import type { Severity } from './finding.ts';

/** A rule that is on, with its checked options. */
export interface EnabledRule {
  readonly rule: Rule;
  readonly severity: Severity;
  readonly options: unknown;
}

/**
 * Which rules run, how severe, with which options: `levels` win over `settings`, those over the rule's own level.
 * Throws a ConfigError that names the rule when an option or a rule of `settings` is not known.
 */
export function enabledRules(
  rules: readonly Rule[],
  settings: Readonly<Record<string, RuleSetting>>,
  levels: Readonly<Record<string, RuleLevel>>,
  known: readonly string[] = rules.map((rule) => rule.id),
): readonly EnabledRule[] {
  for (const id of Object.keys(settings)) {
    if (!known.includes(id)) throw new ConfigError('handbook.yaml', null, describeUnknownRule(id, known));
  }
  return rules.flatMap((rule) => {
    const setting = settings[rule.id];
    const [level, options] = typeof setting === 'object' ? setting : [setting, {}];
    const severity = levels[rule.id] ?? level ?? rule.level;
    return severity === 'off' ? [] : [{ rule, severity, options: readOptions(rule, options) }];
  });
}

/** `there is no rule `x`. Did you mean `y`?`, the second sentence when one is near. */
export function describeUnknownRule(id: string, known: readonly string[]): string {
  const prefixed = id.startsWith('handbook-') ? id : `handbook-${id}`;
  return `there is no rule \`${id}\`.${didYouMean(prefixed, known, (near) => `\`${near}\``)}`;
}

function readOptions(rule: Rule, options: unknown): unknown {
  const read = rule.options.safeParse(options);
  if (read.success) return read.data;
  throw new ConfigError('handbook.yaml', null, `options of the rule \`${rule.id}\`. ${describe(read.error.issues)}`);
}

function describe(issues: readonly OptionsIssue[]): string {
  return issues
    .map((issue) => {
      if (issue.code === 'unrecognized_keys')
        return `There is no option ${(issue.keys ?? []).map((key) => `\`${key}\``).join(', ')}.`;
      const at = issue.path.join('.');
      return `${at === '' ? '' : `\`${at}\`: `}${issue.message}.`;
    })
    .join(' ');
}
