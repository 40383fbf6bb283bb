import type { Range, ShortcodeCall, ShortcodeParam } from '../facts.ts';
import { countUntil } from '../ranges.ts';

/** The calls that begin in a range. `calls` stand in the order in which they begin, as `PageFacts` has them. */
export function callsIn<Call extends Pick<ShortcodeCall, 'range'>>(
  calls: readonly Call[],
  [start, end]: Range,
): readonly Call[] {
  const before = (offset: number) => countUntil(calls.length, (at) => calls[at]!.range[0] < offset);
  return calls.slice(before(start), before(end));
}

/** The call whose tag an offset stands in. */
export function callAt(calls: readonly ShortcodeCall[], offset: number): ShortcodeCall | undefined {
  const call = calls[countUntil(calls.length, (at) => calls[at]!.range[0] <= offset) - 1];
  return call !== undefined && offset < call.range[1] ? call : undefined;
}

/** A parameter of a call, by its position among those without a name, or by its name in any case. */
export function paramAt(params: readonly ShortcodeParam[], parameter: number | string): ShortcodeParam | undefined {
  if (typeof parameter === 'number') return params.filter(({ name }) => name === null)[parameter];
  return params.find(({ name }) => name?.toLowerCase() === parameter.toLowerCase());
}
