import { fragmentOf } from '../destination.ts';
import type { ControlComment, Heading, Link, LinkKind, Range, RawAnchor, ReadProblem } from '../facts.ts';
import { plainText } from '../plain-text.ts';

/** A link before it is known whether a shortcode makes its destination. */
export type FoundLink = { -readonly [Key in keyof Link]: Link[Key] };

/** A heading before it is known what follows it. */
export type FoundHeading = { -readonly [Key in keyof Heading]: Heading[Key] } & {
  /** Shortcodes stand in it where they do not get into its id. */
  isSettled?: boolean;
};

/** What one layer (the page, or the body of a shortcode) holds; all offsets are those of the page. */
export interface LayerFacts {
  readonly headings: FoundHeading[];
  readonly anchors: RawAnchor[];
  readonly links: FoundLink[];
  readonly controls: ControlComment[];
  readonly code: Range[];
  readonly comments: Range[];
  /** Where something a reader sees starts, headings aside. */
  readonly bodies: number[];
  readonly problems: ReadProblem[];
  /** Offsets into the layer of bars between table cells that the fast parser took for part of a URL. */
  readonly swallowedBars: number[];
}

export function emptyLayerFacts(): LayerFacts {
  return {
    headings: [],
    anchors: [],
    links: [],
    controls: [],
    code: [],
    comments: [],
    bodies: [],
    problems: [],
    swallowedBars: [],
  };
}

/** A layer's own text, and where it starts in the page. */
export interface LayerSource {
  readonly text: string;
  readonly base: number;
}

/** A range of the layer as one of the page. */
export function inPage({ base }: LayerSource, range: Range): Range {
  return [base + range[0], base + range[1]];
}

/** A link by its ranges in the layer. */
export function foundLink(
  source: LayerSource,
  kind: LinkKind,
  href: string,
  range: Range,
  target: Range,
  text: string,
): FoundLink {
  const fragment = fragmentOf(source.text, target);
  return {
    kind,
    href,
    range: inPage(source, range),
    target: inPage(source, target),
    fragment: fragment && inPage(source, fragment),
    text: plainText(text),
  };
}
