import type { FeedError } from '../errors';
import type { ParsedFeed } from '../model';
import { failure, type Result, success } from '../result';
import { expandEntities } from './expand-entities';
import { parseAtomFeed, parseJsonFeed, parseRdfFeed, parseRssFeed } from './feedsmith';
import { mapAtom } from './map-atom';
import { mapJson } from './map-json';
import { mapRdf, mapRss } from './map-rss';
import { mendJson } from './mend-json';
import { type MendedXml, mendXml } from './mend-xml';

/** More than any feed needs and little enough for one transaction; later items are left out. */
export const MAX_ITEMS = 1_000;

const RULES = {
  roots: new Set(['rss', 'feed', 'rdf', 'channel']),
  items: new Set(['item', 'entry']),
  maxItems: MAX_ITEMS,
  maxElements: 5_000,
  isForSummaries: true,
};

/** White space, byte order marks and control characters that some servers put before a document. */
const LEADING_BLANKS = /^[\s\p{Cc}\u200b\ufeff]+/u;

/**
 * Reads RSS 0.9 to 2.0, RDF, Atom 0.3 and 1.0 and JSON Feed. Broken documents give what can be had of
 * them; the time taken grows in proportion to the length of `text`, whatever it holds.
 * @returns `not-a-feed` for documents of other kinds, `malformed` for what begins as a feed and cannot be read
 */
export function parseFeed(text: string): Result<ParsedFeed, FeedError> {
  const document = text.replace(LEADING_BLANKS, '');
  if (document === '') return failure({ kind: 'not-a-feed', found: 'empty' });
  return document.startsWith('{') ? parseJson(document) : parseXml(document);
}

function parseXml(document: string): Result<ParsedFeed, FeedError> {
  const mended = mendXml(expandEntities(document), RULES);
  if (!mended.isFound) {
    const isPage = /^<!doctype html/i.test(document) || HTML_ELEMENTS.has(mended.root ?? '');
    return failure({ kind: 'not-a-feed', found: isPage ? 'html' : 'other' });
  }
  const parsed = read(() => mapXml(mended));
  // Nothing to be had of a broken document is no empty feed: that would look as if all were well.
  const isEmpty = parsed.ok && parsed.value.items.length === 0;
  return isEmpty && !mended.isWhole ? failure({ kind: 'malformed' }) : parsed;
}

const HTML_ELEMENTS: ReadonlySet<string> = new Set(
  'html head body title meta link script style div p h1 center table'.split(' '),
);

function mapXml({ text, root }: MendedXml): ParsedFeed {
  if (root === 'feed') return mapAtom(parseAtomFeed(text));
  if (root === 'rdf') return mapRdf(parseRdfFeed(text, { maxItems: MAX_ITEMS }));
  return mapRss(parseRssFeed(root === 'rss' ? text : `<rss version="2.0">${text}</rss>`));
}

function parseJson(document: string): Result<ParsedFeed, FeedError> {
  const value = mendJson(document);
  if (value === null) return failure({ kind: 'malformed' });
  const version = 'version' in value ? String(value['version']) : '';
  const isFeed = version.includes('jsonfeed.org') || Array.isArray(value['items']);
  if (!isFeed) return failure({ kind: 'not-a-feed', found: 'other' });
  return read(() => mapJson(parseJsonFeed(value, { maxItems: MAX_ITEMS })));
}

/** feedsmith throws on what it cannot read; here that is an expected failure. */
function read(parse: () => ParsedFeed): Result<ParsedFeed, FeedError> {
  try {
    return success(parse());
  } catch {
    return failure({ kind: 'malformed' });
  }
}
