import { quoted } from './quoted.ts';

/**
 * Says how two texts that look the same differ: `é` may be one character, or a letter with an accent behind it (Unicode's
 * forms NFC and NFD). `''` when no accented letter of both is written in both ways.
 */
export function accentsApart(written: string, meant: string): string {
  for (const letter of written.normalize('NFC')) {
    const parts = letter.normalize('NFD');
    if (parts === letter) continue;
    const isTaken = written.includes(parts) && meant.includes(letter);
    if (isTaken || (written.includes(letter) && meant.includes(parts)))
      return ` Both look the same, but ${quoted(letter)} is ${isTaken ? 'a letter and an accent here and one character there' : 'one character here and a letter and an accent there'}.`;
  }
  return '';
}
