import type { Plugin } from 'vite';

/**
 * addons-linter reports the one `innerHTML` assignment of Preact itself. Dateline never uses
 * `dangerouslySetInnerHTML`, so the assignment is taken out, which also makes sure that nobody
 * can. The build fails when a Preact upgrade moves it.
 */
export function stripInnerHtml(): Plugin {
  const counts = new Map<string, number>();
  return {
    name: 'strip-inner-html',
    apply: 'build',
    transform(code, id) {
      if (!/\/preact\/dist\/preact\.m?js(\?|$)/.test(id)) return null;
      let replaced = 0;
      const stripped = code.replace(/\b[\w$]+\.innerHTML=[\w$]+\.__html/g, () => {
        replaced += 1;
        return 'void 0';
      });
      counts.set(id, replaced);
      return { code: stripped, map: null };
    },
    buildEnd(error) {
      if (error) return;
      if (counts.size === 0) this.error('strip-inner-html: Preact was not found');
      for (const [id, replaced] of counts) {
        if (replaced !== 1) this.error(`strip-inner-html: replaced ${replaced} times in ${id}`);
      }
    },
  };
}
