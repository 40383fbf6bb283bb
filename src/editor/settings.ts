import {
  type ClientCapabilities,
  type Connection,
  DidChangeConfigurationNotification,
} from 'vscode-languageserver/node';
import { z } from 'zod';

/** What an editor may set. */
export interface Settings {
  /** Whether headings show how many links lead to them. */
  readonly linkCounts: boolean;
}

const defaults: Settings = { linkCounts: false };
const schema = z.object({ linkCounts: z.boolean() }).partial();
const section = 'handbook-lint';

/** Reads settings from whatever an editor sent: what is missing or odd is as if it was not set. */
export function readSettings(value: unknown): Settings {
  const inSection = z.object({ [section]: z.unknown() }).safeParse(value);
  const own = inSection.success && inSection.data[section] !== undefined ? inSection.data[section] : value;
  const read = schema.safeParse(own);
  return read.success ? { ...defaults, linkCounts: read.data.linkCounts ?? defaults.linkCounts } : defaults;
}

/** Asks the editor to tell of changed settings: Visual Studio Code's client tells nobody who has not asked. */
export async function watchSettings(connection: Connection, { workspace }: ClientCapabilities): Promise<void> {
  if (!workspace?.didChangeConfiguration?.dynamicRegistration) return;
  // An editor that refuses tells of none.
  await connection.client.register(DidChangeConfigurationNotification.type, { section }).catch(() => undefined);
}

/** Asks the editor for the settings. An editor that answers with `null`, with nothing or with an error has set none. */
export async function askForSettings(connection: Connection): Promise<Settings> {
  try {
    return readSettings(await connection.workspace.getConfiguration(section));
  } catch {
    return defaults;
  }
}
