import { FifoCache } from '../../model/fifo-cache.ts';

/** A heading as it is compared: `**Role & Responsibilities** 🚀:` and `role and responsibilities` are the same. */
export function normaliseName(text: string): string {
  return known.getOr(text, () => normalise(text));
}

/** Normalised headings, remembered because each is compared with many names. */
const known = new FifoCache<string, string>(5000);

function normalise(text: string): string {
  return text
    .normalize('NFKC')
    .slice(0, 1000)
    .toLowerCase()
    .replace(/:[a-z0-9_+-]{1,40}:/g, ' ')
    .replace(/[\u{FE0F}\u{20E3}\u{AD}\u{200B}-\u{200D}\u{2060}\u{FEFF}]/gu, '')
    .replace(/['’‘`´]/g, '')
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .replace(/^ ?\d{1,3}(?: \d{1,3})* (?=\p{L})/u, '')
    .trim();
}
