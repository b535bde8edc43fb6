import type { Random } from './random';

type Mutation = (document: Uint8Array, random: Random) => Uint8Array;

const MOST_BYTES = 200_000;

const WORDS = [
  ...['<', '>', '&', '"', "'", '/', ']]>', '<![CDATA[', '<!--', '-->', '<?', '?>', '\\', '\0'],
  ...[
    '&amp;',
    '&lt;',
    '&#60;',
    '&#x3c;',
    '&nbsp',
    '&#0;',
    '&#1114112;',
    '&CounterClockwise;',
    '&x;',
  ],
  ...[
    '<!DOCTYPE r [<!ENTITY x "y">]>',
    '<?xml version="1.0" encoding="utf-16"?>',
    'encoding="koi8-r"',
  ],
  ...['<item>', '</item>', '<entry>', '</channel>', '<items>', '<title>', '</title>', '<author>'],
  ...[
    '<script>',
    '</script>',
    '<svg>',
    '<a href="',
    '<b ',
    'javascript:alert(1)',
    'data:text/html,x',
  ],
  ...['__proto__', 'constructor', '"__proto__":{', '[', ']', '{', '}', '"items":', '1e999', 'null'],
  ...[
    '\u202e',
    '\u0301',
    '\ufeff',
    '\u200b',
    '\ud83d\ude00',
    '9999-99-99',
    'Feb',
    '24:00',
    '+99:99',
  ],
];
const MARKS = [
  [0xef, 0xbb, 0xbf],
  [0xff, 0xfe],
  [0xfe, 0xff],
  [0xd8, 0x00],
  [0xc3],
  [0x1b, 0x24, 0x42],
];

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

function join(...parts: Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined.slice(0, MOST_BYTES);
}

function insert(document: Uint8Array, random: Random, added: Uint8Array): Uint8Array {
  const at = random.below(document.length + 1);
  return join(document.subarray(0, at), added, document.subarray(at));
}

function range(document: Uint8Array, random: Random): [start: number, end: number] {
  const start = random.below(document.length + 1);
  return [start, start + random.below(Math.min(400, document.length - start) + 1)];
}

/** The places of tags, found in the way of a person: from `<` to `>`. */
function tags(document: Uint8Array): [start: number, end: number][] {
  const found: [number, number][] = [];
  for (let at = document.indexOf(60); at !== -1; at = document.indexOf(60, at + 1)) {
    const end = document.indexOf(62, at);
    if (end !== -1) found.push([at, end + 1]);
  }
  return found;
}

function swapTags(document: Uint8Array, random: Random): Uint8Array {
  const found = tags(document);
  if (found.length < 2) return document;
  const [first, second] = [random.pick(found), random.pick(found)].sort(([a], [b]) => a - b);
  if (first === undefined || second === undefined || first[1] > second[0]) return document;
  return join(
    ...[document.subarray(0, first[0]), document.subarray(second[0], second[1])],
    ...[document.subarray(first[1], second[0]), document.subarray(first[0], first[1])],
    document.subarray(second[1]),
  );
}

function addAttributes(document: Uint8Array, random: Random): Uint8Array {
  const found = tags(document);
  if (found.length === 0) return document;
  const end = random.pick(found)[1] - 1;
  const attribute = random.pick([' a="b"', ' xmlns:q="http://q.example/"', ' c', " d='", ' x=<']);
  const attributes = encode(attribute.repeat(1 + random.below(300)));
  return join(document.subarray(0, end), attributes, document.subarray(end));
}

/** UTF-16 of both kinds, or one byte a character, whatever it was. */
function changeEncoding(document: Uint8Array, random: Random): Uint8Array {
  const text = new TextDecoder().decode(document).slice(0, MOST_BYTES / 2);
  const width = 1 + random.below(2);
  const low = random.below(2);
  const bytes = new Uint8Array(text.length * width);
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (width === 2) bytes[index * 2 + 1 - low] = unit >> 8;
    bytes[index * width + (width === 2 ? low : 0)] = unit & 255;
  }
  return bytes;
}

const MUTATIONS: readonly Mutation[] = [
  (document, random) => {
    const changed = document.slice();
    for (let count = 1 + random.below(8); count > 0 && changed.length > 0; count -= 1) {
      const at = random.below(changed.length);
      changed[at] = (changed[at] ?? 0) ^ (1 << random.below(8));
    }
    return changed;
  },
  (document, random) => document.slice(0, random.below(document.length + 1)),
  (document, random) => {
    const [start, end] = range(document, random);
    return join(document.subarray(0, start), document.subarray(end));
  },
  (document, random) => {
    const [start, end] = range(document, random);
    const times = 1 + random.below(random.below(4) === 0 ? 300 : 4);
    const copies = Array.from({ length: times }, () => document.subarray(start, end));
    return join(document.subarray(0, end), ...copies, document.subarray(end));
  },
  (document, random) => insert(document, random, encode(random.pick(WORDS))),
  (document, random) =>
    insert(document, random, encode(random.pick(WORDS).repeat(random.below(2_000)))),
  (document, random) => insert(document, random, Uint8Array.from(random.pick(MARKS))),
  (document, random) => join(Uint8Array.from(random.pick(MARKS)), document),
  swapTags,
  addAttributes,
  changeEncoding,
];

export interface FuzzCase {
  document: Uint8Array;
  contentType: string | null;
}

const CONTENT_TYPES = [
  ...[null, 'text/xml', 'text/xml; charset=utf-8', 'text/html; charset=windows-1251'],
  ...['application/json; charset=shift_jis', 'text/xml; charset=utf-16', 'x; charset="nonsense'],
];

/** A document made of the seeds by one to six mutations. */
export function makeCase(seeds: readonly Uint8Array[], random: Random): FuzzCase {
  let document = random.pick(seeds);
  if (random.below(4) === 0) {
    const other = random.pick(seeds);
    document = join(
      document.subarray(0, random.below(document.length)),
      other.subarray(random.below(other.length)),
    );
  }
  for (let count = 1 + random.below(6); count > 0; count -= 1)
    document = random.pick(MUTATIONS)(document, random);
  return { document, contentType: random.pick(CONTENT_TYPES) };
}
