/**
 * The only door to feedsmith, so that it can be replaced in one place. Nothing here is called on text
 * that did not go through `mend-xml.ts` first: feedsmith's XML reader takes quadratic time on unclosed
 * quotes and refuses a document as a whole for one bad name.
 */
export {
  type AtomFeed,
  type DcNs,
  type DcTermsNs,
  type JsonFeed,
  type MediaNs,
  type Opml,
  parseAtomFeed,
  parseJsonFeed,
  parseOpml,
  parseRdfFeed,
  parseRssFeed,
  type RdfFeed,
  type RssFeed,
  type SyNs,
} from 'feedsmith';
