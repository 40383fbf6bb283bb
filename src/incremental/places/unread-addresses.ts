import type { HandbookConfig } from '../../config/config.ts';
import type { FileTree } from '../../files/file-tree.ts';

/** The configuration with the addresses of folders that could not be looked into among the unknown ones. */
export function withUnread(config: HandbookConfig, { unread }: FileTree): HandbookConfig {
  if (unread === undefined || unread.size === 0) return config;
  const isForbidden = Object.fromEntries(Array.from(unread, ([folder, { why }]) => [folder, why === 'forbidden']));
  return {
    ...config,
    unknown: [...config.unknown, ...addressesBelow([...unread.keys()], config)],
    unread: isForbidden,
  };
}

/** `/a/` for the folder `content/a`, in small letters too, as generators write it. */
function addressesBelow(folders: readonly string[], { content, static: served }: HandbookConfig): readonly string[] {
  const addresses = folders.flatMap((folder) =>
    [...content, ...served].flatMap((top) => {
      if (top === '') return [`/${folder}/`];
      return `${folder}/`.startsWith(`${top}/`) ? [`${folder.slice(top.length)}/`] : [];
    }),
  );
  return [...new Set(addresses.flatMap((address) => [address, address.toLowerCase()]))];
}
