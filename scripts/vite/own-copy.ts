import type { Plugin } from 'vite';

const MARK = '?front';
const unmarked = (id: string) => (id.endsWith(MARK) ? id.slice(0, -MARK.length) : id);

/** Scripts and styles; a name with a query of its own (`?url`) is a file to be fetched, not code. */
const isCode = (id: string) => /\.(?:[cm]?[jt]sx?|css)$/.test(id);

/** All that the script imports at once stands in one file. */
export const oneFile = {
  name: 'popup',
  test: (id: string) => id.endsWith(MARK),
  tags: ['$initial' as const],
};

/**
 * Gives the script `entry` its own copy of every module that it reaches.
 *
 * A bundler puts what several pages share into files of their own. For the popup each of them is one more
 * file to wait for, holding code that only the other pages call. With copies its script and its styles
 * are one file each, with just what it uses: decision 0016.
 */
export function ownCopy(entry: string): Plugin {
  return {
    name: 'own-copy',
    apply: 'build',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      const isInside = importer?.endsWith(MARK) === true;
      if (!isInside && !entry.endsWith(source.slice(source.lastIndexOf('/')))) return null;
      const resolved = await this.resolve(source, importer && unmarked(importer), {
        ...options,
        skipSelf: true,
      });
      if (!resolved || resolved.external || !isCode(resolved.id)) return resolved;
      return isInside || resolved.id === entry
        ? { ...resolved, id: `${resolved.id}${MARK}` }
        : resolved;
    },
  };
}
