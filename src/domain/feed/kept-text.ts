/** A length of the text that it can be cut back to. */
export interface KeptMark {
  pieces: number;
  from: number;
  to: number;
}

/**
 * A text put together from parts of another and from new words. Parts that follow each other there are
 * one piece, so that a text that is kept as a whole is not copied.
 */
export class KeptText {
  private readonly source: string;
  private readonly pieces: string[] = [];
  /** The last part of the source, which may still grow. */
  private from = 0;
  private to = 0;

  constructor(source: string) {
    this.source = source;
  }

  keep(start: number, end: number): void {
    if (start !== this.to) {
      this.flush();
      this.from = start;
    }
    this.to = end;
  }

  write(text: string): void {
    this.flush();
    this.pieces.push(text);
  }

  mark(): KeptMark {
    return { pieces: this.pieces.length, from: this.from, to: this.to };
  }

  cutBack({ pieces, from, to }: KeptMark): void {
    this.pieces.length = pieces;
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
