/** A configuration's text and the name it has in messages. */
export interface ConfigSource {
  readonly path: string;
  readonly text: string;
  /** Whether its bytes are UTF-8. Yes when absent. */
  readonly isUtf8?: boolean;
  /** Where it lies, relative to the handbook's root, when its name in messages counts from elsewhere. */
  readonly place?: string;
}
