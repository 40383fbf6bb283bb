import { type FileTree, UnreadableFile } from '../files/file-tree.ts';
import { type HugoConfig, hugoDefaults, hugoFiles } from '../sites/hugo/config-files.ts';
import { ConfigError, type HandbookConfig } from './config.ts';
import { siteKind, withDefaults } from './defaults.ts';
import { configNames } from './find-root.ts';
import type { WrittenConfig } from './schema.ts';
import type { ConfigSource } from './source.ts';

/** handbook.yaml of the root, or `null` when there is none. */
export function readConfigSource(tree: FileTree): ConfigSource | null {
  const path = configNames.find((name) => tree.exists(name));
  if (path === undefined) return null;
  try {
    return { path, text: new TextDecoder().decode(tree.read(path)) };
  } catch (error) {
    if (error instanceof UnreadableFile)
      throw new ConfigError(path, null, `which ${error.message.slice(path.length + 1)}`);
    throw error;
  }
}

/** Remembers what a text was found to say, so that what is needed to read it need not be loaded again. */
export interface ConfigMemory {
  recall<T>(text: string): T | null;
  remember<T>(text: string, said: T): void;
}

/** Reads the configuration, or throws a `ConfigError` that says which line is wrong. */
export async function loadConfig(
  tree: FileTree,
  source: ConfigSource | null,
  memory?: ConfigMemory,
): Promise<HandbookConfig> {
  const written = await loadWritten(source, memory);
  const hugo = siteKind(written, tree) === 'hugo' ? await loadHugo(tree, memory) : null;
  return withDefaults(written, tree, hugo, source?.path ?? null);
}

async function loadWritten(source: ConfigSource | null, memory?: ConfigMemory): Promise<WrittenConfig> {
  if (source === null || source.text.trim() === '') return {};
  const known = memory?.recall<WrittenConfig>(source.text);
  if (known) return known;
  const { parseConfig } = await import('./parse.ts');
  const config = parseConfig(source);
  memory?.remember(source.text, config);
  return config;
}

async function loadHugo(tree: FileTree, memory?: ConfigMemory): Promise<HugoConfig> {
  const files = hugoFiles(tree);
  if (files.length === 0) return hugoDefaults;
  const text = JSON.stringify(files);
  const known = memory?.recall<HugoConfig>(text);
  if (known) return known;
  const { readHugoConfig } = await import('../sites/hugo/config.ts');
  const config = readHugoConfig(files);
  memory?.remember(text, config);
  return config;
}
