import { canonicalUrl } from '../article/canonical-url';
import type { Json } from '../json';
import { isKept, mergeEntries } from './merge';
import { type Entry, type EntryKey, type Field, isFeedKey, type SyncDocument } from './model';

/** Feed entries that are one feed: two browsers may have followed it by two of its addresses. */
export interface FeedGroup {
  /** Sorted; the first one's id is the feed's, where it is not followed yet. */
  keys: EntryKey[];
  fields: Record<string, Field>;
  /** Canonical; present and former ones. */
  addresses: Set<string>;
}

interface Member {
  key: EntryKey;
  fields: Record<string, Field>;
  removedAt: null;
  addresses: string[];
}

/** The feeds that a document says are followed. */
export function feedGroups({ entries }: SyncDocument): FeedGroup[] {
  const byAddress = new Map<string, Member[]>();
  for (const [key, entry] of Object.entries(entries)) {
    if (!isFeedKey(key) || !isKept(key, entry)) continue;
    const { fields } = entry;
    const member: Member = { key, fields, removedAt: null, addresses: addressesOf(entry) };
    const met = new Set(member.addresses.flatMap((address) => byAddress.get(address) ?? []));
    const group = [...met, member];
    for (const { addresses } of group) {
      for (const address of addresses) byAddress.set(address, group);
    }
  }
  return [...new Set(byAddress.values())].map(groupOf);
}

function groupOf(members: Member[]): FeedGroup {
  const sorted = members.toSorted((a, b) => (a.key < b.key ? -1 : 1));
  return {
    keys: sorted.map(({ key }) => key),
    fields: sorted.length === 1 ? (sorted[0]?.fields ?? {}) : joinedFields(sorted),
    addresses: new Set(sorted.flatMap(({ addresses }) => addresses)),
  };
}

/**
 * Several feeds became one. What is said of the one that is at no address which any of them left behind counts,
 * and all addresses stay known.
 */
function joinedFields(members: Member[]): Record<string, Field> {
  const left = new Set(members.flatMap(({ fields }) => urlsIn(fields['formerUrls'])));
  const isLeft = ({ fields }: Member) => urlsIn(fields['feedUrl']).some((url) => left.has(url));
  const fieldsOf = (some: Member[]) =>
    some.reduce<Entry>(mergeEntries, { fields: {}, removedAt: null }).fields;
  const fields = {
    ...fieldsOf(members.filter(isLeft)),
    ...fieldsOf(members.filter((member) => !isLeft(member))),
  };
  const known = members.flatMap(({ fields: { feedUrl, formerUrls } }) => [
    ...urlsIn(formerUrls),
    ...urlsIn(feedUrl),
  ]);
  const former = [...new Set(known)].filter((url) => url !== fields['feedUrl']?.value).sort();
  const formerUrls = { at: fields['formerUrls']?.at ?? '', value: former };
  return { ...fields, formerUrls };
}

function addressesOf({ fields }: Entry): string[] {
  const urls = [...urlsIn(fields['feedUrl']), ...urlsIn(fields['formerUrls'])];
  return [...new Set(urls.map(canonicalUrl))];
}

function urlsIn(field: Field | undefined): string[] {
  const value: Json = field?.value ?? null;
  return (Array.isArray(value) ? value : [value]).filter((url) => typeof url === 'string');
}
