import type { Tag } from './read-tag';
import { resolveBase } from './resolve-base';

interface TagPlace {
  /** What the element is to be called. */
  name: string;
  /** Local name of the document's root, lower case. */
  root: string | null;
  /** An item is the element around it. */
  isInItem: boolean;
}

/**
 * What publishers write into items of RSS without saying where it is from, in the words that feedsmith
 * knows. Dublin Core has no author: who writes that means its creator.
 */
const BORROWED: ReadonlyMap<string, string> = new Map([
  ['published', 'atom:published'],
  ['updated', 'atom:updated'],
  ['summary', 'atom:summary'],
  ['content', 'content:encoded'],
  ['modified', 'dcterms:modified'],
  ['date', 'dc:date'],
  ['creator', 'dc:creator'],
  ['dc:author', 'dc:creator'],
]);

const UNNAMED_BASE = /^xml:base$/i;

/**
 * Says in a way that feedsmith knows what it would pass over: elements of other formats in RSS, links in
 * the form of Atom in RSS, `xml:base` of links, base64 of Atom 0.3, a default namespace around RSS.
 * @returns the tag itself when there is nothing to change
 */
export function adaptTag(tag: Tag, { name, root, isInItem }: TagPlace): Tag {
  const isRss = root !== 'feed';
  const key = tag.name.toLowerCase();
  const borrowed = isRss && isInItem ? BORROWED.get(key) : undefined;
  const isAtomLink = isRss && key === 'link' && attributeOf(tag, 'href') !== null;
  const adaptedName = borrowed ?? (isAtomLink ? 'atom:link' : name);
  const attributes = tag.attributes.length === 0 ? tag.attributes : adaptAttributes(tag, key);
  if (adaptedName === tag.name && attributes === tag.attributes) return tag;
  return { ...tag, name: adaptedName, attributes };
}

function adaptAttributes(tag: Tag, key: string): Tag['attributes'] {
  const { attributes } = tag;
  // RSS has no namespace, and with one its elements would not be its own.
  if (key === 'rss' && attributeOf(tag, 'xmlns') !== null)
    return attributes.filter(([attribute]) => attribute !== 'xmlns');
  // feedsmith passes the mode on to nobody, but the type.
  if (attributeOf(tag, 'mode')?.toLowerCase() === 'base64')
    return [...attributes.filter(([attribute]) => attribute !== 'type'), ['type', 'base64']];
  const base = attributes.find(([attribute]) => UNNAMED_BASE.test(attribute))?.[1];
  if (base === undefined || attributeOf(tag, 'href') === null) return attributes;
  return attributes.map(([attribute, value]) => [
    attribute,
    attribute === 'href' ? resolveBase(base, value) : value,
  ]);
}

function attributeOf(tag: Tag, name: string): string | null {
  return tag.attributes.find(([attribute]) => attribute === name)?.[1] ?? null;
}
