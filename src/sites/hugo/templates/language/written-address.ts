import { UNKNOWN_TEXT } from './values.ts';

const ADDRESS = {
  any: /<(?:a|img)\b[^<>]*?\s(?:href|src)\s{0,9}=\s{0,9}(?:"([^"]*)"|'([^']*)'|([^\s>"']+))/,
  a: /<a\b[^<>]*?\shref\s{0,9}=\s{0,9}(?:"([^"]*)"|'([^']*)'|([^\s>"']+))/,
  img: /<img\b[^<>]*?\ssrc\s{0,9}=\s{0,9}(?:"([^"]*)"|'([^']*)'|([^\s>"']+))/,
} as const;

/** The first address in what a template prints; `null` when there is none, or it is not known. */
export function addressIn(output: string | null, element: keyof typeof ADDRESS): string | null {
  const match = ADDRESS[element].exec(output ?? '');
  const address = match?.[1] ?? match?.[2] ?? match?.[3] ?? null;
  return address === null || address.includes(UNKNOWN_TEXT) ? null : address.trim();
}
