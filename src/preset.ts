import type { Preset } from 'unified';
import { rules } from '../rules/index.ts';
import { toRemarkRule } from './remark/remark-rule.ts';

export type { RemarkRule } from './remark/remark-rule.ts';

/** Every rule; levels and options come from handbook.yaml. `plugins: [remark-preset-lint-handbook]` in `.remarkrc.yaml`. */
const preset: Preset = { plugins: rules.map((rule) => toRemarkRule(rule, rules)) };

export default preset;
