import type { RuleLevel } from '../lint/define-rule.ts';

/**
 * How a remark configuration sets a rule: `'error'`, `2`, `['warn', {…}]`, `{…}` as remark-lint has it. Nothing, or `true`,
 * leaves it to handbook.yaml.
 */
export type RemarkSetting = Label | readonly [level: Label, options?: RuleOptions] | RuleOptions;

type RuleOptions = Readonly<Record<string, unknown>>;
type Label = RuleLevel | 'on' | 0 | 1 | 2 | boolean;

/** A setting taken apart; what is absent comes from handbook.yaml, then from the rule. */
export interface ReadSetting {
  readonly level?: RuleLevel;
  readonly options?: RuleOptions;
}

/** Reads a setting by remark-lint's convention. Throws when the level is none. */
export function readSetting(rule: string, setting: RemarkSetting | null | undefined): ReadSetting {
  if (setting === undefined || setting === null || setting === true) return {};
  if (typeof setting !== 'object') return { level: levelOf(rule, setting) };
  if (!Array.isArray(setting)) return { level: 'warn', options: setting as RuleOptions };
  const [level, options] = setting as readonly [unknown, RuleOptions?];
  return { level: levelOf(rule, level), options };
}

function levelOf(rule: string, label: unknown): RuleLevel {
  switch (label) {
    case false:
    case 0:
    case 'off':
      return 'off';
    case true:
    case 1:
    case 'on':
    case 'warn':
      return 'warn';
    case 2:
    case 'error':
      return 'error';
    default:
      throw new Error(`Incorrect level ${JSON.stringify(label)} for ${rule}, expected off, warn or error`);
  }
}
