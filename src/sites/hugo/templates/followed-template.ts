import type { FollowedTemplate } from '../../../config/hugo-settings.ts';
import { type Table, tableAt, tableOf, valueAt } from '../config/tables.ts';
import { parseTemplate } from './template-syntax.ts';

/** A template with the parameters of the site that it asks for; `null` when it cannot be followed. */
export function followedTemplate(template: string, config: Table): FollowedTemplate | null {
  return parseTemplate(template) === null ? null : { template, params: paramsFor(template, config) };
}

/** The parameters of the site that a template asks for; one that a language sets too is no single value. */
function paramsFor(template: string, config: Table): FollowedTemplate['params'] {
  const names = [...template.matchAll(/\b[Ss]ite\.Params\.(\w+)/g)].map(([, name = '']) => name.toLowerCase());
  const languages = [...tableAt(config, 'languages').values()].map(tableOf);
  const entries = [...new Set(names)].flatMap((name) => {
    const [value, ...others] = [config, ...languages].map((table) => valueAt(table, `params.${name}`));
    const isSingle = others.every((other) => other === undefined);
    if (value === undefined && isSingle) return [];
    const isPlain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
    return [[name, isSingle && isPlain ? value : null] as const];
  });
  return Object.fromEntries(entries);
}
