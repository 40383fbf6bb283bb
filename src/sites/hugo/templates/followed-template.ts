import type { FollowedTemplate } from '../../../config/hugo-settings.ts';
import { isTable, type Table, tableAt, tableOf, valueAt } from '../config/tables.ts';
import { parseTemplate } from './language/syntax.ts';
import { type TemplateSite, UNKNOWN, type Value } from './language/values.ts';

/** Partial templates by the names that they are called by: `link.html`, or `link`. */
export type Partials = ReadonlyMap<string, string>;

/** A template with the partials that it calls, and the parameters of the site that all of them ask for; `null` when it cannot be followed. */
export function followedTemplate(template: string, config: Table, partials: Partials): FollowedTemplate | null {
  if (parseTemplate(template) === null) return null;
  const called = partialsCalledBy([template], partials);
  const params = paramsFor([template, ...called.values()].join('\n'), config);
  return { template, params, partials: Object.fromEntries(called) };
}

/** The partials that templates call, and those that these call. */
export function partialsCalledBy(templates: readonly string[], partials: Partials): Partials {
  const called = new Map<string, string>();
  const queue = [...templates];
  for (let text = queue.pop(); text !== undefined; text = queue.pop())
    for (const [, name = ''] of text.matchAll(CALL)) {
      const bare = name.replace(/^_?partials\//, '');
      const found = partials.get(bare);
      if (found === undefined || called.has(bare)) continue;
      called.set(bare, found);
      queue.push(found);
    }
  return called;
}

const CALL =
  /\b(?:partial|partialCached|partials\.Include|partials\.IncludeCached|template)\s{1,9}["`]([^"`\n]{1,200})["`]/g;

/** What a followed template is told besides what pages and files there are. */
export function answersOf({ params, partials }: FollowedTemplate): Pick<TemplateSite, 'param' | 'partial'> {
  return {
    param: (path) => paramAt(path.toLowerCase(), params),
    partial: (name) => (Object.hasOwn(partials, name) ? partials[name]! : null),
  };
}

function paramAt(path: string, params: FollowedTemplate['params']): Value {
  const value = params[path];
  if (value !== undefined) return value ?? UNKNOWN;
  const isTable = Object.keys(params).some((key) => key.startsWith(`${path}.`));
  return isTable ? { field: (name) => paramAt(`${path}.${name.toLowerCase()}`, params) } : null;
}

/** The parameters of the site that a template asks for, by their paths; one that a language sets too is no single value. */
function paramsFor(template: string, config: Table): FollowedTemplate['params'] {
  const languages = [...tableAt(config, 'languages').values()].map(tableOf);
  const tables = [config, ...languages];
  // What is handed on as a whole may be asked for anything.
  const isWhole = /\b[Ss]ite\.Params(?!\.\w)/.test(template);
  const asked = [...template.matchAll(/\b[Ss]ite\.Params\.(\w+(?:\.\w+)*)/g)].map(([, path = '']) =>
    path.toLowerCase(),
  );
  const names = isWhole ? tables.flatMap((table) => pathsIn(tableAt(table, 'params'))) : asked;
  const entries = [...new Set(names)].flatMap((name) => {
    const [value, ...others] = tables.map((table) => valueAt(table, `params.${name}`));
    const isSingle = others.every((other) => other === undefined);
    if (value === undefined && isSingle) return [];
    const isPlain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
    return [[name, isSingle && isPlain ? value : null] as const];
  });
  return Object.fromEntries(entries);
}

/** The paths of all values of a table, `a.b`. */
function pathsIn(table: Table, above = '', depth = 0): readonly string[] {
  return [...table].slice(0, 100).flatMap(([key, value]) => {
    const path = above + key.toLowerCase();
    return isTable(value) && depth < 4 ? pathsIn(tableOf(value), `${path}.`, depth + 1) : [path];
  });
}
