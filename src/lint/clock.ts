/** Milliseconds since an arbitrary moment. Node's `performance` would take longer to load than an unchanged run takes. */
export function now(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}
