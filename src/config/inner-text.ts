/** What shortcodes do with what stands between their tags, by their names. */
export interface InnerText {
  /** They do not show it. */
  readonly hiding: readonly string[];
  /** Called as `{{< >}}`, they print it as it is written: HTML works, Markdown is plain text. */
  readonly verbatim: readonly string[];
}
