import * as buffer from 'node:buffer';
import type { ReadProblem } from './facts.ts';

/** Larger files are not read: no page of prose has this size, and everything after would be slow. */
export const MAX_BYTES = 10 * 1024 * 1024;

const SAMPLE = 8192;
const REPLACEMENT = '\uFFFD';

/** A page's text as every later offset counts it: without a byte order mark, unreadable bytes as U+FFFD. */
interface DecodedText {
  readonly text: string;
  readonly problems: readonly ReadProblem[];
}

/** Turns a file's bytes into text. Never throws; what cannot be text becomes a problem and an empty page. */
export function decode(source: Uint8Array): DecodedText {
  if (source.length > MAX_BYTES) {
    return refused('too-large', `${Math.ceil(source.length / 1024 / 1024)} MB`);
  }
  // A Buffer finds a byte in a fifth of the time.
  const bytes = Buffer.from(source.buffer, source.byteOffset, source.byteLength);
  const isAscii = buffer.isAscii(bytes);
  const isValid = isAscii || buffer.isUtf8(bytes);
  let text = isAscii ? bytes.toString('latin1') : isValid ? textOf(bytes) : bytes.toString('utf8');
  const hasNul = isAscii ? text.includes('\0') : bytes.includes(0);
  if (hasNul && isBinary(bytes)) return refused('binary', '');
  const problems: ReadProblem[] = [];
  if (!isValid) {
    const at = firstBadCharacter(text, bytes);
    problems.push({ kind: 'invalid-utf8', range: [at, at + 1], detail: '' });
  }
  if (text.charCodeAt(0) === 0xfeff) {
    text = text.slice(1);
    for (const [index, problem] of problems.entries()) {
      problems[index] = { ...problem, range: [problem.range[0] - 1, problem.range[1] - 1] };
    }
  }
  if (hasNul) {
    const nul = text.indexOf('\0');
    problems.push({ kind: 'nul-byte', range: [nul, nul + 1], detail: '' });
    text = text.replaceAll('\0', REPLACEMENT);
  }
  return { text, problems };
}

/** What V8 does letter by letter, Node does in half the time, if it was built with ICU. */
function textOf(valid: Buffer): string {
  if (buffer.transcode === undefined) return valid.toString('utf8');
  return buffer.transcode(valid, 'utf8', 'utf16le').toString('utf16le');
}

function refused(kind: ReadProblem['kind'], detail: string): DecodedText {
  return { text: '', problems: [{ kind, range: [0, 0], detail }] };
}

/** UTF-16 files and pictures with a wrong name have NULs and control bytes all over; a stray NUL in prose does not. */
function isBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, SAMPLE);
  let control = 0;
  for (const byte of sample) if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) control += 1;
  return control > 1 && control * 20 > sample.length;
}

/** Where the first unreadable bytes stand in the decoded text; a U+FFFD that the author wrote does not count. */
function firstBadCharacter(text: string, bytes: Uint8Array): number {
  let offset = 0;
  for (let from = 0; ; from += 1) {
    const at = text.indexOf(REPLACEMENT, from);
    offset += Buffer.byteLength(text.slice(from, at));
    if (bytes[offset] !== 0xef || bytes[offset + 1] !== 0xbf || bytes[offset + 2] !== 0xbd) return at;
    offset += 3;
    from = at;
  }
}
