/** Part of every cache key: raise it whenever a page's facts or content may come out differently than before. */
export const READER_VERSION = 5;
