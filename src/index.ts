/** The library behind the command: open a handbook, judge it, write rules of your own. */
export { rules } from '../rules/index.ts';
export { ConfigError, type HandbookConfig } from './config/config.ts';
export type { FileTree } from './files/file-tree.ts';
export { type OpenOptions, openHandbook } from './incremental/open.ts';
export { type JudgedLink, judgeLinks } from './links/judge.ts';
export { defineRule, type Rule, type RuleContext, type RuleLevel as Level } from './lint/define-rule.ts';
export type { Finding, Point, RelatedPlace, Report, Severity, ShownFinding, Suggestion } from './lint/finding.ts';
export { fingerprint } from './lint/results/fingerprint.ts';
export { type LintOptions, type LintResult, lint, type Summary } from './lint/run.ts';
export { RunError } from './lint/run-error.ts';
export { version } from './lint/version.ts';
export type { Link, PageContent, PageFacts, Range } from './markdown/facts.ts';
export type { Anchor, Anchors, Handbook, Include, Page } from './model/handbook.ts';
export type { PageKind } from './model/place.ts';
export type { Redirect } from './model/redirects.ts';
export type { Broken, Found, Resolution, Uncheckable } from './sites/resolution.ts';
