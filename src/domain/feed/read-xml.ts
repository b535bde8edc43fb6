import { readTag, type Tag } from './read-tag';

/** What is told of a document, in its order. Positions are into its text. */
export interface XmlHandler {
  /** `isStray` when it may hold a `<` that is no markup, or ends within a reference. */
  onText(start: number, end: number, isStray: boolean): void;
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

const [BANG, SLASH, QUESTION] = [33, 47, 63];

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

  constructor(text: string, handler: XmlHandler) {
    this.text = text;
    this.handler = handler;
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
    if (start < end) this.handler.onText(start, end, this.isStray || end < written);
    this.isStray = false;
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
