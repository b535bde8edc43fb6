import { readTag, type Tag } from './read-tag';

/** Text comes escaped, as well-formed content; `written` is the tag as it stands in the document. */
export type XmlToken = { kind: 'text'; text: string } | { kind: 'tag'; tag: Tag; written: string };

/** Nothing that is kept of a text is longer; the rest of a run without markup is left out. */
const MAX_TEXT = 100_000;

const CDATA_START = '<![CDATA[';
/** What can follow the `<` of markup: `1 < 2` and `<3` are text. */
const MARKUP_START = /[/!?:_\p{L}]/u;

/**
 * Takes a document apart, leaving out declarations, comments and processing instructions. Never fails:
 * what is no markup is text. Each part of the document is looked at a fixed number of times.
 */
export function readXml(text: string): Generator<XmlToken> {
  return new XmlReader(text).tokens();
}

class XmlReader {
  private readonly text: string;
  /** The element opened last, which an unclosed CDATA section would run over. */
  private opened = '';
  /** Next position of a marker, remembered so that no part is searched again and again. */
  private readonly found = new Map<string, number>();

  constructor(text: string) {
    this.text = text;
  }

  *tokens(): Generator<XmlToken> {
    const { text } = this;
    let textStart = 0;
    let less = text.indexOf('<');
    while (less !== -1) {
      const isMarkup = MARKUP_START.test(text[less + 1] ?? '');
      const { end, token } = isMarkup ? this.readMarkup(less) : { end: less + 1, token: null };
      if (token !== null) {
        if (less > textStart) yield this.textBetween(textStart, less);
        if (token !== 'nothing') yield token;
        textStart = end;
      }
      less = text.indexOf('<', end);
    }
    yield this.textBetween(textStart, text.length);
  }

  private textBetween(start: number, end: number): XmlToken {
    const text = this.text.slice(start, Math.min(end, start + MAX_TEXT));
    return { kind: 'text', text: escapeStray(text) };
  }

  /** `token` is null when there is only text; reading goes on at `end`. */
  private readMarkup(at: number): { end: number; token: XmlToken | 'nothing' | null } {
    const { text } = this;
    if (text[at + 1] === '?' || text[at + 1] === '!') return this.readDeclaration(at);
    const { tag, end } = readTag(text, at);
    if (tag === null) return { end, token: null };
    if (!tag.isClosing) this.opened = tag.name;
    return { end, token: { kind: 'tag', tag, written: text.slice(at, end) } };
  }

  private readDeclaration(at: number): { end: number; token: XmlToken | 'nothing' } {
    const { text } = this;
    if (text.startsWith(CDATA_START, at)) return this.readCdata(at + CDATA_START.length);
    const token = 'nothing';
    if (text.startsWith('<!--', at)) return { end: this.after('-->', at + 4) ?? at + 4, token };
    const end = this.after('>', at) ?? at + 2;
    if (text[at + 1] === '?') return { end: this.after('?>', at) ?? end, token };
    // A DOCTYPE may have declarations of its own in brackets. Its entities are not expanded.
    const bracket = text.slice(at, end).includes('[') ? this.after(']', at) : null;
    return { end: bracket === null ? end : (this.after('>', bracket) ?? end), token };
  }

  /** A section that runs over the end of its element was never closed; its marker is ignored. */
  private readCdata(start: number): { end: number; token: XmlToken | 'nothing' } {
    const end = this.find(']]>', start);
    const next = this.find(CDATA_START, start);
    const isNested = next !== -1 && next < end;
    if (end === -1 || (isNested && this.text.slice(start, next).includes(`</${this.opened}`)))
      return { end: start, token: 'nothing' };
    const text = this.text.slice(start, Math.min(end, start + MAX_TEXT));
    return { end: end + 3, token: { kind: 'text', text: escapeAll(text) } };
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

const escapeAll = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Escapes `<`, and `&` that begins no reference (`AT&T`, `?a=1&copy=2`). */
export const escapeStray = (text: string): string =>
  text.replace(/&(?!#?\w{1,32};)/g, '&amp;').replaceAll('<', '&lt;');
