/** What is used of satteri, which loads ten times as fast without all the rest; see scripts/bundled-packages.ts. */

export { createMdastHandle, dropHandle, MdastReader, serializeHandle } from 'satteri';
