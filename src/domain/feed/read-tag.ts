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

const NAME = /[\p{L}_:][\p{L}\p{N}\p{M}_:.-]*/uy;
const ATTRIBUTE_NAME = /[^\s"'<>/=]+/y;
const SPACE = /\s+/y;
/** More than any publisher writes; keeps the search for a repeated name short. */
const MAX_ATTRIBUTES = 100;
const UNQUOTED = /[^\s<>"']+/y;

/**
 * Reads the tag at `text[start]`, which is a `<`. Tolerant like a browser, but a tag never reaches over
 * a `<` outside quotes, and no text is looked at twice: what was read in vain is skipped by the caller.
 */
export function readTag(text: string, start: number): TagReading {
  const isClosing = text[start + 1] === '/';
  const nameStart = start + (isClosing ? 2 : 1);
  const name = matchAt(NAME, text, nameStart);
  if (name === '') return { tag: null, end: start + 1 };
  const tag: Tag = { name, attributes: [], isClosing, isSelfClosing: false, isClean: true };
  const nameEnd = nameStart + name.length;
  let at = nameEnd;
  for (;;) {
    const afterSpace = at + matchAt(SPACE, text, at).length;
    const character = text[afterSpace];
    if (character === '>') return { tag, end: afterSpace + 1 };
    if (character === undefined || character === '<') return { tag: null, end: afterSpace };
    if (character === '/') {
      tag.isSelfClosing = text[afterSpace + 1] === '>';
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
  const name = matchAt(ATTRIBUTE_NAME, text, start);
  const nameEnd = start + name.length;
  const equals = nameEnd + matchAt(SPACE, text, nameEnd).length;
  if (name === '' || text[equals] !== '=') {
    tag.isClean = false;
    return Math.max(nameEnd, start + 1);
  }
  const value = readValue(text, equals + 1 + matchAt(SPACE, text, equals + 1).length);
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
    const value = matchAt(UNQUOTED, text, start);
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

function matchAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}
