/** A start, end or empty-element tag of XML or HTML. */
export interface Tag {
  /** As written, e.g. `media:Content`. */
  name: string;
  /** Values as written, with entities. */
  attributes: [name: string, value: string][];
  isClosing: boolean;
  isSelfClosing: boolean;
  /** Written as XML demands: every attribute has a quoted value without `<` and a name of its own. */
  isClean: boolean;
}

/** `tag` is null when there is none at `start`; reading goes on at `end`, which is always greater. */
export interface TagReading {
  tag: Tag | null;
  end: number;
}

const [TAB, RETURN, SPACE, QUOTE, APOSTROPHE, SLASH] = [9, 13, 32, 34, 39, 47];
const [COLON, LESS, EQUALS, GREATER, UNDERSCORE] = [58, 60, 61, 62, 95];
const LAST_ASCII = 127;

const FULL_NAME = /[\p{L}_:][\p{L}\p{N}\p{M}_:.-]*/uy;
/** More than any publisher writes; keeps the search for a repeated name short. */
const MAX_ATTRIBUTES = 100;
const UNQUOTED = /[^\s<>"']+/y;

/**
 * Reads the tag at `text[start]`, which is a `<`. Tolerant like a browser, but a tag never reaches over
 * a `<` outside quotes, and no text is looked at twice: what was read in vain is skipped by the caller.
 * Goes by character codes, since every tag of every feed passes here.
 */
export function readTag(text: string, start: number): TagReading {
  const isClosing = text.charCodeAt(start + 1) === SLASH;
  const nameStart = start + (isClosing ? 2 : 1);
  const nameEnd = endOfName(text, nameStart);
  if (nameEnd === nameStart) return { tag: null, end: start + 1 };
  const name = text.slice(nameStart, nameEnd);
  const tag: Tag = { name, attributes: [], isClosing, isSelfClosing: false, isClean: true };
  let at = nameEnd;
  for (;;) {
    const afterSpace = endOfSpace(text, at);
    const code = text.charCodeAt(afterSpace);
    if (code === GREATER) return { tag, end: afterSpace + 1 };
    if (code === LESS || Number.isNaN(code)) return { tag: null, end: afterSpace };
    if (code === SLASH) {
      tag.isSelfClosing = text.charCodeAt(afterSpace + 1) === GREATER;
      if (!tag.isSelfClosing) tag.isClean = false;
      at = afterSpace + 1;
      continue;
    }
    // A name that runs into something else is no tag: `<b)`, `a<b,c`.
    if (afterSpace === nameEnd) return { tag: null, end: nameEnd };
    if (afterSpace === at) tag.isClean = false;
    at = readAttribute(text, afterSpace, tag);
  }
}

/** Reads one attribute into `tag`. Answers where it ends, at least one character further. */
function readAttribute(text: string, start: number, tag: Tag): number {
  const nameEnd = endOfAttributeName(text, start);
  const equals = endOfSpace(text, nameEnd);
  if (nameEnd === start || text.charCodeAt(equals) !== EQUALS) {
    tag.isClean = false;
    return Math.max(nameEnd, start + 1);
  }
  const name = text.slice(start, nameEnd);
  const value = readValue(text, endOfSpace(text, equals + 1));
  const isNew =
    tag.attributes.length < MAX_ATTRIBUTES && !tag.attributes.some(([other]) => other === name);
  if (isNew) tag.attributes.push([name, value.text]);
  if (!isNew || !value.isClean) tag.isClean = false;
  return value.end;
}

/**
 * A quoted value may hold `<` or `>` (publishers put markup there), but when the next quote opens
 * another attribute, the closing quote was forgotten and the value ends where the tag does.
 */
function readValue(text: string, start: number): { text: string; end: number; isClean: boolean } {
  const quote = text[start];
  if (quote !== '"' && quote !== "'") {
    UNQUOTED.lastIndex = start;
    const value = UNQUOTED.exec(text)?.[0] ?? '';
    return { text: value, end: start + value.length, isClean: false };
  }
  const close = text.indexOf(quote, start + 1);
  const value = text.slice(start + 1, close === -1 ? undefined : close);
  const markup = value.search(/[<>]/);
  if (close !== -1 && (markup === -1 || /[\s/>?]/.test(text[close + 1] ?? ' ')))
    return { text: value, end: close + 1, isClean: markup === -1 };
  const cut = markup === -1 ? value : value.slice(0, markup);
  return { text: cut, end: start + 1 + cut.length, isClean: false };
}

/** @returns `start` when there is no name */
function endOfName(text: string, start: number): number {
  let at = start;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code > LAST_ASCII) return endOfFullName(text, start);
    const isWithin = isLetter(code) || code === UNDERSCORE || code === COLON;
    // Digits, dots and hyphens cannot come first.
    if (!isWithin && (at === start || !isLaterInName(code))) return at;
    at += 1;
  }
}

function endOfFullName(text: string, start: number): number {
  FULL_NAME.lastIndex = start;
  return start + (FULL_NAME.exec(text)?.[0].length ?? 0);
}

const isLetter = (code: number): boolean => (code | 32) >= 97 && (code | 32) <= 122;

/** The hyphen, the dot and the digits. */
const isLaterInName = (code: number): boolean =>
  code === 45 || code === 46 || (code >= 48 && code <= 57);

function endOfAttributeName(text: string, start: number): number {
  let at = start;
  for (;;) {
    const code = text.charCodeAt(at);
    const isEnd = code === EQUALS || code === SLASH || code === LESS || code === GREATER;
    if (isEnd || code === QUOTE || code === APOSTROPHE) return at;
    if (Number.isNaN(code) || isSpace(code)) return at;
    at += 1;
  }
}

function endOfSpace(text: string, start: number): number {
  let at = start;
  while (isSpace(text.charCodeAt(at))) at += 1;
  return at;
}

const isSpace = (code: number): boolean =>
  code === SPACE ||
  (code >= TAB && code <= RETURN) ||
  (code > LAST_ASCII && /\s/.test(String.fromCharCode(code)));
