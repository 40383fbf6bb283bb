import { Run } from './interpreter.ts';
import type { Part } from './syntax.ts';
import { type TemplateSite, UNKNOWN, type Value } from './values.ts';

/**
 * What a hook's template prints for a destination. `UNKNOWN_TEXT` stands where nobody can know it before the build; `null` when
 * nothing is known of all of it.
 */
export function runHook(parts: readonly Part[], destination: string, site: TemplateSite): string | null {
  const own: Readonly<Record<string, Value>> = {
    Destination: destination,
    Text: UNKNOWN,
    PlainText: UNKNOWN,
    Title: '',
    IsBlock: false,
  };
  return new Run((name) => own[name], site).print(parts);
}

/**
 * Runs the template of a heading's hook for a heading of a level, whose id by Hugo is `anchor`: its attribute too (0.131 and 0.169);
 * whether it has others is unknown.
 */
export function runHeading(parts: readonly Part[], level: number, anchor: string, site: TemplateSite): string | null {
  const attributes = new Map<string, Value>([['id', anchor]]);
  const own: Readonly<Record<string, Value>> = {
    Level: level,
    Anchor: anchor,
    Attributes: { field: (name) => attributes.get(name) ?? UNKNOWN, entries: attributes, mayHaveMore: true },
    Text: UNKNOWN,
    PlainText: UNKNOWN,
  };
  return new Run((name) => own[name], site, /\bid\s*=/).print(parts);
}

/** Runs the template of a shortcode with its parameters, by name or by number. */
export function runShortcode(
  parts: readonly Part[],
  given: ReadonlyMap<string, string>,
  site: TemplateSite,
): string | null {
  const param = (name: Value) => given.get(String(name)) ?? null;
  const own = (name: string, [asked = null]: readonly Value[]): Value | undefined => {
    if (name === 'Get') return asked === UNKNOWN ? UNKNOWN : param(asked);
    return name === 'Params' ? { field: param } : undefined;
  };
  return new Run(own, site).print(parts);
}
