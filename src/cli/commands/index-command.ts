import { resolve } from 'node:path';
import { cacheLocation } from '../../incremental/cache/cache-place.ts';
import { type Part, readIndexPart } from '../../incremental/open.ts';
import type { Arguments } from '../arguments.ts';
import { configOf } from '../config-of.ts';
import { Failure } from '../failure.ts';
import { findTarget } from '../find-target.ts';
import { writeFile } from '../output/write-file.ts';

/** `handbook-lint index --shard 2/4`: reads one part of the pages into a file, for a run with `--index FILE`. */
export async function indexCommand(args: Arguments): Promise<number> {
  const { root } = findTarget(args);
  const part = readPart(args.shard ?? '1/1');
  const { file } = args.outputs[0]!;
  const path = resolve(file ?? `handbook-index-${part.number}`);
  const bytes = await readIndexPart({ root, ...configOf(args, root), cache: cacheLocation(root, args) }, part);
  writeFile(path, Buffer.concat(bytes));
  return 0;
}

function readPart(written: string): Part {
  const [, number, of] = (/^(\d{1,4})\/(\d{1,4})$/.exec(written) ?? []).map(Number);
  if (number === undefined || of === undefined || number < 1 || number > of)
    throw new Failure(`--shard ${written} cannot be read. Write --shard 2/4 for the second of four parts.`);
  return { number, of };
}
