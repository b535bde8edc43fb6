import { createHash } from 'node:crypto';
import type { FeedCandidate } from '../../src/domain/model';
import { encodeText } from '../../tests/support/encode';
import { atom, escapeXml, jsonFeed, rdf, rss } from '../../tests/support/feed-builders';
import { FeedServer } from '../../tests/support/feed-server';
import { harbourGazette } from './content/harbour-gazette';
import { ledgerPost } from './content/ledger-post';
import { manara } from './content/manara';
import { orbitWeekly } from './content/orbit-weekly';
import { rtNews } from './content/rt-news';
import { sampleWire } from './content/sample-wire';
import { todaiNews } from './content/todai-news';
import { vestnikGavani } from './content/vestnik-gavani';
import type { Publisher, Story } from './publisher';

const PUBLISHERS = [
  rtNews,
  harbourGazette,
  orbitWeekly,
  ledgerPost,
  vestnikGavani,
  manara,
  todaiNews,
  sampleWire,
];

const FORMATS = {
  rss: { write: rss, type: 'application/rss+xml' },
  rdf: { write: rdf, type: 'application/rdf+xml' },
  atom: { write: atom, type: 'application/atom+xml' },
  json: { write: jsonFeed, type: 'application/feed+json' },
};

/** The papers of 21 November 2011, from a web server on loopback, in an earlier and a later edition. */
export class SampleEdition {
  readonly #server: FeedServer;

  private constructor(server: FeedServer) {
    this.#server = server;
  }

  static async start(): Promise<SampleEdition> {
    const edition = new SampleEdition(await FeedServer.start());
    for (const publisher of PUBLISHERS) edition.#publish(publisher, publisher.stories);
    return edition;
  }

  /** The feeds to follow. */
  get candidates(): FeedCandidate[] {
    return PUBLISHERS.map(({ slug, title }) => ({
      feedUrl: this.#server.url(`/${slug}/feed`),
      siteUrl: this.#server.url(`/${slug}/`),
      title,
    }));
  }

  /** From now on: the missile-defense story as edited at 14:57, and a breaking story of this minute. */
  publishLater(): void {
    const now = new Date();
    for (const publisher of PUBLISHERS) {
      if (publisher.later) this.#publish(publisher, publisher.later(now));
    }
  }

  close(): Promise<void> {
    return this.#server.close();
  }

  #publish(publisher: Publisher, stories: Story[]): void {
    const { slug, title, language, encoding } = publisher;
    const { write, type } = FORMATS[publisher.format];
    const text = write({
      title,
      language,
      ...(encoding ? { encoding } : {}),
      link: this.#server.url(`/${slug}/`),
      items: stories.map(({ slug: storySlug, hasComments, ...story }) => {
        const link = this.#server.url(`/${slug}/${storySlug}`);
        return {
          ...story,
          id: link,
          link,
          ...(hasComments ? { comments: `${link}/comments` } : {}),
        };
      }),
    });
    const body = encoding ? encodeText(text, encoding) : Buffer.from(text);
    const times = stories.map(({ published, updated }) => (updated ?? published).getTime());
    this.#server.set(`/${slug}/feed`, {
      headers: {
        // The charset stands in the document: the XML declaration is what a reader has to go by.
        'content-type': type,
        etag: `"${createHash('sha256').update(body).digest('hex').slice(0, 16)}"`,
        'last-modified': new Date(Math.max(...times)).toUTCString(),
      },
      body,
    });
    this.#publishPages(publisher, stories);
  }

  #publishPages(publisher: Publisher, stories: Story[]): void {
    const headers = { 'content-type': 'text/html; charset=utf-8' };
    const front = stories.map(
      ({ slug, title }) => `<p><a href="${slug}">${escapeXml(title)}</a></p>`,
    );
    const { slug, title } = publisher;
    this.#server.set(`/${slug}/`, { headers, body: page(publisher, title, front.join('')) });
    for (const story of stories) {
      const body = page(publisher, story.title, `<p>${escapeXml(story.summary)}</p>`);
      this.#server.set(`/${slug}/${story.slug}`, { headers, body });
      if (!story.hasComments) continue;
      const comments = page(publisher, story.title, '<p>No comments: this is a sample.</p>');
      this.#server.set(`/${slug}/${story.slug}/comments`, { headers, body: comments });
    }
  }
}

function page({ title, language }: Publisher, heading: string, content: string): string {
  const direction = language === 'ar' ? 'rtl' : 'ltr';
  return `<!doctype html><html lang="${language}" dir="${direction}"><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>${escapeXml(heading)}</title>
<style>body{font:1.1rem/1.6 Georgia,serif;max-width:38rem;margin:3rem auto;padding:0 1rem}
h1{line-height:1.25}small{color:#666}</style>
<small>${escapeXml(title)}, sample edition</small><h1>${escapeXml(heading)}</h1>${content}</html>\n`;
}
