import { crx, type ManifestV3Export } from '@crxjs/vite-plugin';
import { defineConfig, type Plugin } from 'vite';
import manifest from './manifest.json' with { type: 'json' };

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

/**
 * addons-linter reports the one `innerHTML` assignment of Preact itself. Dateline never uses
 * `dangerouslySetInnerHTML`, so the assignment is taken out, which also makes sure that nobody
 * can. The build fails when a Preact upgrade moves it.
 */
function stripInnerHtml(): Plugin {
  let replaced = 0;
  return {
    name: 'strip-inner-html',
    apply: 'build',
    transform(code, id) {
      if (!/\/preact\/dist\/preact\.m?js$/.test(id)) return null;
      const stripped = code.replace(/\b[\w$]+\.innerHTML=[\w$]+\.__html/g, () => {
        replaced += 1;
        return 'void 0';
      });
      return { code: stripped, map: null };
    },
    buildEnd(error) {
      if (!error && replaced !== 1) {
        this.error(`strip-inner-html: expected to replace 1 assignment, replaced ${replaced}`);
      }
    },
  };
}

export default defineConfig({
  plugins: [stripInnerHtml(), crx({ manifest: manifestForTarget(), browser: target })],
  build: {
    outDir: `dist/${target}`,
    emptyOutDir: true,
    target: 'es2022',
    // The oldest browsers of the manifest: `light-dark()` need not be compiled away.
    cssTarget: ['chrome148', 'firefox142'],
    modulePreload: false,
    // Pages that the manifest does not name.
    rolldownOptions: { input: { welcome: 'src/ui/welcome/index.html' } },
  },
});
