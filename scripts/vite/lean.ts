import path from 'node:path';
import type { Plugin } from 'vite';

/** The build takes `browser` from the browser: decision 0015. Tests replace the polyfill's own name. */
export function nativeBrowser(): Plugin {
  return {
    name: 'native-browser',
    apply: 'build',
    enforce: 'pre',
    resolveId: (source) =>
      source === 'webextension-polyfill' ? path.resolve('src/native-browser.ts') : null,
  };
}

/**
 * Vite wraps every dynamic import in a helper that also fetches styles and preloads. Our pages ask for
 * their later styles themselves (`load-styles.ts`), so that a plain import does the same.
 */
export function plainImports(): Plugin {
  return {
    name: 'plain-imports',
    apply: 'build',
    enforce: 'pre',
    load: (id) =>
      id.includes('vite/preload-helper') ? 'export const __vitePreload = (load) => load();' : null,
  };
}
