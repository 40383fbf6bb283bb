import { isUtf8 } from 'node:buffer';
import { type FileTree, UnreadableFile } from '../../files/file-tree.ts';
import { type HugoConfig, hugoDefaults } from '../../sites/hugo/config/defaults.ts';
import { goMod } from '../../sites/hugo/sources/replaced-modules.ts';
import { type HugoSources, hugoSources, pinFiles } from '../../sites/hugo/sources/sources.ts';
import { ConfigError, type HandbookConfig } from '../config.ts';
import { versionPattern } from '../hugo-settings.ts';
import type { ReadConfig } from '../schema.ts';
import { withDefaults } from './defaults.ts';
import { configNames } from './find-root.ts';
import type { ConfigMemory } from './memory.ts';
import { siteKind } from './site-kind.ts';
import type { ConfigSource } from './source.ts';

/**
 * handbook.yaml of the root, or `null` when nothing has that name. Throws a `ConfigError` when what has it cannot be read: a
 * folder, or a link to nowhere or out of the root. Defaults would be another configuration than the one that was meant.
 */
export function readConfigSource(tree: FileTree): ConfigSource | null {
  for (const path of configNames) {
    try {
      const bytes = tree.read(path);
      // Where capitals do not count, Handbook.yaml can be read under this name too.
      if (tree.exists(path)) return { path, text: new TextDecoder().decode(bytes), isUtf8: isUtf8(bytes) };
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error;
      if (error.why !== 'missing')
        throw new ConfigError(
          path,
          null,
          `which is to be a file that can be read, ${error.message.slice(path.length + 1)}.`,
        );
    }
  }
  return null;
}

/** Reads the configuration, or throws a `ConfigError` that says which line is wrong. */
export async function loadConfig(
  tree: FileTree,
  source: ConfigSource | null,
  memory?: ConfigMemory,
  hugoVersion?: string,
): Promise<HandbookConfig> {
  const written = await loadWritten(source, memory);
  const kind = await siteKind({ written, tree, memory });
  const asked = askedVersion(written, source, hugoVersion);
  const hugo = kind.site === 'hugo' ? await loadHugo(tree, asked, written.layouts, memory) : null;
  return withDefaults(written, tree, { kind, hugo, source });
}

/** The version that the command line asks for, else handbook.yaml. */
function askedVersion(written: ReadConfig, source: ConfigSource | null, option?: string): HugoSources['asked'] {
  if (option !== undefined) {
    if (!versionPattern.test(option))
      throw new ConfigError('--hugo', null, `"${option}" is no version of Hugo. Write it like 0.131.`);
    return { version: option, why: 'asked for on the command line' };
  }
  const version = written.hugo?.version;
  return version === undefined ? null : { version, why: `hugo.version in ${source?.path ?? ''}` };
}

async function loadWritten(source: ConfigSource | null, memory?: ConfigMemory): Promise<ReadConfig> {
  if (source === null || source.text.trim() === '') return {};
  const known = memory?.recall<ReadConfig>(source.text);
  if (known) return known;
  const { parseConfig } = await import('./parse.ts');
  const config = parseConfig(source);
  memory?.remember(source.text, config);
  return config;
}

async function loadHugo(
  tree: FileTree,
  asked: HugoSources['asked'],
  layouts: readonly string[] = ['layouts'],
  memory?: ConfigMemory,
): Promise<HugoConfig> {
  const sources = hugoSources(tree, asked, layouts);
  const { files, pins, shortcodes } = sources;
  const read = [...files, ...pins, ...sources.hooks, ...shortcodes].map(({ path }) => path);
  const looked = [...new Set([...pinFiles, goMod, ...read, ...sources.layouts])];
  if (files.length + pins.length + shortcodes.length === 0 && asked === null) return { ...hugoDefaults, asked: looked };
  const text = JSON.stringify(sources);
  const known = memory?.recall<HugoConfig>(text);
  if (known) return { ...known, asked: looked };
  const { readHugoConfig } = await import('../../sites/hugo/config/read.ts');
  const config = readHugoConfig(sources);
  memory?.remember(text, config);
  return { ...config, asked: looked };
}
