import { readCsv } from '../../markdown/data/csv.ts';
import { readData } from '../../markdown/data/read.ts';
import { decode } from '../../markdown/decode.ts';
import { loadParsers, loadParsersNow } from '../../markdown/parse.ts';
import { readContent, readPage } from '../../markdown/read-page.ts';
import type { MarkdownSettings } from '../../markdown/settings.ts';
import type { PageReader, ReadAs } from '../../model/page-source.ts';

/** The reader of Markdown, its parsers loaded. */
export async function loadReader(): Promise<PageReader> {
  await loadParsers();
  return reader;
}

/** The reader, loaded without waiting, where the runtime can load modules so. */
export function loadReaderNow(): PageReader {
  loadParsersNow();
  return reader;
}

const options = (reading: ReadAs, markdown: MarkdownSettings) => ({
  frontMatter: reading === 'page' || reading === 'markup',
  decoded: true,
  markdown: reading === 'markup' ? { ...markdown, setAside: 'markup' as const } : markdown,
});

const reader: PageReader = {
  content(bytes, reading, markdown) {
    const { text } = decode(bytes);
    if (reading === 'data') return { blocks: [], data: readData(text) };
    return reading === 'csv' ? readCsv(text) : readContent(text, options(reading, markdown));
  },
  facts(bytes, reading, markdown) {
    const { text, problems } = decode(bytes);
    const facts = readPage(text, options(reading, markdown));
    return problems.length === 0 ? facts : { ...facts, problems: [...problems, ...facts.problems] };
  },
};
