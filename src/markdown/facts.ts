/**
 * What one page says, as plain data. Facts depend on the page's text alone: not on its path, the
 * configuration or other pages. So they can be cached by content hash, and every range is a pair
 * of UTF-16 offsets into exactly that text (after a BOM, which counts as offset 0 when present).
 */

/** Half-open: `[start, end)`. `text.slice(...range)` is what it covers. */
export type Range = readonly [start: number, end: number];

/** Everything that rules and the index need of a page. Lists are in document order. */
export interface PageFacts {
  readonly frontMatter: FrontMatter | null;
  readonly headings: readonly Heading[];
  readonly anchors: readonly RawAnchor[];
  /** Links inside the site: relative, root-absolute, fragment only, empty, and `ref` shortcodes. */
  readonly links: readonly Link[];
  /** Links with a scheme or host (`https:`, `//host`, `mailto:`, `tel:` …). */
  readonly externalLinks: readonly Link[];
  /** The hosts that these name, each once, and `''` where one begins as if it left out its host or scheme (`https:/x`, `//x`). */
  readonly externalHosts: readonly string[];
  readonly shortcodes: readonly ShortcodeCall[];
  readonly controls: readonly ControlComment[];
  readonly problems: readonly ReadProblem[];
}

export interface FrontMatter {
  readonly format: 'yaml' | 'toml' | 'json';
  /** With both fences. */
  readonly range: Range;
  /** Top-level keys as written, values as plain data; what cannot be read is left out. */
  readonly values: Readonly<Record<string, unknown>>;
  /** Where each top-level key and its value stand. */
  readonly keys: Readonly<Record<string, { readonly key: Range; readonly value: Range }>>;
}

/** A heading, in Markdown or HTML. */
export interface Heading {
  readonly level: 1 | 2 | 3 | 4 | 5 | 6;
  /** The whole heading, hashes or underline included. */
  readonly range: Range;
  /** The words alone: no hashes, no `{#id}`. What a quick fix replaces. */
  readonly textRange: Range;
  /** As a reader sees it: no markup. */
  readonly text: string;
  /**
   * Hugo's automatic id before numbering, made from the Markdown source.
   * `null` when a shortcode in the heading makes it unknowable. Ignored where `id` is given.
   */
  readonly slug: string | null;
  /** With `slug: null`, when all shortcodes in the heading are `{{% %}}`: the slug if what they print is nothing. */
  readonly slugIfSilent?: string;
  /** `{#id}` as written; absent when there is none. */
  readonly id?: string;
  /** Something stands between this heading and the next one of any level. Comments and blank lines do not count. */
  readonly hasBody: boolean;
}

/** An id that no heading made. That of a definition's `term` is numbered with those of headings. */
export interface RawAnchor {
  readonly kind: 'html-id' | 'html-name' | 'attribute' | 'footnote' | 'fence' | 'term';
  readonly id: string;
  readonly range: Range;
}

/** How a link is written. */
export type LinkKind =
  /** `[text](href)` */
  | 'inline'
  /** A definition `[label]: href` that at least one `[text][label]` uses; ranges are the definition's. */
  | 'reference'
  /** `<https://…>` or a bare URL. */
  | 'autolink'
  /** `![alt](href)`, or a definition used by an image. */
  | 'image'
  /** `<a href>`, `<area href>` */
  | 'html'
  /** `<img src>`, `<video>`, `<source>`, `<audio>`, `<iframe>`, `<embed>`, `<object data>` */
  | 'html-resource'
  /** `src` and `link` of Hugo's `figure` shortcode. */
  | 'figure-image'
  | 'figure-link'
  /** `click node "href"` in a mermaid diagram. */
  | 'mermaid'
  /** A value in front matter that the generator makes a link of: `hero.actions[].link`. */
  | 'setting'
  /** `{{< ref "path" >}}` or `relref`, alone or as the destination of a link. `href` is its argument. */
  | 'ref';

/** A link or an embedded file, such as an image. */
export interface Link {
  readonly kind: LinkKind;
  /** The destination, Markdown escapes and entities resolved. Holds U+FFFC where a shortcode stands in it. */
  readonly href: string;
  /** The whole link, text included. */
  readonly range: Range;
  /** Exactly the destination: replacing it changes the link's target and nothing else. */
  readonly target: Range;
  /** What follows the `#` in the destination, or `null`. May be empty (`/x/#`). */
  readonly fragment: Range | null;
  /** The words a reader clicks, or an image's alternative text. */
  readonly text: string;
}

/** A call of a Hugo shortcode. */
export interface ShortcodeCall {
  readonly name: string;
  /** `%`: what it prints is Markdown of the page. `<`: it is not. */
  readonly delimiter: '%' | '<';
  readonly params: readonly ShortcodeParam[];
  /** The opening (or only) tag. */
  readonly range: Range;
  /** What stands between the opening and the closing tag, or `null` when it has no closing tag. */
  readonly inner: Range | null;
  /** A call in code or in a comment runs, but what it prints makes no headings or links. */
  readonly place: 'content' | 'code' | 'comment';
}

export interface ShortcodeParam {
  /** `null` for a positional parameter. */
  readonly name: string | null;
  readonly value: string;
  /** The value without its quotes. */
  readonly range: Range;
}

/** `<!--lint disable handbook-link-page-->` and the like, as remark-lint reads them. */
export interface ControlComment {
  readonly verb: 'disable' | 'enable' | 'ignore';
  /** Empty: all rules. */
  readonly rules: readonly { readonly id: string; readonly range: Range }[];
  readonly range: Range;
  /** For `ignore`: the next sibling in the tree, up to whose end findings are silenced; absent when there is none. */
  readonly next?: Range;
}

/** What is wrong with a file or a part of it. */
export type ReadProblemKind =
  /** The file could not be read at all; `detail` says why: "may not be read". */
  | 'unreadable'
  | 'invalid-utf8'
  | 'nul-byte'
  | 'binary'
  | 'too-large'
  | 'too-deep'
  | 'front-matter-broken'
  | 'front-matter-repeated'
  | 'front-matter-unclosed'
  | 'shortcode-malformed'
  | 'shortcode-unclosed'
  | 'include-malformed';

/** Something on the page that could not be read; the rest of the page was. */
export interface ReadProblem {
  readonly kind: ReadProblemKind;
  readonly range: Range;
  /** The words needed for a message: a shortcode's name, the YAML parser's complaint. */
  readonly detail: string;
}

/**
 * A page's prose, lists and tables: read on demand for the few pages whose rules need them, since
 * all of a handbook's text would not fit the index. Blocks are in document order; those in quotes and in
 * shortcode bodies stand in the same list.
 */
export interface PageContent {
  readonly blocks: readonly Block[];
  /** The values of a file of data, or of front matter that holds lists of more than words; else absent. */
  readonly data?: DataContent;
}

/** What a file of data holds, and the first thing that could not be read. */
export interface DataContent {
  readonly root: DataNode | null;
  readonly problem: { readonly range: Range; readonly detail: string } | null;
}

/** A value of a file of data, with its place. The range of a text is without its quotes. */
export type DataNode =
  | { readonly type: 'text'; readonly range: Range; readonly text: string }
  | { readonly type: 'list'; readonly range: Range; readonly items: readonly DataNode[] }
  | {
      readonly type: 'map';
      readonly range: Range;
      readonly entries: readonly { readonly key: string; readonly keyRange: Range; readonly value: DataNode }[];
    };

/** A part of a page's content. */
export type Block =
  | {
      readonly type: 'heading';
      readonly range: Range /** Index into `PageFacts.headings`. */;
      readonly heading: number;
    }
  | { readonly type: 'paragraph'; readonly range: Range; readonly text: string }
  | ListBlock
  | TableBlock
  /** `shortcode`: index into `PageFacts.shortcodes`. */
  | { readonly type: 'shortcode'; readonly range: Range; readonly shortcode: number }
  | { readonly type: 'code'; readonly range: Range; readonly language: string }
  | {
      readonly type: 'html';
      readonly range: Range /** Its text without tags, trimmed; empty for a comment. */;
      readonly text: string;
    }
  | { readonly type: 'image'; readonly range: Range };

export interface ListBlock {
  readonly type: 'list';
  readonly ordered: boolean;
  readonly range: Range;
  readonly items: readonly ListItem[];
}

export interface ListItem {
  readonly range: Range;
  /** The item's own words: no marker, no nested list, no markup, nothing that is struck out. */
  readonly text: string;
  /** What is struck out, when that is all; else absent. */
  readonly struck?: string;
  /** Where those words stand, markup included: what a quick fix replaces. Empty at the item's end when it has none. */
  readonly textRange: Range;
  /** Nested lists and other blocks below the item's words. */
  readonly children: readonly Block[];
}

export interface TableBlock {
  readonly type: 'table';
  readonly range: Range;
  readonly header: readonly TableCell[];
  readonly rows: readonly (readonly TableCell[])[];
  /** Rows with more or fewer cells than the header, and tables in cells; absent when there are none. */
  readonly faults?: readonly { readonly kind: 'ragged' | 'nested'; readonly range: Range }[];
}

export interface TableCell {
  readonly range: Range;
  readonly text: string;
  readonly textRange: Range;
  /** Its lines, or the items of a list in it, when there are several; else absent. */
  readonly lines?: readonly { readonly text: string; readonly range: Range }[];
}
