const WIDTH = 4;
const REPLACEMENT = 0xfffd;
const MARK = 0xfeff;
const LESS = 0x3c;
/** Engines take only so many arguments at once. */
const CHUNK = 4_096;

/**
 * Text in UTF-32, which browsers do not decode any more but XML allows (XML 1.0, appendix F): it shows by
 * its byte order mark or by the zeros around the first `<`.
 * @returns null for bytes in other encodings
 */
export function decodeUtf32(bytes: Uint8Array): string | null {
  if (bytes.length < 2 * WIDTH) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isFirst = (isLittle: boolean): boolean =>
    [MARK, LESS].includes(view.getUint32(0, isLittle));
  if (!isFirst(true) && !isFirst(false)) return null;
  const isLittle = isFirst(true);
  const start = view.getUint32(0, isLittle) === MARK ? WIDTH : 0;
  const parts: string[] = [];
  const codes: number[] = [];
  for (let at = start; at + WIDTH <= bytes.length; at += WIDTH) {
    const code = view.getUint32(at, isLittle);
    const isCharacter = code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
    codes.push(isCharacter ? code : REPLACEMENT);
    if (codes.length === CHUNK) parts.push(String.fromCodePoint(...codes.splice(0)));
  }
  parts.push(String.fromCodePoint(...codes));
  return parts.join('');
}
