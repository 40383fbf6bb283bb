/**
 * `rewrites` of VitePress 1.6.4, as far as they are written by the rules that its documentation has: names of files and folders, of
 * which one may be, or end in, a parameter (`:page`), and at the end any number of folders (`:page*`, `(.*)`).
 */
const SEGMENT = /^[\w.@ -]*(?::\w[\w.@ -]*)?$/;
const REST = /^(?::\w+[*+]|\(\.\*\))$/;

/** Whether a rule is one of those that can be followed. */
export function isRewriteRule(from: string, to: string): boolean {
  const [rest, ...folders] = from.split('/').reverse();
  const isFrom =
    folders.every((segment) => SEGMENT.test(segment)) && (SEGMENT.test(rest ?? '') || REST.test(rest ?? ''));
  return isFrom && to.split('/').every((segment) => SEGMENT.test(segment) || REST.test(segment));
}

/** Where a page is built: `old/a.md` by `old/:page` to `new/:page` is `new/a.md`. The first rule that matches counts. */
export function rewritten(path: string, rules: readonly (readonly [from: string, to: string])[]): string {
  for (const [from, to] of rules) {
    const found = parameters(path, from);
    if (found === null) continue;
    return to
      .split('/')
      .map((segment) =>
        REST.test(segment)
          ? (found.get(segment.replace(/[*+:]/g, '')) ?? '')
          : segment.replace(/:(\w+)/, (_, name: string) => found.get(name) ?? ''),
      )
      .filter((segment) => segment !== '')
      .join('/');
  }
  return path;
}

function parameters(path: string, from: string): ReadonlyMap<string, string> | null {
  const [names, patterns] = [path.split('/'), from.split('/')];
  const found = new Map<string, string>();
  for (const [index, pattern] of patterns.entries()) {
    if (REST.test(pattern)) {
      const rest = names.slice(index).join('/');
      if (rest === '' && pattern.endsWith('+')) return null;
      found.set(pattern.replace(/[*+:]/g, ''), rest);
      return found;
    }
    const name = names[index];
    const colon = pattern.indexOf(':');
    if (name === undefined) return null;
    if (colon < 0) {
      if (name.toLowerCase() !== pattern.toLowerCase()) return null;
      continue;
    }
    const [before, key = ''] = [pattern.slice(0, colon), /^\w+/.exec(pattern.slice(colon + 1))?.[0]];
    const after = pattern.slice(colon + 1 + key.length);
    const [low, start, end] = [name.toLowerCase(), before.toLowerCase(), after.toLowerCase()];
    if (!low.startsWith(start) || !low.endsWith(end) || name.length <= start.length + end.length) return null;
    found.set(key, name.slice(before.length, name.length - after.length));
  }
  return names.length === patterns.length ? found : null;
}
