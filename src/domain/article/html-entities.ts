import { decodeHTML, decodeHTMLStrict } from 'entities';

/** What 128 to 159 mean in numeric references: Windows-1252, as browsers read them (HTML, 13.2.5.80). */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/**
 * Replaces HTML character references, once; names are those of HTML, in lower case where HTML has none of
 * that case. Old names need no semicolon (HTML,
 * 13.2.5.73), but not before `=`, where they are parameters. Unknown names stay as written, numbers of no character go.
 */
export function decodeEntities(text: string): string {
  return text.includes('&') ? text.replace(REFERENCE, decodeReference) : text;
}

const REFERENCE =
  /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z][a-z0-9]{1,31}));|&([a-z]{2,6}[1-4]{0,2})(?![a-z0-9=;])/gi;

function decodeReference(written: string, ...groups: (string | undefined)[]): string {
  const [decimal, hex, name, bare] = groups;
  if (bare !== undefined) return decodeBare(written);
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

/** Only the names that HTML knows without a semicolon, and only as a whole: `&not` but not `&notin`. */
function decodeBare(written: string): string {
  const decoded = decodeHTML(written);
  return decoded === decodeHTMLStrict(`${written};`) ? decoded : written;
}
