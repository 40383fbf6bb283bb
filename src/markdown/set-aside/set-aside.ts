import { withoutContainers } from './containers.ts';

/** What of a page is no Markdown to its generator: lines of containers (VitePress), and ESM, JSX and expressions besides (MDX). */
export type SetAside = 'containers' | 'mdx';

/** The text with that left blank or masked; its length and all offsets stay. */
export function setAside(text: string, kind: SetAside | undefined): string {
  return kind === undefined ? text : withoutContainers(text);
}
