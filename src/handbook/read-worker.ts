import { parentPort, workerData } from 'node:worker_threads';
import { loadReader } from './load-reader.ts';
import { type DigestNeeds, type NewFile, readFiles } from './read-files.ts';

// A worker of `ReaderPool`: takes files, gives what they say.
const port = parentPort;
if (port === null) throw new Error('only the pool of readers starts this');
const needs = workerData as DigestNeeds;
const reader = loadReader();
port.on('message', async (files: readonly NewFile[]) => {
  const read = readFiles(files, await reader, needs);
  port.postMessage(read, [read.chunks.buffer as ArrayBuffer]);
});
