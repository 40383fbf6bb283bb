import type { ConfigMemory } from '../../config/loading/memory.ts';
import { shortName } from '../../files/checksum.ts';
import { build } from './build.ts';
import { type CacheFolder, codeVersion } from './cache-folder.ts';
import { readChecked, writeChecked } from './checked-file.ts';

interface Answer<T> {
  readonly question: string;
  readonly answer: T;
}

/** The answer that an earlier run kept under this name; `null` when there is none, or it is damaged, or answers another question. */
export function recallAnswer<T>(folder: CacheFolder, name: string, question: string): T | null {
  const file = folder.read(`answer-${name}`);
  const [json] = (file && readChecked(file, 1)) ?? [];
  if (json === undefined) return null;
  const kept = JSON.parse(json.toString('utf8')) as Answer<T>;
  return kept.question === question ? kept.answer : null;
}

/** Keeps an answer, as JSON, in place of the last one of this name. */
export function keepAnswer<T>(folder: CacheFolder, name: string, question: string, answer: T): void {
  const json = JSON.stringify({ question, answer } satisfies Answer<T>);
  folder.write(`answer-${name}`, writeChecked([[Buffer.from(json)]]));
}

/** Remembers valid configurations in a cache folder, by their text. */
export function configMemory(folder: CacheFolder): ConfigMemory {
  const nameOf = (text: string) => `config-${shortName(text)}`;
  const questionOf = (text: string) => `${build ?? codeVersion} ${text}`;
  return {
    recall: (text) => recallAnswer(folder, nameOf(text), questionOf(text)),
    remember: (text, said) => keepAnswer(folder, nameOf(text), questionOf(text), said),
  };
}
