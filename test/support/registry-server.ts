/**
 * An npm registry that holds the packages in a folder of tarballs and sends npm on to another registry for all others:
 * `registry-server.ts <folder> <other registry>` prints its address.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';

interface Manifest {
  readonly name: string;
  readonly version: string;
}

const [folder = '.', other = ''] = process.argv.slice(2);

const packages = readdirSync(folder)
  .filter((file) => file.endsWith('.tgz'))
  .map((file) => {
    const text = execFileSync('tar', ['-xzOf', join(folder, file), 'package/package.json'], { encoding: 'utf8' });
    return { file, manifest: JSON.parse(text) as Manifest, bytes: readFileSync(join(folder, file)) };
  });

const server = createServer(({ url = '/', headers: { host } }, response) => {
  const path = decodeURIComponent(url.slice(1));
  const tarball = packages.find(({ file }) => path === `tarballs/${file}`);
  if (tarball !== undefined) {
    response.end(tarball.bytes);
    return;
  }
  const versions = packages.filter(({ manifest }) => manifest.name === path);
  if (versions.length === 0) {
    response.writeHead(302, { location: new URL(url, other).href }).end();
    return;
  }
  const described = versions.map(({ file, manifest, bytes }) => {
    const integrity = `sha512-${createHash('sha512').update(bytes).digest('base64')}`;
    return [manifest.version, { ...manifest, dist: { tarball: `http://${host}/tarballs/${file}`, integrity } }];
  });
  response.setHeader('content-type', 'application/json');
  response.end(
    JSON.stringify({
      name: path,
      'dist-tags': { latest: versions.at(-1)?.manifest.version },
      versions: Object.fromEntries(described),
    }),
  );
});

server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (address !== null && typeof address === 'object') console.log(`http://127.0.0.1:${address.port}/`);
});
