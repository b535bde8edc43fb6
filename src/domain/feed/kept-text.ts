/** A length of the text that it can be cut back to. */
export interface KeptMark {
  pieces: number;
  from: number;
  to: number;
  isMuted: boolean;
}

/**
 * A text put together from parts of another and from new words. Parts that follow each other there are
 * one piece, so that a text that is kept as a whole is not copied.
 */
export class KeptText {
  /** While it is, nothing is added. */
  isMuted = false;
  private readonly source: string;
  private readonly pieces: string[] = [];
  /** The last part of the source, which may still grow. */
  private from = 0;
  private to = 0;

  constructor(source: string) {
    this.source = source;
  }

  keep(start: number, end: number): void {
    if (this.isMuted) return;
    if (start !== this.to) {
      this.flush();
      this.from = start;
    }
    this.to = end;
  }

  write(text: string): void {
    if (this.isMuted) return;
    this.flush();
    this.pieces.push(text);
  }

  mark(): KeptMark {
    const { pieces, from, to, isMuted } = this;
    return { pieces: pieces.length, from, to, isMuted };
  }

  cutBack({ pieces, from, to, isMuted }: KeptMark): void {
    this.pieces.length = pieces;
    this.isMuted = isMuted;
    this.from = from;
    this.to = to;
  }

  toString(): string {
    this.flush();
    return this.pieces.length === 1 ? (this.pieces[0] ?? '') : this.pieces.join('');
  }

  private flush(): void {
    if (this.from < this.to) this.pieces.push(this.source.slice(this.from, this.to));
    this.from = this.to;
  }
}
