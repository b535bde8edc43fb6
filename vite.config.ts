import path from 'node:path';
import { crx, type ManifestV3Export } from '@crxjs/vite-plugin';
import { defineConfig } from 'vite';
import manifest from './manifest.json' with { type: 'json' };
import { nativeBrowser, plainImports } from './scripts/vite/lean';
import { oneFile, ownCopy } from './scripts/vite/own-copy';
import { stripInnerHtml } from './scripts/vite/strip-inner-html';

const target = process.env['TARGET'] === 'firefox' ? 'firefox' : 'chrome';

/** manifest.json holds the keys of both browsers; each build drops what only the other one knows. */
function manifestForTarget(): ManifestV3Export {
  const { background, minimum_chrome_version, browser_specific_settings, ...common } = manifest;
  const { type, service_worker, scripts } = background;
  const own =
    target === 'firefox'
      ? { background: { type, scripts }, browser_specific_settings }
      : { background: { type, service_worker }, minimum_chrome_version };
  return { ...common, ...own } as unknown as ManifestV3Export;
}

export default defineConfig({
  plugins: [
    ownCopy(path.resolve('src/ui/popup/main.tsx')),
    nativeBrowser(),
    plainImports(),
    stripInnerHtml(),
    crx({ manifest: manifestForTarget(), browser: target }),
  ],
  build: {
    outDir: `dist/${target}`,
    emptyOutDir: true,
    target: 'es2022',
    // The oldest browsers of the manifest: `light-dark()` need not be compiled away.
    cssTarget: ['chrome148', 'firefox142'],
    modulePreload: false,
    // Pages that the manifest does not name.
    rolldownOptions: {
      input: { welcome: 'src/ui/welcome/index.html' },
      output: { codeSplitting: { groups: [oneFile] } },
    },
  },
});
