import type { ElementName } from './element-name';
import type { Tag } from './read-tag';

/** Types of a text in Atom that say nothing about how it is to be read. */
const PLAIN_TYPES: ReadonlySet<string> = new Set(['text', 'html']);

/**
 * Tells of an item's elements which of them nobody will read: the whole text where a summary came before it.
 * Publishers send both, the whole text is most of the document, and of an item's texts only the first is kept
 * (`map-rss.ts`, `map-atom.ts`). Where the summary might turn out to be empty nothing is said of the whole text.
 */
export class SummaryWatch {
  private readonly isAtom: boolean;
  /** Whether other prefixes may stand for the format's own names. */
  private readonly hasPrefixes: boolean;
  private state: 'none' | 'open' | 'known' | 'unclear' = 'none';

  /** @param root local name of the document's root */
  constructor(root: string | null) {
    this.isAtom = root === 'feed';
    this.hasPrefixes = this.isAtom || root === 'rdf';
  }

  /** The summary has begun, and there may be text in it yet. */
  get isOpen(): boolean {
    return this.state === 'open';
  }

  startItem(): void {
    this.state = 'none';
  }

  /**
   * An element right within an item begins.
   * @param tag as it is written out
   * @returns whether what is in it can be left out
   */
  startElement(tag: Tag, { key, local }: ElementName): boolean {
    if (this.state === 'known') return tag.name === (this.isAtom ? 'content' : 'content:encoded');
    if (local !== (this.isAtom ? 'summary' : 'description')) return false;
    if (key === local) this.state = this.isReadable(tag) ? 'open' : 'unclear';
    else if (this.hasPrefixes) this.state = 'unclear';
    return false;
  }

  /** Text right within an element of an item, with references unless it is from a CDATA section. */
  onText({ key }: ElementName, text: string, isSection: boolean): void {
    if (!this.isOpen || key !== (this.isAtom ? 'summary' : 'description')) return;
    const visible = text.trimStart();
    // What a reference means is not looked up here, except for the one that escaped markup begins with.
    const isVisible = isSection || !visible.startsWith('&') || visible.startsWith('&lt;');
    if (visible !== '' && isVisible) this.state = 'known';
  }

  /** The first summary counts: one after it, whatever is in it, makes nothing clearer. */
  private isReadable(tag: Tag): boolean {
    const isFirst = this.state === 'none' && !tag.isSelfClosing;
    return isFirst && (!this.isAtom || tag.attributes.every(isHarmless));
  }
}

const isHarmless = ([name, value]: [string, string]): boolean =>
  name.startsWith('xml') || (name === 'type' && PLAIN_TYPES.has(value));
