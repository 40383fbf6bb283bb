import type { SetAside } from './set-aside/set-aside.ts';

/**
 * What a generator's settings and version make of Markdown, as far as ids and links depend on it. Facts are read by these
 * settings, so what is kept of a page is kept for them.
 */
export interface MarkdownSettings {
  /**
   * What a heading's id is made from. `source`: its Markdown (Hugo up to 0.143). `text`: its words (Hugo since 0.168).
   * `first-child`: its words, but of a link or of emphasis only what stands before any other markup (0.144 to 0.167).
   * `none`: headings have no automatic id. `shown`: what a reader sees, gaps as they are, images left out (GitHub).
   * `shown-with-images`: the same with images by their alternative texts (GitLab since 17.0, by comrak).
   * `vitepress`, `vitepress-2`, `docusaurus`: as these make them.
   */
  readonly headingIds:
    | 'source'
    | 'first-child'
    | 'text'
    | 'none'
    | 'shown'
    | 'shown-with-images'
    | 'vitepress'
    | 'vitepress-2'
    | 'docusaurus';
  readonly idType: 'github' | 'github-ascii' | 'blackfriday';
  /** `## A {#id}` gives the id. */
  readonly headingAttributes: boolean;
  /** `## A {#id} ##` gives the id as well (Hugo up to 0.143). */
  readonly attributesBeforeHashes: boolean;
  /** `{#id}` below a block gives the block an id. */
  readonly blockAttributes: boolean;
  /** Raw HTML gets into the page, its ids and links with it. */
  readonly rawHtml: boolean;
  /** Terms of definition lists have ids. */
  readonly termIds: boolean;
  /** `prefixed`: their ids have a prefix that nobody knows. `off`: `[^1]` is text. */
  readonly footnotes: 'on' | 'prefixed' | 'off';
  /** Bare URLs are links, by GitHub's rules or goldmark's. */
  readonly bareUrls: 'github' | 'goldmark' | 'none';
  /** Lines of code have numbers, each number an id, and these ids begin with a word of the site's own (`''`: `hl-` and the fence's number). */
  readonly codeLines: { readonly areNumbered: boolean; readonly haveIds: boolean; readonly prefix: string };
  /** What `--` and `---` become; `null` when they stay. */
  readonly dashes: { readonly en: string; readonly em: string } | null;
  /** Pairs of delimiters; what stands between two is no Markdown. */
  readonly passthrough: readonly (readonly [open: string, close: string])[];
  /** Front matter is YAML between `---` alone, and nothing else is taken for it. */
  readonly onlyYaml?: boolean;
  /** Keys of front matter whose values are links: `hero.actions.link`. */
  readonly linkKeys?: readonly string[];
  /** What is no Markdown to the generator. */
  readonly setAside?: SetAside;
}

/** Everything on, ids from the source: what holds where nothing is known of a generator. */
export const lenientMarkdown: MarkdownSettings = {
  headingIds: 'source',
  idType: 'github',
  headingAttributes: true,
  attributesBeforeHashes: true,
  blockAttributes: true,
  rawHtml: true,
  termIds: false,
  footnotes: 'on',
  bareUrls: 'github',
  codeLines: { areNumbered: false, haveIds: false, prefix: '' },
  dashes: { en: '\u2013', em: '\u2014' },
  passthrough: [],
};
