import { decodeUtf32 } from './decode-utf32';

/** How far into the document an XML declaration is looked for, in bytes; publishers put junk before it. */
const DECLARATION_WINDOW = 1_024;

/** Encodings whose characters take several bytes: their text may pass for UTF-8 by chance. */
const MULTI_BYTE = /^(gb|big5|euc|shift_jis)/;

/**
 * Turns the bytes of a feed into text, without its byte order mark. The first of these that names a
 * known encoding wins: byte order mark, charset of the HTTP answer, encoding of the XML declaration
 * (the order of RFC 7303, 3), UTF-8. Two exceptions, because publishers mislabel: text that is UTF-8
 * beyond doubt is read as UTF-8, and text that is labelled UTF-8 but is not gets its other label.
 * @param contentType the Content-Type header of the answer, null when there was none
 */
export function decodeFeed(bytes: Uint8Array, contentType: string | null): string {
  const quad = decodeUtf32(bytes);
  if (quad !== null) return quad;
  const marked = encodingOfMark(bytes);
  if (marked !== null) return decodeLoosely(bytes, marked);

  const labels = [charsetOf(contentType), encodingOfDeclaration(bytes)].flatMap(
    (label) => encodingOfLabel(label) ?? [],
  );
  const wide = encodingOfZeros(bytes);
  if (wide !== null) return decodeLoosely(bytes, labels.find((name) => name === wide) ?? wide);

  // A declaration that could be read byte by byte cannot be in UTF-16.
  const candidates = [...labels.filter((name) => !name.startsWith('utf-16')), 'utf-8'];
  const utf8 = decodeStrictly(bytes, 'utf-8');
  const first = candidates[0] ?? 'utf-8';
  if (utf8 === null) {
    const other = candidates.find((name) => name !== 'utf-8');
    return other === undefined ? decodeBroken(bytes) : decodeLoosely(bytes, other);
  }
  return isLabelBelieved(first, bytes, utf8) ? decodeLoosely(bytes, first) : utf8;
}

function encodingOfMark(bytes: Uint8Array): string | null {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return null;
}

/** UTF-16 without a mark shows by the zero byte next to the first character, `<` or `{`. */
function encodingOfZeros(bytes: Uint8Array): string | null {
  if (bytes[0] === 0 && bytes[1] !== 0 && bytes[2] === 0 && bytes[3] !== 0) return 'utf-16be';
  if (bytes[0] !== 0 && bytes[1] === 0 && bytes[2] !== 0 && bytes[3] === 0) return 'utf-16le';
  return null;
}

function charsetOf(contentType: string | null): string | null {
  return contentType?.match(/charset\s*=\s*["']?\s*([^\s;"',]+)/i)?.[1] ?? null;
}

function encodingOfDeclaration(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, DECLARATION_WINDOW));
  return head.match(/<\?xml\s[^>]{0,200}?encoding\s{0,20}=\s{0,20}["']\s*([\w.:-]+)/i)?.[1] ?? null;
}

/** @returns the name of the encoding in the WHATWG registry, null when the label is unknown. */
function encodingOfLabel(label: string | null): string | null {
  if (label === null) return null;
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return null;
  }
}

function decodeLoosely(bytes: Uint8Array, encoding: string): string {
  return new TextDecoder(encoding).decode(bytes);
}

function decodeStrictly(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/**
 * Whether bytes that are valid UTF-8 are in the encoding of their label all the same. Text in a one-byte
 * encoding is never valid UTF-8 by accident; text in a multi-byte one may be when it is short, so there
 * its own label must fail. ISO-2022-JP is made of ASCII bytes only and keeps its label.
 */
function isLabelBelieved(encoding: string, bytes: Uint8Array, utf8: string): boolean {
  if (encoding.startsWith('iso-2022')) return true;
  // As many characters as bytes: ASCII, which reads the same in all of them.
  if (!MULTI_BYTE.test(encoding) || utf8.length === bytes.length) return false;
  return decodeStrictly(bytes, encoding) !== null;
}

/** Neither valid UTF-8 nor labelled otherwise: mostly UTF-8 with a cut character, or unlabelled Western text. */
function decodeBroken(bytes: Uint8Array): string {
  const text = decodeLoosely(bytes, 'utf-8');
  let broken = 0;
  let whole = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 0xfffd) broken += 1;
    else if (code > 0x7f) whole += 1;
  }
  return broken > whole ? decodeLoosely(bytes, 'windows-1252') : text;
}
