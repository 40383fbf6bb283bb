import type { Nodes } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

/** remark's parser with GFM; in a file of its own, since most runs need it not. */
export function referenceParser(): (text: string) => Nodes {
  const processor = unified().use(remarkParse).use(remarkGfm).freeze();
  return (text) => processor.parse(text) as Nodes;
}
