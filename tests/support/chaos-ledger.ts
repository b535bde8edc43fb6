import type { PaperItem } from './chaos-press';

/**
 * What the server knows of what a reader must hold: the model that the stored articles are compared
 * with. It follows from answers alone, not from how often or when somebody asked.
 */
export class Ledger {
  readonly #mayHave = new Map<string, Set<string>>();
  readonly #mustHave = new Map<string, string | null>();
  readonly #breaking = new Set<string>();
  readonly #guids = new Map<string, Set<string>>();
  readonly #ended = new Set<number>();
  /** Requests for feeds that were known to be gone. */
  readonly afterTheEnd: number[] = [];
  readonly #byValidator = new Map<string, string[]>();

  /** An answer went out whole, or so much of it that a reader can have these items. */
  delivered(items: PaperItem[], validator: string | null): void {
    for (const { link, guid, title, isBreaking } of items) {
      this.#mayHave.set(link, (this.#mayHave.get(link) ?? new Set()).add(title));
      this.#guids.set(link, (this.#guids.get(link) ?? new Set()).add(guid));
      if (isBreaking) this.#breaking.add(link);
    }
    if (validator === null) return;
    this.#byValidator.set(
      validator,
      items.map(({ link }) => link),
    );
  }

  /** Who comes back with the validator of an answer has kept that answer. */
  acknowledged(validator: string | undefined): void {
    for (const link of this.#byValidator.get(validator ?? '') ?? []) {
      if (!this.#mustHave.has(link)) this.#mustHave.set(link, null);
    }
  }

  /** Listed by a healthy feed at the end: to be held, under this title. */
  listedAtLast(items: PaperItem[]): void {
    for (const { link, title } of items) this.#mustHave.set(link, title);
  }

  /** A reader has stored that these feeds are gone: no request for them is to come any more. */
  ended(papers: number[]): void {
    for (const paper of papers) this.#ended.add(paper);
  }

  asked(paper: number): void {
    if (this.#ended.has(paper)) this.afterTheEnd.push(paper);
  }

  /** Whether the item at this address ever had this guid. */
  hadGuid(link: string, guid: string): boolean {
    return this.#guids.get(link)?.has(guid) === true;
  }

  /** Addresses of the items with a publisher's own mark. */
  get breaking(): ReadonlySet<string> {
    return this.#breaking;
  }

  get mustHave(): ReadonlySet<string> {
    return new Set(this.#mustHave.keys());
  }

  /** Whether an article may be held under this title now. */
  allows(link: string, title: string): boolean {
    const last = this.#mustHave.get(link) ?? null;
    return last === null ? this.#mayHave.get(link)?.has(title) === true : last === title;
  }
}
