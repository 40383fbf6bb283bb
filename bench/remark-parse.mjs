// Reads every Markdown file below a folder and parses it with remark-parse, GFM and front matter; nothing else.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const processor = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm).freeze();
let pages = 0;
for (const entry of readdirSync(join(process.argv[2], 'content'), { recursive: true })) {
  if (!entry.endsWith('.md')) continue;
  processor.parse(readFileSync(join(process.argv[2], 'content', entry), 'utf8'));
  pages++;
}
console.log(pages);
