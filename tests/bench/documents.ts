import { escapeXml } from '../support/feed-builders';
import { createLanguage, type LanguageName, type Words } from './language';

export type Format = 'rss' | 'atom' | 'rdf' | 'json';

export interface DocumentOptions {
  format: Format;
  language: LanguageName;
  itemCount: number;
  /** Length of an item with all its markup, in bytes of UTF-8, roughly. */
  itemBytes: number;
  /** Items are numbered from here: a later number is a newer item. */
  firstNumber?: number;
}

interface Item {
  number: number;
  link: string;
  title: string;
  summary: string;
  content: string;
  at: Date;
}

/** Items are a minute apart and end at this time. */
const NEWEST = Date.UTC(2026, 0, 5, 12);

/** A feed document as publishers write them: markup, CDATA, a summary and the whole text of each item. */
export function makeDocument(options: DocumentOptions): string {
  const { format, itemCount, firstNumber = 0 } = options;
  const language = createLanguage(options.language);
  const items = Array.from({ length: itemCount }, (_, index) => {
    const number = firstNumber + itemCount - 1 - index;
    return makeItem(language.textOf(number), number, options.itemBytes);
  });
  const title = language.textOf(-1)(2);
  const body = items.map(WRITERS[format]);
  switch (format) {
    case 'rss':
      return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>${title}</title><link>https://news.example/</link><description>${title}</description><ttl>15</ttl>${body.join('\n')}</channel></rss>`;
    case 'atom':
      return `<?xml version="1.0" encoding="UTF-8"?><feed xmlns="http://www.w3.org/2005/Atom"><id>https://news.example/</id><title>${title}</title><link rel="alternate" href="https://news.example/"/>${body.join('\n')}</feed>`;
    case 'rdf':
      return `<?xml version="1.0" encoding="UTF-8"?><rdf:RDF xmlns="http://purl.org/rss/1.0/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel rdf:about="https://news.example/"><title>${title}</title><link>https://news.example/</link></channel>${body.join('\n')}</rdf:RDF>`;
    case 'json':
      return `{"version":"https://jsonfeed.org/version/1.1","title":${JSON.stringify(title)},"home_page_url":"https://news.example/","items":[${body.join(',\n')}]}`;
  }
}

function makeItem(words: Words, number: number, bytes: number): Item {
  const link = `https://news.example/${number}?utm_source=feed&id=${number}`;
  const summary = `<p>${words(24)} <b>${words(2)}</b> &amp; ${words(6)}&nbsp;&#8211; ${words(4)}</p>`;
  const title = words(8);
  let content = `<p><img src="https://news.example/${number}.jpg" alt="${words(3)}"/>${summary}</p>`;
  let length = 700 + Buffer.byteLength(title + summary + content);
  while (length < bytes) {
    const paragraph = `<p class="text">${words(40)} <a href="${link.replaceAll('&', '&amp;')}">${words(3)}</a></p>\n`;
    content += paragraph;
    length += Buffer.byteLength(paragraph);
  }
  return { number, link, title, summary, content, at: new Date(NEWEST + number * 60_000) };
}

const WRITERS: Record<Format, (item: Item) => string> = {
  rss: ({ number, link, title, summary, content, at }) =>
    `<item><title>${escapeXml(title)}</title><link>${escapeXml(link)}</link><guid isPermaLink="false">n-${number}</guid><pubDate>${at.toUTCString()}</pubDate><dc:creator>A. Writer</dc:creator><category>World</category><category>Economy</category><description>${escapeXml(summary)}</description><media:content url="https://news.example/${number}.jpg" type="image/jpeg" width="1200"/><content:encoded><![CDATA[${content}]]></content:encoded></item>`,
  atom: ({ number, link, title, summary, content, at }) =>
    `<entry><id>tag:news.example,2026:${number}</id><title>${escapeXml(title)}</title><link rel="alternate" href="${escapeXml(link)}"/><published>${at.toISOString()}</published><updated>${at.toISOString()}</updated><author><name>A. Writer</name></author><category term="World"/><summary type="html">${escapeXml(summary)}</summary><content type="html">${escapeXml(content)}</content></entry>`,
  rdf: ({ link, title, summary, content, at }) =>
    `<item rdf:about="${escapeXml(link)}"><title>${escapeXml(title)}</title><link>${escapeXml(link)}</link><dc:date>${at.toISOString()}</dc:date><dc:creator>A. Writer</dc:creator><dc:subject>World</dc:subject><description>${escapeXml(summary)}</description><content:encoded><![CDATA[${content}]]></content:encoded></item>`,
  json: ({ number, link, title, summary, content, at }) =>
    JSON.stringify({
      id: `n-${number}`,
      url: link,
      title,
      content_html: content,
      summary: summary.replace(/<[^>]+>/g, ''),
      image: `https://news.example/${number}.jpg`,
      date_published: at.toISOString(),
      authors: [{ name: 'A. Writer' }],
      tags: ['World', 'Economy'],
    }),
};
