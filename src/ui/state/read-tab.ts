import type { PageHead, PageLink } from '../../domain/discovery/page-head';

/** How much is taken of a page, which may be of any size. */
export interface TabLimits {
  links: number;
  anchors: number;
  text: number;
  /** Source of the expression that addresses of feeds match. */
  feedLike: string;
}

/**
 * What the document in a tab says of feeds. Runs in that tab, alone: nothing outside this function is
 * there. Changes nothing on the page.
 */
export function readTab(limits: TabLimits): PageHead & { isFeed: boolean } {
  const cut = (text: string | null | undefined) => (text ?? '').slice(0, limits.text);
  const linkOf = (element: Element, title: string | null): PageLink => ({
    rel: cut(element.getAttribute('rel')),
    type: cut(element.getAttribute('type')),
    href: cut(element.getAttribute('href')),
    title: cut(title).trim(),
  });
  const all = (selector: string) => Array.from(document.querySelectorAll(selector));
  const feedLike = new RegExp(limits.feedLike, 'i');
  const anchors = all('a[href]').filter((anchor) =>
    feedLike.test(cut(anchor.getAttribute('href'))),
  );
  // Chrome shows XML in a page of its own and keeps the document in there.
  const source = document.getElementById('webkit-xml-viewer-source-xml')?.firstElementChild;
  const root = (source ?? document.documentElement)?.localName.toLowerCase() ?? '';
  return {
    url: location.href,
    base: document.baseURI,
    generator: cut(document.querySelector('meta[name="generator" i]')?.getAttribute('content')),
    links: all('link[rel~="alternate" i], link[rel="https://api.w.org/"]')
      .slice(0, limits.links)
      .map((link) => linkOf(link, link.getAttribute('title'))),
    anchors: anchors
      .slice(0, limits.anchors)
      .map((anchor) => linkOf(anchor, anchor.getAttribute('title') || anchor.textContent)),
    isFeed:
      ['rss', 'feed', 'rdf'].includes(root) || document.contentType === 'application/feed+json',
  };
}
