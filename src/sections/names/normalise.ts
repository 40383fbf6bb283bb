import { remembered } from '../../model/fifo-cache.ts';

/**
 * A heading as it is compared: `**Role & Responsibilities** 🚀:` and `role and responsibilities` are the same. Remembered, because each is
 * compared with many names.
 */
export const normaliseName = remembered(5000, (text) =>
  text
    .normalize('NFKC')
    .slice(0, 1000)
    .toLowerCase()
    .replace(/:[a-z0-9_+-]{1,40}:/g, ' ')
    .replace(/[\u{FE0F}\u{20E3}\u{AD}\u{200B}-\u{200D}\u{2060}\u{FEFF}]/gu, '')
    .replace(/['’‘`´]/g, '')
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .replace(/^ ?\d{1,3}(?: \d{1,3})* (?=\p{L})/u, '')
    .trim(),
);
