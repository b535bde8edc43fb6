export const escapeAll = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Begins no reference: `AT&T`, `?a=1&copy=2`. */
const STRAY = /&(?!#?\w{1,32};)/g;

/** Escapes `<`, and `&` that begins no reference. */
export const escapeStray = (text: string): string =>
  text.replace(STRAY, '&amp;').replaceAll('<', '&lt;');

/** Whether it holds an `&` that begins no reference. */
export const hasStray = (text: string): boolean => text.includes('&') && text.search(STRAY) !== -1;

/** Finds `&` that begin no reference, in one pass over a text however many parts of it are asked about. */
export class StrayAmpersands {
  private readonly text: string;
  /** The first that was not yet passed. */
  private next = -1;

  constructor(text: string) {
    this.text = text;
  }

  /** @param start not before that of an earlier question */
  isBetween(start: number, end: number): boolean {
    if (this.next < start) {
      STRAY.lastIndex = start;
      this.next = STRAY.exec(this.text)?.index ?? this.text.length;
    }
    return this.next < end;
  }
}
