/**
 * Writes down which links of a built site work: the table that `npm run conformance -- --generators` reads.
 *
 *     npx tsx scripts/oracle/record-site.ts <folder of pages> <built site> <base> > NAME.links.tsv
 *
 * Every link of the pages has a text of its own (`l01`), by which it is found in the built HTML. A link works when a host of
 * static files (`path`, `path/index.html`, `path.html`) has its target, and the page has the id.
 */
import { recordLinks } from './record-links.ts';

const [source = '', built = '', base = '/'] = process.argv.slice(2);
console.log(recordLinks(source, built, base).join('\n'));
