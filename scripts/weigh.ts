/**
 * Weighs what the popup loads before its first list: its page, style sheets and scripts with all they
 * import at once, gzip. Needs a build.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

const root = path.resolve('dist/chrome');
const page = 'src/ui/popup/index.html';

function weigh(file: string): number {
  return gzipSync(readFileSync(path.join(root, file)), { level: 9 }).byteLength;
}

function firstLoad(): Set<string> {
  const html = readFileSync(path.join(root, page), 'utf8');
  const waiting = [...html.matchAll(/(?:src|href)="\/?([^"]+\.(?:js|css))"/g)].map(
    ([, file]) => file,
  );
  const files = new Set<string>([page]);
  for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
    if (files.has(file)) continue;
    files.add(file);
    const imports = readFileSync(path.join(root, file), 'utf8').matchAll(
      /(?:^|[;}\s])(?:import|export)(?:[^"'();]*from)?["'](\.[^"']+)["']/g,
    );
    for (const [, specifier = ''] of imports) {
      waiting.push(path.join(path.dirname(file), specifier));
    }
  }
  return files;
}

const weights = [...firstLoad()].map((file) => ({ file, bytes: weigh(file) }));
const total = weights.reduce((sum, { bytes }) => sum + bytes, 0);
const line = (bytes: number, name: string) =>
  `${(bytes / 1024).toFixed(1).padStart(6)} KB  ${name}\n`;
for (const { file, bytes } of weights) process.stdout.write(line(bytes, file));
process.stdout.write(line(total, 'popup before its first list, gzip'));
