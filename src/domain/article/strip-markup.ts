import { readTag } from '../feed/read-tag';
import { BLOCK_ELEMENTS, HIDDEN_ELEMENTS, isHtmlElement } from './html-elements';

const CDATA_START = '<![CDATA[';

/**
 * Takes tags, comments, scripts and styles out of HTML in linear time. Character references stay. What
 * merely looks like a tag, such as `<T>` or `a < b`, is text.
 * @param enough stops when the result has so many characters
 */
export function stripMarkup(html: string, enough: number): string {
  const output: string[] = [];
  let length = 0;
  const put = (text: string): void => {
    output.push(text);
    length += text.length;
  };
  let at = 0;
  while (at < html.length && length < enough) {
    const less = html.indexOf('<', at);
    if (less === -1) {
      put(html.slice(at, at + enough));
      break;
    }
    put(html.slice(at, less));
    at = readMarkup(html, less, put);
  }
  return output.join('');
}

/** Answers where reading goes on. */
function readMarkup(html: string, at: number, put: (text: string) => void): number {
  if (html.startsWith('<!--', at)) return after(html, '-->', at + 4);
  if (html.startsWith(CDATA_START, at)) return at + CDATA_START.length;
  if (/[!?]/.test(html[at + 1] ?? '')) return after(html, '>', at);
  const { tag, end } = readTag(html, at);
  const name = tag?.name.toLowerCase() ?? '';
  const isMarkup =
    tag !== null && (isHtmlElement(name) || /[:-]/.test(name) || tag.attributes.length > 0);
  if (!isMarkup) {
    put(html.slice(at, end));
    return end;
  }
  if (BLOCK_ELEMENTS.has(name)) put(' ');
  if (!HIDDEN_ELEMENTS.has(name) || tag.isClosing || tag.isSelfClosing) return end;
  return skipElement(html, name, end);
}

/** The rest is hidden when the marker does not come. */
function after(html: string, marker: string, from: number): number {
  const at = html.indexOf(marker, from);
  return at === -1 ? html.length : at + marker.length;
}

/** Without its end, a script hides the rest; of other elements only the tag is ignored. */
function skipElement(html: string, name: string, from: number): number {
  const closing = new RegExp(`</${name}(?![\\w-])`, 'gi');
  closing.lastIndex = from;
  const match = closing.exec(html);
  if (match !== null) return after(html, '>', match.index);
  return name === 'script' || name === 'style' ? html.length : from;
}
