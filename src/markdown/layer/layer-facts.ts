import { fragmentOf } from '../destination.ts';
import type { ControlComment, Heading, Link, LinkKind, Range, RawAnchor, ReadProblem } from '../facts.ts';
import { plainText } from '../plain-text.ts';
import type { MarkdownSettings } from '../settings.ts';
import type { Layer } from '../shortcodes/mask.ts';
import type { Tree } from '../tree.ts';

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

/** A layer with its tree, what the generator makes of it, and what was read from it. */
export interface ParsedLayer {
  readonly layer: Layer;
  readonly tree: Tree;
  readonly settings: MarkdownSettings;
  readonly facts: LayerFacts;
}

/** A range of the layer as one of the page. */
export function inPage({ start }: Pick<Layer, 'start'>, range: Range): Range {
  return [start + range[0], start + range[1]];
}

/** A link by its ranges in the layer. */
export function foundLink(
  layer: Pick<Layer, 'text' | 'start'>,
  kind: LinkKind,
  href: string,
  range: Range,
  target: Range,
  text: string,
): FoundLink {
  const fragment = fragmentOf(layer.text, target);
  return {
    kind,
    href,
    range: inPage(layer, range),
    target: inPage(layer, target),
    fragment: fragment && inPage(layer, fragment),
    text: plainText(text),
  };
}
