let reason: string | undefined;

/** Remembers why pages are read by the reference parser alone: the fast one could not be loaded. */
export function noteSlowReading(error: unknown): void {
  reason = error instanceof Error ? error.message : String(error);
}

/** Why this process reads pages slowly; `undefined` when it does not. The doors say it once. */
export function whySlow(): string | undefined {
  return reason;
}
