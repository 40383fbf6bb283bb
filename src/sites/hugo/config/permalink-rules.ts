import type { PermalinkRule } from '../../../config/hugo-settings.ts';
import { matchesPattern } from '../path-pattern.ts';
import { type Table, tableAt, tableOf, textAt, valueAt } from './tables.ts';

/** The rules of a configuration, those for more exact paths first. */
export function permalinkRules(config: Table): readonly PermalinkRule[] {
  const written = valueAt(config, 'permalinks');
  if (Array.isArray(written)) return written.map(tableOf).flatMap(ruleWithTarget);
  const rules: PermalinkRule[] = [];
  for (const [key, value] of tableOf(written)) {
    if (typeof value === 'string') rules.push(...['page', 'term'].map((kind) => ruleOf(kind, key, value)));
    else
      for (const [section, pattern] of tableOf(value))
        if (typeof pattern === 'string') rules.push(ruleOf(key, section, pattern));
  }
  return rules.sort((a, b) => b.path.length - a.path.length);
}

function ruleOf(kind: string, written: string, pattern: string): PermalinkRule {
  const section = written.replace(/^[ /]{1,64}|[ /]{1,64}$/g, '').toLowerCase();
  return { kind, section, path: section === '' ? '/*' : `/{${section},${section}/**}`, pattern };
}

/** A list of rules, each with a target; those that name what cannot be known here are left out. */
function ruleWithTarget(rule: Table): readonly PermalinkRule[] {
  const target = tableAt(rule, 'target');
  if (!isForProduction(target)) return [];
  const [kind, path] = [textAt(target, 'kind') || '*', textAt(target, 'path') || '**'];
  return [{ kind, path, section: null, pattern: textAt(rule, 'pattern') }];
}

function isForProduction(target: Table): boolean {
  const environment = textAt(target, 'environment');
  return (
    !target.has('sites') && !target.has('lang') && (environment === '' || matchesPattern(environment, 'production'))
  );
}
