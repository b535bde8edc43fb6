import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, expect, test, vi } from 'vitest';
import manifest from '../manifest.json' with { type: 'json' };

const root = new URL('../src/', import.meta.url);
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => ({ file, text: readFileSync(new URL(file, root), 'utf8') }));

afterEach(() => void vi.unstubAllGlobals());

test('the module that stands for the polyfill in the build hands on the browser’s own API', async () => {
  const native = { runtime: { id: 'dateline' } };
  vi.stubGlobal('browser', native);
  expect((await import('../src/native-browser')).default).toBe(native);
});

test('nothing but its default export is asked of the polyfill', () => {
  const imports = sources.flatMap(({ text }) => [
    ...text.matchAll(/^import (.+) from 'webextension-polyfill';$/gm),
  ]);
  const values = imports
    .map(([, names = '']) => names)
    .filter((names) => !names.startsWith('type '))
    .filter((names) => !/^browser(, \{( type \w+,?)+ \})?$/.test(names));
  expect(imports.length).toBeGreaterThan(10);
  expect(values).toEqual([]);
  expect(sources.filter(({ text }) => /import\(['"]webextension-polyfill/.test(text))).toEqual([]);
});

test('the oldest browsers of the manifest have `browser`', () => {
  expect(Number(manifest.minimum_chrome_version)).toBeGreaterThanOrEqual(148);
  expect(manifest.browser_specific_settings.gecko.strict_min_version).toBeTruthy();
});
