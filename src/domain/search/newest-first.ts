/** Things with a time, given out newest first while more come in. */
export class NewestFirst<T extends { at: number }> {
  /** Oldest first, so that the newest is taken from the end. */
  #waiting: T[] = [];
  #isSorted = true;

  add(things: Iterable<T>): void {
    for (const thing of things) this.#waiting.push(thing);
    this.#isSorted = false;
  }

  /** The time of the newest; never when there is none. */
  get newestAt(): number {
    this.#sort();
    return this.#waiting.at(-1)?.at ?? Number.NEGATIVE_INFINITY;
  }

  /** Takes the newest ones out: at most so many, and none before `from`. */
  take(most: number, from: number): T[] {
    const taken: T[] = [];
    while (taken.length < most && this.#waiting.length > 0 && this.newestAt >= from) {
      taken.push(this.#waiting.pop() as T);
    }
    return taken;
  }

  #sort(): void {
    if (this.#isSorted) return;
    this.#waiting.sort((a, b) => a.at - b.at);
    this.#isSorted = true;
  }
}
