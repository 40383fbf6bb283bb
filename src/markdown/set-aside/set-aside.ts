import { withoutContainers } from './containers.ts';
import { withoutMdx } from './mdx.ts';

/** What of a page is no Markdown to its generator: lines of containers (VitePress), and ESM, JSX and expressions besides (MDX). */
export type SetAside = 'containers' | 'mdx';

/** The text with that left blank or masked; its length and all offsets stay. */
export function setAside(text: string, kind: SetAside | undefined): string {
  if (kind === undefined) return text;
  const plain = withoutContainers(text);
  return kind === 'mdx' ? withoutMdx(plain) : plain;
}
