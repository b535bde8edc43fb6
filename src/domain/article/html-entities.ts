/** HTML 4 names of the characters from 160 to 255, in order. */
const LATIN_1 =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 ' +
  'acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde ' +
  'Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute ' +
  'Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde ' +
  'auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ' +
  'ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml';

/** Other names that occur in news, each with its character. */
const OTHERS =
  'amp & lt < gt > quot " apos \' OElig Œ oelig œ Scaron Š scaron š Yuml Ÿ fnof ƒ circ ˆ tilde ˜ ' +
  'ndash – mdash — horbar ― lsquo ‘ rsquo ’ rsquor ’ sbquo ‚ ldquo “ rdquo ” bdquo „ dagger † Dagger ‡ ' +
  'bull • hellip … mldr … permil ‰ prime ′ Prime ″ lsaquo ‹ rsaquo › oline ‾ frasl ⁄ euro € image ℑ ' +
  'trade ™ larr ← uarr ↑ rarr → darr ↓ harr ↔ rArr ⇒ lArr ⇐ hArr ⇔ forall ∀ part ∂ exist ∃ empty ∅ ' +
  'infin ∞ minus − radic √ sum ∑ prod ∏ int ∫ asymp ≈ ne ≠ equiv ≡ le ≤ ge ≥ loz ◊ spades ♠ clubs ♣ ' +
  'hearts ♥ diams ♦ star ☆ starf ★ check ✓ male ♂ female ♀ Alpha Α Beta Β Gamma Γ Delta Δ Epsilon Ε ' +
  'Zeta Ζ Eta Η Theta Θ Iota Ι Kappa Κ Lambda Λ Mu Μ Nu Ν Xi Ξ Omicron Ο Pi Π Rho Ρ Sigma Σ Tau Τ ' +
  'Upsilon Υ Phi Φ Chi Χ Psi Ψ Omega Ω alpha α beta β gamma γ delta δ epsilon ε zeta ζ eta η theta θ ' +
  'iota ι kappa κ lambda λ mu μ nu ν xi ξ omicron ο pi π rho ρ sigmaf ς sigma σ tau τ upsilon υ phi φ ' +
  'chi χ psi ψ omega ω lsqb [ rsqb ] lbrack [ rbrack ] lpar ( rpar ) lcub { rcub } num # dollar $ ' +
  'percnt % ast * plus + comma , period . sol / colon : semi ; equals = quest ? commat @ bsol \\ ' +
  'lowbar _ vert | verbar | excl ! grave ` hyphen ‐ dash ‐ abreve ă Abreve Ă amacr ā Amacr Ā aogon ą ' +
  'Aogon Ą cacute ć Cacute Ć ccaron č Ccaron Č dcaron ď Dcaron Ď dstrok đ Dstrok Đ ecaron ě Ecaron Ě ' +
  'emacr ē Emacr Ē eogon ę Eogon Ę gbreve ğ Gbreve Ğ idot İ Idot İ imath ı imacr ī Imacr Ī lstrok ł ' +
  'Lstrok Ł nacute ń Nacute Ń ncaron ň Ncaron Ň odblac ő Odblac Ő omacr ō Omacr Ō rcaron ř Rcaron Ř ' +
  'sacute ś Sacute Ś scedil ş Scedil Ş tcaron ť Tcaron Ť tcedil ţ Tcedil Ţ udblac ű Udblac Ű umacr ū ' +
  'Umacr Ū uring ů Uring Ů zacute ź Zacute Ź zcaron ž Zcaron Ž zdot ż Zdot Ż';

/** Names of spaces and invisible marks, with their numbers. */
const INVISIBLE =
  'ensp 8194 emsp 8195 thinsp 8201 hairsp 8202 zwnj 8204 zwj 8205 lrm 8206 rlm 8207 Tab 9 NewLine 10';

const NAMED: ReadonlyMap<string, string> = new Map([
  ...LATIN_1.split(' ').map((name, index): [string, string] => [
    name,
    String.fromCharCode(160 + index),
  ]),
  ...[...OTHERS.matchAll(/(\S+) (\S+)/g)].map(([, name = '', character = '']): [string, string] => [
    name,
    character,
  ]),
  ...[...INVISIBLE.matchAll(/(\S+) (\d+)/g)].map(([, name = '', code]): [string, string] => [
    name,
    String.fromCharCode(Number(code)),
  ]),
]);

/** What 128 to 159 mean in numeric references: Windows-1252, as browsers read them (HTML, 13.2.5.80). */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/**
 * Replaces HTML character references, once. Unknown names stay as written, numbers of no character go.
 */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z][a-z0-9]{1,9}));/gi, decodeReference);
}

function decodeReference(written: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return NAMED.get(name) ?? NAMED.get(name.toLowerCase()) ?? written;
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  if (code >= 128 && code <= 159) return WINDOWS_1252[code - 128] ?? '';
  const isCharacter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : '';
}
