import type { ExtensionPage } from './driver';

/**
 * Texts of ours that a person cannot read whole on the page as it is now: cut off, or standing out of what
 * they belong to. Publishers' texts may be cut where that is designed; they are marked by their direction.
 */
export function overflows(page: ExtensionPage): Promise<string[]> {
  return page.evaluate(() => {
    const SLACK = 1;
    const found: string[] = [];
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) found.push(`the page is ${scrollWidth} wide`);
    /** The nearest box that scrolls sideways, or stands by itself: nothing beyond it is asked. */
    const isEnd = (style: CSSStyleDeclaration) =>
      /auto|scroll/.test(style.overflowX) || /absolute|fixed/.test(style.position);
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent?.trim() ?? '';
      const parent = node.parentElement;
      if (text === '' || !parent?.checkVisibility({ visibilityProperty: true })) continue;
      if (parent.closest('.visually-hidden, [dir=auto], bdi, option, svg')) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const { left, right } = range.getBoundingClientRect();
      if (left < -SLACK || right > innerWidth + SLACK) {
        const isScrolled = parent.closest('.views');
        if (!isScrolled) found.push(`"${text}" leaves the window`);
      }
      for (
        let box: Element | null = parent;
        box && box !== document.body;
        box = box.parentElement
      ) {
        const style = getComputedStyle(box);
        if (style.display === 'contents') continue;
        const bounds = box.getBoundingClientRect();
        const isOut = left < bounds.left - SLACK || right > bounds.right + SLACK;
        if (isOut && style.display !== 'inline') {
          found.push(`"${text}" stands out of ${box.localName}.${box.className}`);
          break;
        }
        if (isEnd(style)) break;
      }
    }
    return [...new Set(found)];
  });
}
