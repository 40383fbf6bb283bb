/** What the bundles hold of other people's packages: their licences in THIRD-PARTY-NOTICES.txt, an SBOM beside it so that audits see them. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = new URL('..', import.meta.url).pathname;

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly homepage?: string;
}

interface Bundled extends Manifest {
  readonly license: string;
  /** The licence's own words. */
  readonly words: string;
}

/** Writes both files into `dist`; `files` are what the bundles were made of. Throws when a package has no licence. */
export function describeBundled(files: readonly string[], dist: string): void {
  const folders = new Set(files.map((file) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? ''));
  const packages = [...folders].filter((folder) => folder !== '').map((folder) => read(join(root, folder)));
  packages.sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
  writeFileSync(join(dist, 'THIRD-PARTY-NOTICES.txt'), notices(packages));
  writeFileSync(join(dist, 'sbom.cdx.json'), `${JSON.stringify(billOfMaterials(packages), null, 1)}\n`);
}

function nameOf({ name, version }: Manifest): string {
  return `${name}@${version}`;
}

function read(folder: string): Bundled {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
  const file = readdirSync(folder).find((name) => /^(?:licen[cs]e|copying)(?:\.|-|$)/i.test(name));
  const { license } = manifest;
  if (license === undefined) throw new Error(`${nameOf(manifest)} does not say what its licence is.`);
  const words = file === undefined ? `${license}, as its package.json says.` : readFileSync(join(folder, file), 'utf8');
  return { ...manifest, license, words: words.replaceAll('\r\n', '\n').trim() };
}

function notices(packages: readonly Bundled[]): string {
  const head = 'The files in this folder hold code of these packages. Each stands under its own licence.';
  const parts = packages.map((each) => `${nameOf(each)} (${each.license})\n\n${each.words}`);
  return `${[head, ...parts].join(`\n\n${'-'.repeat(72)}\n\n`)}\n`;
}

/** CycloneDX 1.6, without a time or serial number, so that the same sources make the same file. */
function billOfMaterials(packages: readonly Bundled[]) {
  const own = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest;
  const component = ({ name, version, license = '' }: Manifest, type: 'application' | 'library') => {
    const [first = '', ...rest] = name.split('/').reverse();
    const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`;
    // An expression such as `(MIT OR CC0-1.0)` is no identifier.
    const licence = /^[\w.+-]+$/.test(license) ? { license: { id: license } } : { expression: license };
    return {
      type,
      'bom-ref': purl,
      ...(rest.length === 0 ? {} : { group: rest[0] }),
      name: first,
      version,
      licenses: [licence],
      purl,
    };
  };
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: { component: component(own, 'application') },
    components: packages.map((each) => component(each, 'library')),
  };
}
