import { UNKNOWN_TEXT } from './template-values.ts';

const ADDRESS = {
  any: /<(?:a|img)\b[^>]*?\s(?:href|src)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))/,
  a: /<a\b[^>]*?\shref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))/,
  img: /<img\b[^>]*?\ssrc\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))/,
} as const;

/** The first address in what a template prints; `null` when there is none, or it is not known. */
export function addressIn(output: string | null, element: keyof typeof ADDRESS): string | null {
  const match = output === null ? null : ADDRESS[element].exec(output);
  const address = match?.[1] ?? match?.[2] ?? match?.[3] ?? null;
  return address === null || address.includes(UNKNOWN_TEXT) ? null : address.trim();
}
