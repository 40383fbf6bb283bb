import type { TableBlock } from '../../markdown/facts.ts';
import type { Page } from '../../model/handbook.ts';
import { labelOnly } from './reporting-words.ts';

/** Keys of the front matter that say whom a role reports to (`reports_to: Head of Bids`), as rows of a table; `null` when there are none. */
export function reportingKeys(page: Page): TableBlock | null {
  const { frontMatter } = page.facts;
  const rows = Object.entries(frontMatter?.keys ?? {}).flatMap(([name, { key, value }]) => {
    const label = labelOfKey(name);
    const said = frontMatter?.values[name] ?? '';
    if (!labelOnly(label) || typeof said !== 'string') return [];
    return [
      [
        { text: label, range: key, textRange: key },
        { text: said, range: value, textRange: value },
      ],
    ];
  });
  return frontMatter === null || rows.length === 0
    ? null
    : { type: 'table', range: frontMatter.range, header: [], rows };
}

/** `reports to` for `reports_to` and `reports-to`, `reports To` for `reportsTo`. */
export function labelOfKey(key: string): string {
  return key.replace(/(\p{Ll})(?=\p{Lu})|[-_]/gu, '$1 ');
}
