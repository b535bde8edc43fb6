import { decodeHTMLStrict } from 'entities';

/** What 128 to 159 mean in numeric references: Windows-1252, as browsers read them (HTML, 13.2.5.80). */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/**
 * Replaces HTML character references, once; names are those of HTML, in lower case where HTML has none of
 * that case. Unknown names stay as written, numbers of no character go.
 */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z][a-z0-9]{1,31}));/gi,
    decodeReference,
  );
}

function decodeReference(written: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return decodeName(written);
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  if (code >= 128 && code <= 159) return WINDOWS_1252[code - 128] ?? '';
  const isCharacter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : '';
}

function decodeName(written: string): string {
  const exact = decodeHTMLStrict(written);
  if (exact !== written) return exact;
  const lower = written.toLowerCase();
  const folded = decodeHTMLStrict(lower);
  return folded === lower ? written : folded;
}
