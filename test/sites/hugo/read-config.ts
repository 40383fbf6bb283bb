import type { HugoSettings } from '../../../src/config/hugo-settings.ts';
import { memoryTree } from '../../../src/files/file-tree.ts';
import type { HugoConfig } from '../../../src/sites/hugo/config/defaults.ts';
import { readHugoConfig } from '../../../src/sites/hugo/config/read.ts';
import { hugoSources } from '../../../src/sites/hugo/sources/sources.ts';

type Files = Readonly<Record<string, string>>;

/** What is read of a site with this hugo.toml. */
export function read(toml: string, files: Files = {}, version = '0.169.0'): HugoConfig {
  const tree = memoryTree({ 'hugo.toml': toml, ...files });
  return readHugoConfig(hugoSources(tree, { version, why: 'asked' }, ['layouts']));
}

export function settings(toml: string, files?: Files, version?: string): HugoSettings {
  return read(toml, files, version).settings;
}
