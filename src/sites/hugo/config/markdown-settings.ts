import type { MarkdownSettings } from '../../../markdown/settings.ts';
import { changes, isSince } from '../version.ts';
import { flagAt, type Table, tableAt, textAt, valueAt, wordsOf } from './tables.ts';

/** What Hugo of a version makes of Markdown when a site sets nothing. */
export function defaultMarkdown(version: string): MarkdownSettings {
  return markdownSettings(new Map(), version);
}

/** What Hugo of a version makes of Markdown by a site's configuration: `markup.goldmark`. */
export function markdownSettings(config: Table, version: string): MarkdownSettings {
  const goldmark = tableAt(config, 'markup.goldmark');
  const isFromWords = isSince(version, changes.idsFromWords);
  const isFromAllWords = isSince(version, changes.idsFromAllWords);
  const footnotes = valueAt(goldmark, 'extensions.footnote');
  const hasFootnotes =
    typeof footnotes === 'boolean' ? footnotes : flagAt(goldmark, 'extensions.footnote.enable', true);
  const hasPrefix =
    isSince(version, changes.footnotePrefix) && flagAt(goldmark, 'extensions.footnote.enableautoidprefix', false);
  return {
    headingIds: !flagAt(goldmark, 'parser.autoheadingid', true)
      ? 'none'
      : isFromAllWords
        ? 'text'
        : isFromWords
          ? 'first-child'
          : 'source',
    idType: idTypeOf(goldmark, version),
    headingAttributes: flagAt(goldmark, 'parser.attribute.title', true),
    attributesBeforeHashes: !isFromWords,
    blockAttributes: flagAt(goldmark, 'parser.attribute.block', false),
    rawHtml: flagAt(goldmark, 'renderer.unsafe', false),
    termIds:
      isSince(version, changes.idTypeOfAll) &&
      flagAt(goldmark, 'parser.autodefinitiontermid', false) &&
      flagAt(goldmark, 'extensions.definitionlist', true),
    footnotes: !hasFootnotes ? 'off' : hasPrefix ? 'prefixed' : 'on',
    bareUrls: flagAt(goldmark, 'extensions.linkify', true) ? 'goldmark' : 'none',
    codeLines: {
      areNumbered: flagAt(config, 'markup.highlight.linenos', false),
      haveIds: flagAt(config, 'markup.highlight.anchorlinenos', false),
      prefix: textAt(config, 'markup.highlight.lineanchors'),
    },
    dashes: dashesOf(goldmark),
    passthrough: passthroughOf(goldmark),
  };
}

function idTypeOf(goldmark: Table, version: string): MarkdownSettings['idType'] {
  const older = textAt(goldmark, 'parser.autoheadingidtype');
  const newer = isSince(version, changes.idTypeOfAll) ? textAt(goldmark, 'parser.autoidtype') : '';
  const type = older || newer;
  return type === 'github-ascii' || type === 'blackfriday' ? type : 'github';
}

function dashesOf(goldmark: Table): MarkdownSettings['dashes'] {
  const typographer = valueAt(goldmark, 'extensions.typographer');
  if (typographer === false || flagAt(goldmark, 'extensions.typographer.disable', false)) return null;
  return {
    en: textAt(goldmark, 'extensions.typographer.endash') || '&ndash;',
    em: textAt(goldmark, 'extensions.typographer.emdash') || '&mdash;',
  };
}

function passthroughOf(goldmark: Table): MarkdownSettings['passthrough'] {
  const passthrough = tableAt(goldmark, 'extensions.passthrough');
  if (!flagAt(passthrough, 'enable', false)) return [];
  const pairs = [valueAt(passthrough, 'delimiters.block'), valueAt(passthrough, 'delimiters.inline')].flatMap(
    (list): readonly unknown[] => (Array.isArray(list) ? list : []),
  );
  return pairs.flatMap((pair) => {
    const [open, close] = wordsOf(pair);
    return open !== undefined && close !== undefined ? [[open, close] as const] : [];
  });
}
