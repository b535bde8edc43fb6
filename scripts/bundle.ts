import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'vite';

/** Where the bundle is to run: as a module in node, or as a classic script in a page. */
export type Surroundings = 'node' | 'page';

/**
 * Bundles one source file with all it imports, uses it, and removes it again.
 * @throws Error when the file cannot be bundled
 */
export async function withBundle<T>(
  entry: string,
  surroundings: Surroundings,
  use: (file: string) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), 'dateline-bundle-'));
  try {
    return await use(await bundle(entry, surroundings, folder));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function bundle(entry: string, surroundings: Surroundings, folder: string): Promise<string> {
  const isPage = surroundings === 'page';
  const name = isPage ? 'bundle.js' : 'bundle.mjs';
  await build({
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: isPage ? false : entry,
      outDir: folder,
      target: 'es2023',
      minify: false,
      rolldownOptions: {
        input: entry,
        output: { format: isPage ? 'iife' : 'es', entryFileNames: name },
      },
    },
  });
  return path.join(folder, name);
}
