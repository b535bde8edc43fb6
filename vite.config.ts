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
  const { background, permissions, side_panel, sidebar_action, ...others } = manifest;
  const { minimum_chrome_version, browser_specific_settings, ...common } = others;
  const { type, service_worker, scripts } = background;
  const own =
    target === 'firefox'
      ? {
          background: { type, scripts },
          permissions: permissions.filter((permission) => permission !== 'sidePanel'),
          ...{ sidebar_action, browser_specific_settings },
        }
      : {
          background: { type, service_worker },
          ...{ permissions, side_panel, minimum_chrome_version },
        };
  return { ...common, ...own } as unknown as ManifestV3Export;
}

/** Pages that the manifest does not name, or names in a key that the packager does not follow. */
const pages = {
  welcome: 'src/ui/welcome/index.html',
  panel: 'src/ui/panel/index.html',
  page: 'src/ui/page/index.html',
};

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
    rolldownOptions: {
      input: pages,
      output: { codeSplitting: { groups: [oneFile] } },
    },
  },
});
