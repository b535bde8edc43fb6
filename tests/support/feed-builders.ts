/** Feed documents for tests and for the sample edition, in the four formats Dateline reads. */

export interface SampleItem {
  id: string;
  title: string;
  link: string;
  summary?: string;
  published?: Date;
  updated?: Date;
  tags?: string[];
  comments?: string;
  image?: string;
}

export interface SampleFeed {
  title: string;
  /** The publisher's site. */
  link?: string;
  language?: string;
  /** The name in the XML declaration; encode the text to match. */
  encoding?: string;
  items: SampleItem[];
}

const DEFAULT_LINK = 'http://127.0.0.1/';

export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function element(name: string, text: string | undefined): string {
  return text === undefined ? '' : `<${name}>${escapeXml(text)}</${name}>`;
}

function declaration(feed: SampleFeed): string {
  return `<?xml version="1.0" encoding="${feed.encoding ?? 'UTF-8'}"?>\n`;
}

export function rss(feed: SampleFeed): string {
  const items = feed.items.map((item) =>
    [
      '<item>',
      element('title', item.title),
      element('link', item.link),
      `<guid isPermaLink="false">${escapeXml(item.id)}</guid>`,
      element('pubDate', item.published?.toUTCString()),
      element('atom:updated', item.updated?.toISOString()),
      element('description', item.summary),
      ...(item.tags ?? []).map((tag) => element('category', tag)),
      element('comments', item.comments),
      item.image === undefined ? '' : `<media:thumbnail url="${escapeXml(item.image)}"/>`,
      '</item>',
    ].join(''),
  );
  return `${declaration(feed)}<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/"><channel>
${element('title', feed.title)}${element('link', feed.link ?? DEFAULT_LINK)}
${element('description', feed.title)}${element('language', feed.language)}
${items.join('\n')}
</channel></rss>\n`;
}

export function rdf(feed: SampleFeed): string {
  const channelLink = feed.link ?? DEFAULT_LINK;
  const items = feed.items.map((item) =>
    [
      `<item rdf:about="${escapeXml(item.link)}">`,
      element('title', item.title),
      element('link', item.link),
      element('description', item.summary),
      element('dc:date', item.published?.toISOString()),
      element('dcterms:modified', item.updated?.toISOString()),
      ...(item.tags ?? []).map((tag) => element('dc:subject', tag)),
      '</item>',
    ].join(''),
  );
  const toc = feed.items.map((item) => `<rdf:li rdf:resource="${escapeXml(item.link)}"/>`);
  return `${declaration(feed)}<rdf:RDF xmlns="http://purl.org/rss/1.0/"
 xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">
<channel rdf:about="${escapeXml(channelLink)}">${element('title', feed.title)}
${element('link', channelLink)}${element('description', feed.title)}
<items><rdf:Seq>${toc.join('')}</rdf:Seq></items></channel>
${items.join('\n')}
</rdf:RDF>\n`;
}

export function atom(feed: SampleFeed): string {
  const entries = feed.items.map((item) => {
    const published = item.published ?? new Date(0);
    return [
      '<entry>',
      element('id', item.id),
      element('title', item.title),
      `<link rel="alternate" href="${escapeXml(item.link)}"/>`,
      element('published', published.toISOString()),
      element('updated', (item.updated ?? published).toISOString()),
      element('summary', item.summary),
      ...(item.tags ?? []).map((tag) => `<category term="${escapeXml(tag)}"/>`),
      '</entry>',
    ].join('');
  });
  const link = feed.link ?? DEFAULT_LINK;
  return `${declaration(feed)}<feed xmlns="http://www.w3.org/2005/Atom">
${element('id', link)}${element('title', feed.title)}<link rel="alternate" href="${escapeXml(link)}"/>
${entries.join('\n')}
</feed>\n`;
}

export function jsonFeed(feed: SampleFeed): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: feed.link ?? DEFAULT_LINK,
    items: feed.items.map((item) => ({
      id: item.id,
      url: item.link,
      title: item.title,
      summary: item.summary,
      content_text: item.summary ?? item.title,
      date_published: item.published?.toISOString(),
      date_modified: item.updated?.toISOString(),
      tags: item.tags,
    })),
  });
}
