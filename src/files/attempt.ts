/** What `compute` gives; `fallback` where it throws. */
export function attempt<T, Fallback>(compute: () => T, fallback: Fallback): T | Fallback {
  try {
    return compute();
  } catch {
    return fallback;
  }
}
