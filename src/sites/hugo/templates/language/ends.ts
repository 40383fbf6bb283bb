import type { Value } from './values.ts';

/** `errorf` stops the build, and a value that is not there does. */
export class Stopped extends Error {}

/** `return` in a partial template ends it. */
export class Returned extends Error {
  readonly value: Value;

  constructor(value: Value) {
    super();
    this.value = value;
  }
}
