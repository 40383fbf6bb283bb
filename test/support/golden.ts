import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { expect } from 'vitest';

/** Compares a report with the file that holds what was read and found right; UPDATE_GOLDEN=1 writes it anew. */
export function expectGolden(report: string, file: URL): void {
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(file, report);
  else expect(report).toBe(existsSync(file) ? readFileSync(file, 'utf8') : `no ${file.pathname} yet`);
}
