/** In ms, from any moment on. Loading `performance` takes as long as all that a known page needs. */
export function now(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}
