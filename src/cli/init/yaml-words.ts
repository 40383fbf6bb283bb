export function list(values: readonly string[]): string {
  return `[${values.map((value) => text(value)).join(', ')}]`;
}

/** JSON strings are YAML strings; plain ones read better. `numbers`: digits mean a number. */
export function text(value: string, numbers = false): string {
  if (numbers && /^\d+$/.test(value)) return value;
  const isPlain = /^[\w/](?:[\w./ -]*[\w./-])?$/.test(value);
  return isPlain && !/^(?:true|false|null|yes|no|on|off|[\d.]+)$/i.test(value) ? value : JSON.stringify(value);
}

/** A path as a glob that matches it alone. */
export function escapeGlob(path: string): string {
  return path.replace(/[[\](){}!*?+@\\]/g, '\\$&');
}

/** A key or an id of a name; `fallback` for one without Latin letters. */
export function slugOf(name: string, fallback: string): string {
  const words = name.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  return words.replace(/^-|-$/g, '') || fallback;
}
