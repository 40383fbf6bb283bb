/** A rule threw an error on a page: a fault of this program, not of the handbook. */
export class RunError extends Error {
  override readonly name = 'RunError';
  readonly rule: string;
  readonly path: string;

  constructor(rule: string, path: string, cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    super(`The rule ${rule} failed on ${path}. ${reason}`, { cause });
    this.rule = rule;
    this.path = path;
  }
}
