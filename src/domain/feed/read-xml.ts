import { readTag, type Tag } from './read-tag';

/** What is told of a document, in its order. Positions are into its text. */
export interface XmlHandler {
  /** `isClean` when it is well-formed content as it stands; otherwise `escapeStray` makes it so. */
  onText(start: number, end: number, isClean: boolean): void;
  /** A CDATA section; its content is between the markers of nine and three characters. */
  onSection(start: number, end: number): void;
  onTag(tag: Tag, start: number, end: number): void;
  /** When nothing that follows matters, reading ends. */
  isOver: boolean;
}

/** Nothing that is kept of a text is longer; the rest of a run without markup is left out. */
export const MAX_TEXT = 100_000;

export const SECTION_START = '<![CDATA[';
export const SECTION_END = ']]>';

const [BANG, AMPERSAND_HASH, SLASH, SEMICOLON, QUESTION] = [33, 35, 47, 59, 63];

/** What can follow the `<` of markup: `1 < 2` and `<3` are text. */
const MARKUP_START = /[/!?:_\p{L}]/u;

/**
 * Takes a document apart, leaving out declarations, comments and processing instructions. Never fails:
 * what is no markup is text. Each part of the document is looked at a fixed number of times, and nothing
 * is copied.
 */
export function readXml(text: string, handler: XmlHandler): void {
  new XmlReader(text, handler).run();
}

class XmlReader {
  private readonly text: string;
  private readonly handler: XmlHandler;
  /** The element opened last, which an unclosed CDATA section would run over. */
  private opened = '';
  private textStart = 0;
  /** The text since `textStart` holds a `<` that is no markup. */
  private isStray = false;
  /** Next position of a marker, remembered so that no part is searched again and again. */
  private readonly found = new Map<string, number>();
  private nextAmpersand: number;

  constructor(text: string, handler: XmlHandler) {
    this.text = text;
    this.handler = handler;
    this.nextAmpersand = text.indexOf('&');
  }

  run(): void {
    const { text, handler } = this;
    let less = text.indexOf('<');
    while (less !== -1 && !handler.isOver) {
      less = text.indexOf('<', this.readMarkup(less));
    }
    if (!handler.isOver) this.tellText(text.length);
  }

  /** Answers where reading goes on. What is no markup becomes part of the text around it. */
  private readMarkup(at: number): number {
    const { text } = this;
    const code = text.charCodeAt(at + 1);
    if (code === QUESTION || code === BANG) return this.readDeclaration(at);
    if (code !== SLASH && !MARKUP_START.test(text[at + 1] ?? '')) return this.passOver(at + 1);
    const { tag, end } = readTag(text, at);
    if (tag === null) return this.passOver(end);
    this.tellText(at);
    if (!tag.isClosing) this.opened = tag.name;
    this.handler.onTag(tag, at, end);
    return this.goOn(end);
  }

  private passOver(end: number): number {
    this.isStray = true;
    return end;
  }

  private goOn(end: number): number {
    this.textStart = end;
    return end;
  }

  private tellText(written: number): void {
    const start = this.textStart;
    const end = Math.min(written, start + MAX_TEXT);
    if (start < end) this.handler.onText(start, end, !this.isStray && this.isEscaped(start, end));
    this.isStray = false;
  }

  /** Whether every `&` begins a reference. */
  private isEscaped(start: number, end: number): boolean {
    const { text } = this;
    if (this.nextAmpersand !== -1 && this.nextAmpersand < start)
      this.nextAmpersand = text.indexOf('&', start);
    let at = this.nextAmpersand;
    while (at !== -1 && at < end) {
      const close = endOfReference(text, at);
      if (close === -1 || close > end) return false;
      at = text.indexOf('&', close);
    }
    this.nextAmpersand = at;
    return true;
  }

  private readDeclaration(at: number): number {
    const { text } = this;
    this.tellText(at);
    if (text.startsWith(SECTION_START, at)) return this.readSection(at);
    if (text.startsWith('<!--', at)) return this.goOn(this.after('-->', at + 4) ?? at + 4);
    const end = this.after('>', at) ?? at + 2;
    if (text.charCodeAt(at + 1) === QUESTION) return this.goOn(this.after('?>', at) ?? end);
    // A DOCTYPE may have declarations of its own in brackets.
    const bracket = text.slice(at, end).includes('[') ? this.after(']', at) : null;
    return this.goOn(bracket === null ? end : (this.after('>', bracket) ?? end));
  }

  /** A section that runs over the end of its element was never closed; its marker is ignored. */
  private readSection(at: number): number {
    const start = at + SECTION_START.length;
    const end = this.find(SECTION_END, start);
    const next = this.find(SECTION_START, start);
    const isNested = next !== -1 && next < end;
    if (end === -1 || (isNested && this.text.slice(start, next).includes(`</${this.opened}`)))
      return this.goOn(start);
    this.handler.onSection(at, end + SECTION_END.length);
    return this.goOn(end + SECTION_END.length);
  }

  private after(marker: string, from: number): number | null {
    const at = this.find(marker, from);
    return at === -1 ? null : at + marker.length;
  }

  private find(marker: string, from: number): number {
    const known = this.found.get(marker);
    if (known !== undefined && (known === -1 || known >= from)) return known;
    const at = this.text.indexOf(marker, from);
    this.found.set(marker, at);
    return at;
  }
}

const LONGEST_REFERENCE = 32;

/** The same references as `escapeStray` knows. @returns -1 when none begins at the `&` at `start` */
function endOfReference(text: string, start: number): number {
  const first = start + (text.charCodeAt(start + 1) === AMPERSAND_HASH ? 2 : 1);
  const last = first + LONGEST_REFERENCE;
  let at = first;
  while (at < last && isWordCharacter(text.charCodeAt(at))) at += 1;
  return at > first && text.charCodeAt(at) === SEMICOLON ? at + 1 : -1;
}

const isWordCharacter = (code: number): boolean =>
  ((code | 32) >= 97 && (code | 32) <= 122) || (code >= 48 && code <= 57) || code === 95;

export const escapeAll = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Escapes `<`, and `&` that begins no reference (`AT&T`, `?a=1&copy=2`). */
export const escapeStray = (text: string): string =>
  text.replace(/&(?!#?\w{1,32};)/g, '&amp;').replaceAll('<', '&lt;');
