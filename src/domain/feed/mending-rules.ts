/** What `mendXml` has to know of a kind of document. */
export interface MendingRules {
  /** Local names, lower case, of the elements that can be the document's root. */
  roots: ReadonlySet<string>;
  /** Local names of the elements that the document is a list of. They do not nest. */
  items: ReadonlySet<string>;
  /** What comes after so many items is left out. */
  maxItems: number;
  /**
   * Elements in one item, or in a document without items; the tags of more are left out and their text
   * stays. feedsmith looks at each of them many times.
   */
  maxElements: number;
  /** The whole text of an item is left out when a summary came before it. */
  isForSummaries: boolean;
}
