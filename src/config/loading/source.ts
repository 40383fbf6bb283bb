/** A configuration's text and the name it has in messages. */
export interface ConfigSource {
  readonly path: string;
  readonly text: string;
}
