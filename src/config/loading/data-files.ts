import type { DataFiles } from '../config.ts';
import { fixedFolder, isDataPath } from '../data-path.ts';
import type { WrittenConfig } from '../schema.ts';

/** Which files besides pages are read: handbook.yaml for findings in it, and the files of data that frameworks name. */
export function dataFiles({ frameworks = [], pageTypes = {} }: WrittenConfig, source: string | null): DataFiles {
  const saysOfPages = frameworks.length > 0 || Object.values(pageTypes).some(({ pages = [] }) => pages.length > 0);
  const patterns = frameworks.flatMap(({ pages, departments }) =>
    [pages, ...Object.values(departments).map(({ path }) => path)].flatMap((pattern) =>
      pattern === undefined || !isDataPath(pattern)
        ? []
        : [{ folder: fixedFolder(pattern).replace(/\/$/, ''), pattern }],
    ),
  );
  return { config: saysOfPages ? source : null, patterns };
}
