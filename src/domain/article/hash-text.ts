/**
 * A 106-bit hash of a text as 22 lower-case letters and digits, for keys. Two runs of cyrb53 (by
 * bryc, public domain, https://github.com/bryc/code/blob/master/jshash/experimental/cyrb53.js), a fast
 * string hash with good mixing, seeded differently. Not cryptographic: who crafts collisions only
 * confuses articles of a feed of their own, since the feed is part of what is hashed.
 */
export function hashText(text: string): string {
  const length = 11;
  return [0, 0x9e3779b9]
    .map((seed) => cyrb53(text, seed).toString(36).padStart(length, '0'))
    .join('');
}

function cyrb53(text: string, seed: number): number {
  let high = 0xdeadbeef ^ seed;
  let low = 0x41c6ce57 ^ seed;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return 4294967296 * (2097151 & low) + (high >>> 0);
}
