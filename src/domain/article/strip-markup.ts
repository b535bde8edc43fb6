import { readTag } from '../feed/read-tag';
import { BLOCK_ELEMENTS, HIDDEN_ELEMENTS, isHtmlElement } from './html-elements';

const CDATA_START = '<![CDATA[';

/**
 * Takes tags, comments, scripts and styles out of HTML in linear time. Character references stay. What
 * merely looks like a tag, such as `<T>` or `a < b`, is text.
 * @param enough stops when the result has so many characters
 */
export function stripMarkup(html: string, enough: number): string {
  return new Stripper(html).run(enough);
}

class Stripper {
  private readonly html: string;
  private readonly output: string[] = [];
  private length = 0;
  /** Elements that are known not to end any more, so that their end is not searched again. */
  private readonly endless = new Set<string>();

  constructor(html: string) {
    this.html = html;
  }

  run(enough: number): string {
    const { html } = this;
    let at = 0;
    while (at < html.length && this.length < enough) {
      const less = html.indexOf('<', at);
      const end = Math.min(less === -1 ? html.length : less, at + enough);
      this.put(html.slice(at, end));
      at = end === less ? this.readMarkup(less) : end;
    }
    return this.output.join('');
  }

  private put(text: string): void {
    this.output.push(text);
    this.length += text.length;
  }

  /** Answers where reading goes on. */
  private readMarkup(at: number): number {
    const { html } = this;
    if (html.startsWith('<!--', at)) return this.after('-->', at + 4);
    if (html.startsWith(CDATA_START, at)) return at + CDATA_START.length;
    if (/[!?]/.test(html[at + 1] ?? '')) return this.after('>', at);
    const { tag, end } = readTag(html, at);
    const name = tag?.name.toLowerCase() ?? '';
    const isMarkup =
      tag !== null && (isHtmlElement(name) || /[:-]/.test(name) || tag.attributes.length > 0);
    if (!isMarkup) {
      this.put(html.slice(at, end));
      return end;
    }
    if (BLOCK_ELEMENTS.has(name)) this.put(' ');
    const isHidden = HIDDEN_ELEMENTS.has(name) && !tag.isClosing && !tag.isSelfClosing;
    return isHidden ? this.skipElement(name, end) : end;
  }

  /** The rest is hidden when the marker does not come. */
  private after(marker: string, from: number): number {
    const at = this.html.indexOf(marker, from);
    return at === -1 ? this.html.length : at + marker.length;
  }

  /** Without its end, a script hides the rest; of other elements only the tag is ignored. */
  private skipElement(name: string, from: number): number {
    const closing = new RegExp(`</${name}(?![\\w-])`, 'gi');
    closing.lastIndex = from;
    const match = this.endless.has(name) ? null : closing.exec(this.html);
    if (match !== null) return this.after('>', match.index);
    this.endless.add(name);
    return name === 'script' || name === 'style' ? this.html.length : from;
  }
}
