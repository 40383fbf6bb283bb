import { Writable } from 'node:stream';

/**
 * Writes each message to `output` at once. vscode-jsonrpc 10.0.0 writes its header and its content one after the other, and a write
 * that wakes the editor takes longer than most answers.
 */
export function inOneWrite(output: Writable): Writable {
  let header: Buffer | null = null;
  const joined = new Writable({
    write(chunk: Buffer, _, done) {
      const start = header;
      header = start === null ? chunk : null;
      if (start === null) done();
      else output.write(Buffer.concat([start, chunk]), done);
    },
  });
  // An editor that is gone reads no more.
  output.once('error', (error) => joined.destroy(error));
  return joined;
}
