import { ConfigError, type HandbookConfig } from '../config/config.ts';
import { didYouMean } from '../phrases/nearest.ts';

import type { OptionsIssue, Rule, RuleLevel } from './define-rule.ts';
import type { Severity } from './finding.ts';

/** A rule that is on, with its checked options. */
export interface EnabledRule {
  readonly rule: Rule;
  readonly severity: Severity;
  readonly options: unknown;
}

/** What a configuration says of rules. */
type RuleSettings = Pick<HandbookConfig, 'rules' | 'rulesAt'>;

/**
 * Which rules run, how severe, with which options: `levels` win over the configuration, that over the rule's own level.
 * Throws a ConfigError that names the rule, and where it is set, when the configuration has an option or a rule that is not known.
 */
export function enabledRules(
  rules: readonly Rule[],
  { rules: settings, rulesAt }: RuleSettings,
  levels: Readonly<Record<string, RuleLevel>>,
  known: readonly string[] = rules.map((rule) => rule.id),
): readonly EnabledRule[] {
  for (const id of Object.keys(settings)) {
    if (!known.includes(id)) throw wrongRule(id, describeUnknownRule(id, known), rulesAt);
  }
  return rules.flatMap((rule) => {
    const setting = settings[rule.id];
    const [level, options] = typeof setting === 'object' ? setting : [setting, {}];
    const severity = levels[rule.id] ?? level ?? rule.level;
    return severity === 'off' ? [] : [{ rule, severity, options: readOptions(rule, options, rulesAt) }];
  });
}

/** `there is no rule `x`. Did you mean `y`?`, the second sentence when one is near. */
export function describeUnknownRule(id: string, known: readonly string[]): string {
  const prefixed = id.startsWith('handbook-') ? id : `handbook-${id}`;
  return `there is no rule \`${id}\`.${didYouMean(prefixed, known, (near) => `\`${near}\``)}`;
}

function readOptions(rule: Rule, options: unknown, rulesAt: RuleSettings['rulesAt']): unknown {
  const read = rule.options.safeParse(options);
  if (read.success) return read.data;
  throw wrongRule(rule.id, `options of the rule \`${rule.id}\`. ${describe(read.error.issues)}`, rulesAt);
}

function wrongRule(id: string, complaint: string, rulesAt: RuleSettings['rulesAt']): ConfigError {
  return new ConfigError(rulesAt?.path ?? 'handbook.yaml', rulesAt?.lines[id] || null, complaint);
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
