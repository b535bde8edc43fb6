import { canonicalUrl } from '../article/canonical-url';
import { toPlainText } from '../article/plain-text';
import { parseFeedAddress } from '../discovery/feed-address';
import { type Opml, parseOpml as readOpml } from '../feed/feedsmith';
import { mendXml } from '../feed/mend-xml';
import type { FeedCandidate, OpmlReading } from '../model';
import { failure, type Result, success } from '../result';

/** More outlines are left out. */
const MAX_OUTLINES = 10_000;
const MAX_TITLE = 200;
const MAX_ADDRESS = 300;

const RULES = {
  roots: new Set(['opml']),
  items: new Set<string>(),
  maxItems: 0,
  // The outlines, and the head with room to spare.
  maxElements: MAX_OUTLINES + 100,
  isForSummaries: false,
};

type Outline = Opml.Outline<string>;

/**
 * Reads the feeds of an OPML list, in folders or not, each address once. Outlines without an address are
 * folders or notes and are passed over.
 */
export function parseOpml(text: string): Result<OpmlReading, 'not-opml'> {
  const mended = mendXml(text, RULES);
  if (!mended.isFound) return failure('not-opml');
  const outlines = readOutlines(mended.text);
  if (outlines === null) return failure('not-opml');
  const reading: OpmlReading = { candidates: [], refused: [] };
  const seen = new Set<string>();
  for (const outline of flatten(outlines)) readOutline(outline, reading, seen);
  return success(reading);
}

function readOutlines(text: string): Outline[] | null {
  try {
    return readOpml(text).body?.outlines ?? [];
  } catch {
    // An <opml> without anything in it is an empty list to a person.
    return /<outline/i.test(text) ? null : [];
  }
}

/** All outlines in the order of the document. Their depth is limited by `mendXml`. */
function flatten(outlines: Outline[]): Outline[] {
  const flat: Outline[] = [];
  const pending = outlines.toReversed();
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    flat.push(next);
    if (flat.length === MAX_OUTLINES) break;
    pending.push(...(next.outlines ?? []).toReversed());
  }
  return flat;
}

function readOutline(outline: Outline, reading: OpmlReading, seen: Set<string>): void {
  const address = outline.xmlUrl ?? (outline.type === 'rss' ? outline.url : undefined);
  if (address === undefined) return;
  const title = toPlainText(escapeText(outline.title ?? outline.text ?? ''), MAX_TITLE);
  const feedUrl = /^[a-z][a-z0-9+.-]*:/i.test(address) ? parseFeedAddress(address) : null;
  if (feedUrl === null) {
    reading.refused.push({ title, address: address.slice(0, MAX_ADDRESS) });
    return;
  }
  const key = canonicalUrl(feedUrl);
  if (seen.has(key)) return;
  seen.add(key);
  reading.candidates.push(toCandidate({ feedUrl, title, siteUrl: outline.htmlUrl ?? '' }));
}

function toCandidate({
  feedUrl,
  title,
  siteUrl,
}: Record<keyof FeedCandidate, string>): FeedCandidate {
  return { feedUrl, title: title || null, siteUrl: parseFeedAddress(siteUrl) };
}

/** OPML attributes are plain text, so a `<` in a title is no markup. */
const escapeText = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
