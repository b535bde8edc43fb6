/**
 * Weighs what the popup loads before its first list: its page, style sheets and scripts with all they
 * import at once, gzip. Needs a build. Fails above the budget.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';

export const BUDGET_BYTES = 19 * 1024;

const ROOT = path.resolve('dist/chrome');
const PAGE = 'src/ui/popup/index.html';

export interface Weight {
  file: string;
  bytes: number;
}

function read(file: string): string {
  return readFileSync(path.join(ROOT, file), 'utf8');
}

/** The files that a page fetches by itself, and what those import at once. */
function firstLoad(): Set<string> {
  const waiting = [...read(PAGE).matchAll(/(?:src|href)="\/?([^"]+\.(?:js|css))"/g)].map(
    ([, file]) => file,
  );
  const files = new Set<string>([PAGE]);
  for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
    if (files.has(file)) continue;
    files.add(file);
    const imports = read(file).matchAll(
      /(?:^|[;}\s])(?:import|export)(?:[^"'();]*from)?["'](\.[^"']+)["']/g,
    );
    for (const [, specifier = ''] of imports) {
      waiting.push(path.join(path.dirname(file), specifier));
    }
  }
  return files;
}

/**
 * Every file, heaviest first.
 * @throws Error when there is no build, or one that has no script: then nothing was weighed.
 */
export function weighPopup(): Weight[] {
  if (!existsSync(path.join(ROOT, PAGE))) throw new Error('Nothing to weigh: build first');
  const weights = [...firstLoad()].map((file) => ({
    file,
    bytes: gzipSync(read(file), { level: 9 }).byteLength,
  }));
  if (!weights.some(({ file }) => file.endsWith('.js'))) throw new Error('The popup has no script');
  return weights.sort((a, b) => b.bytes - a.bytes);
}

export const totalOf = (weights: Weight[]) => weights.reduce((sum, { bytes }) => sum + bytes, 0);

function report(): void {
  const weights = weighPopup();
  const total = totalOf(weights);
  const line = (bytes: number, name: string) =>
    `${(bytes / 1024).toFixed(1).padStart(6)} KB  ${name}\n`;
  for (const { file, bytes } of weights) process.stdout.write(line(bytes, file));
  process.stdout.write(line(total, 'popup before its first list, gzip'));
  process.stdout.write(line(BUDGET_BYTES, 'budget'));
  if (total > BUDGET_BYTES) process.exitCode = 1;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) report();
