import type { PageFacts } from '../../markdown/facts.ts';
import type { MarkdownSettings } from '../../markdown/settings.ts';
import type { PageReader, ReadAs } from '../../model/page-source.ts';
import { type PageSummary, type SummaryNeeds, summaryOf } from '../../model/page-summary.ts';
import { writeOutline } from './fact-rows.ts';
import { interfaceHash } from './interface-hash.ts';
import { writeFacts } from './stored-facts.ts';

/** What is needed to read a page and to sum it up. */
export interface ReadingNeeds extends SummaryNeeds {
  /** What the site's generator makes of Markdown. */
  readonly markdown: MarkdownSettings;
  /** Nothing is kept: contents and interfaces get no names, which would take a fiftieth of a cold run. */
  readonly isOnlyLook?: boolean;
}

/** A file whose bytes nothing is known of. */
export interface NewFile {
  readonly reading: ReadAs;
  readonly bytes: Uint8Array;
}

/** What some files say, in their order: one block of bytes that all threads can read. */
export interface ReadFiles {
  readonly facts: Uint8Array;
  /** Where each file's facts end, as `StoredFacts` reads them. */
  readonly ends: readonly number[];
  /** Their summaries, as JSON: words cut out of a page would keep its whole text alive. */
  readonly summaries: string;
}

/** Asks a thread to read some files. */
export interface ReadTask {
  readonly task: 'read';
  readonly files: readonly NewFile[];
  readonly needs: ReadingNeeds;
  /** Where to write what the files say, if it fits. */
  readonly into: SharedArrayBuffer | null;
}

/** Bytes that threads do not share are copied, not handed over: should the thread fail, the main one reads them. */
export function readTask(files: readonly NewFile[], needs: ReadingNeeds, into: SharedArrayBuffer | null): ReadTask {
  return {
    task: 'read',
    into,
    files: files.map(({ reading, bytes }) => ({ reading, bytes: isShared(bytes) ? bytes : new Uint8Array(bytes) })),
    needs,
  };
}

function isShared(bytes: Uint8Array): boolean {
  return bytes.buffer instanceof SharedArrayBuffer;
}

/**
 * Reads files into stored facts: the same in every thread. They lie in `into`, if they fit into it: V8 does not count what threads share,
 * and would leave hundreds of megabytes of it behind.
 */
export function readFiles(
  files: readonly NewFile[],
  reader: PageReader,
  needs: ReadingNeeds,
  into: SharedArrayBuffer | null,
): ReadFiles {
  const ends: number[] = [];
  const summaries: PageSummary[] = [];
  let end = 0;
  for (const { reading, bytes } of files) {
    const isRead = reading === 'page' || reading === 'markup' || reading === 'include';
    const facts = isRead ? reader.facts(bytes, reading, needs.markdown) : emptyFacts();
    const outline = writeOutline(facts);
    end = write(writeFacts(facts, null, outline), end);
    ends.push(end);
    const hash = needs.isOnlyLook ? undefined : interfaceHash(facts, outline);
    summaries.push(summaryOf(facts, hash, needs));
  }
  const all = new Uint8Array(into && end <= into.byteLength ? into : new SharedArrayBuffer(end), 0, end);
  all.set(room.subarray(0, end));
  return { facts: all, ends, summaries: JSON.stringify(summaries) };
}

/** What is written of one batch after the other. */
let room = Buffer.alloc(0);

/** Writes a text at an offset; gives where it ends. */
function write(text: string, at: number): number {
  if (room.length < at + 3 * text.length) {
    const end = at + Buffer.byteLength(text);
    if (room.length < end) room = Buffer.concat([room], 2 * end);
  }
  return at + room.write(text, at);
}

/** Facts of a file that nothing is said in, or that could not be read. */
export function emptyFacts(problem?: PageFacts['problems'][number]): PageFacts {
  return {
    frontMatter: null,
    headings: [],
    anchors: [],
    links: [],
    externalLinks: [],
    externalHosts: [],
    shortcodes: [],
    controls: [],
    problems: problem ? [problem] : [],
  };
}
