import { withoutContainers } from './containers.ts';
import { withoutLiquid } from './liquid.ts';
import { withoutMdx } from './mdx.ts';

/** What of a page is no Markdown to its generator: lines of containers (VitePress), and ESM, JSX and expressions besides (MDX), tags (Liquid). */
export type SetAside = 'containers' | 'mdx' | 'liquid';

/** The text with that left blank or masked; its length and all offsets stay. */
export function setAside(text: string, kind: SetAside | undefined): string {
  if (kind === undefined) return text;
  if (kind === 'liquid') return withoutLiquid(text);
  const plain = withoutContainers(text);
  return kind === 'mdx' ? withoutMdx(plain) : plain;
}
