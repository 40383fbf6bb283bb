/**
 * How many random cases a property is tried with: `few` in `npm test`, `many` where HANDBOOK_LINT_LONG is 1, as in .ci/run.
 */
export function runs(few: number, many: number): number {
  return process.env.HANDBOOK_LINT_LONG === '1' ? many : few;
}
