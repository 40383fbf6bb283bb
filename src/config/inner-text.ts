/** What shortcodes do with what stands between their tags, by their names. */
export interface InnerText {
  /** They do not show it. */
  readonly hiding: readonly string[];
  /** Called as `{{< >}}`, they print it as it is written: HTML works, Markdown is plain text. */
  readonly verbatim: readonly string[];
  /** They render it themselves. */
  readonly rendering: Readonly<Record<string, RenderedOn>>;
}

/** The page that a hook takes for the one that holds a link: `either` where the template decides. */
export type RenderedOn = 'page' | 'home' | 'either';
