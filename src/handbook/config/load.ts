import { ConfigError, type HandbookConfig } from '../config.ts';
import { type FileTree, UnreadableFile } from '../file-tree.ts';
import { withDefaults } from './defaults.ts';
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

/** Remembers a configuration that was found to be valid, so that the schema need not be loaded for it again. */
export interface ConfigMemory {
  recall(text: string): WrittenConfig | null;
  remember(text: string, config: WrittenConfig): void;
}

/** Reads the configuration, or throws a `ConfigError` that says which line is wrong. */
export async function loadConfig(
  tree: FileTree,
  source: ConfigSource | null,
  memory?: ConfigMemory,
): Promise<HandbookConfig> {
  if (source === null || source.text.trim() === '') return withDefaults({}, tree);
  const known = memory?.recall(source.text);
  if (known) return withDefaults(known, tree);
  const { parseConfig } = await import('./parse.ts');
  const config = parseConfig(source);
  memory?.remember(source.text, config);
  return withDefaults(config, tree);
}
