/** Names that JavaScript objects have already: feedsmith's reader refuses the document for one of them. */
export const RESERVED = /^(?:__|constructor$|prototype$|hasownproperty$|tostring$|valueof$)/i;
/**
 * RDF's table of contents, which feedsmith follows when it is there. It may leave items out or name them
 * differently, so it is hidden: items are taken in the order of the document.
 */
const CONTENTS_TABLE = 'items';

const PERSONS: ReadonlySet<string> = new Set(['author', 'managingeditor', 'webmaster']);

/** Local names of an item's texts. */
const TEXTS: ReadonlySet<string> = new Set([
  ...['title', 'description', 'summary', 'content', 'encoded'],
]);

/** What the name of an element means; the same for every element of that name. */
export interface ElementName {
  /** Lower case, so that what differs in case only is closed. */
  key: string;
  /** Without prefix. */
  local: string;
  /** As it is written out: another name for those that feedsmith must not see. */
  name: string;
  isItem: boolean;
  isPerson: boolean;
  isText: boolean;
}

/** @param items local names of the elements that the document is a list of */
export function readElementName(written: string, items: ReadonlySet<string>): ElementName {
  const key = written.toLowerCase();
  const local = key.slice(key.indexOf(':') + 1);
  const isReserved = local === CONTENTS_TABLE || RESERVED.test(key) || RESERVED.test(local);
  return {
    key,
    local,
    name: isReserved ? `x-${written.replaceAll(':', '-')}` : written,
    isItem: items.has(local),
    isPerson: PERSONS.has(local),
    isText: TEXTS.has(local),
  };
}
