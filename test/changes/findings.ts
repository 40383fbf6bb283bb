import { createHash } from 'node:crypto';
import type { Finding } from '../../src/lint/finding.ts';

/** Findings as a run makes them, marking each `needle` on a page's text: `{ 'a.md': ['text /x/', '/x/'] }`. */
export function findingsOn(
  path: string,
  text: string,
  needles: readonly string[],
  message?: (needle: string) => string,
): Finding[] {
  const seen = new Map<string, number>();
  return needles.map((needle) => {
    const occurrence = (seen.get(needle) ?? 0) + 1;
    seen.set(needle, occurrence);
    let offset = -1;
    for (let count = 0; count < occurrence; count++) offset = text.indexOf(needle, offset + 1);
    const point = (at: number) => ({ line: text.slice(0, at).split('\n').length, column: 1, offset: at });
    return {
      rule: 'handbook-link-page',
      severity: 'error',
      path,
      start: point(offset),
      end: point(offset + needle.length),
      message: message?.(needle) ?? `This link goes to ${needle}, but no page has that address.`,
      suggestions: [],
      url: 'https://example.com',
      related: [],
      data: {},
      key: `${createHash('sha1').update(needle).digest('hex')}-${occurrence}`,
    };
  });
}
