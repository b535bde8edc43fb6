import { readTag, type Tag } from './read-tag';

/** Deeper elements lose their tags and keep their text. feedsmith's reader refuses 100 levels. */
const MAX_DEPTH = 90;

/** Names that JavaScript objects have already: feedsmith's reader refuses the document for one of them. */
const RESERVED = /^(?:__|constructor$|prototype$|hasownproperty$|tostring$|valueof$)/i;

/**
 * RDF's table of contents, which feedsmith follows when it is there. It may leave items out or name them
 * differently, so it is hidden: items are taken in the order of the document.
 */
const CONTENTS_TABLE = 'items';

export interface MendingRules {
  /** Local names, lower case, of the elements that can be the document's root. */
  roots: ReadonlySet<string>;
  /** Local names of the elements that the document is a list of. They do not nest. */
  items: ReadonlySet<string>;
  /** What comes after so many items is left out. */
  maxItems: number;
}

export interface MendedXml {
  /** Well-formed, without declaration, comments and CDATA; empty when no root was found. */
  text: string;
  /** Local name of the root, lower case; without one, the first element's name, null without any. */
  root: string | null;
  isFound: boolean;
}

interface OpenElement {
  name: string;
  key: string;
  isItem: boolean;
}

/**
 * Rewrites a document so that a strict or simple-minded reader can take it, in linear time: closes what
 * is left open, drops what was never opened, escapes stray `<` and `&`, quotes attributes, limits depth
 * and number of items, and cuts a document that breaks off after its last whole item.
 */
export function mendXml(text: string, rules: MendingRules): MendedXml {
  return new Mender(text, rules).run();
}

class Mender {
  private readonly text: string;
  private readonly rules: MendingRules;
  private readonly output: string[] = [];
  private readonly open: OpenElement[] = [];
  private first: string | null = null;
  private root: string | null = null;
  /** Elements open beyond `MAX_DEPTH`. */
  private tooDeep = 0;
  private itemCount = 0;
  /** Where in `output` the last whole item ends, and how many elements were open around it. */
  private lastWhole: { length: number; depth: number } | null = null;
  private isOver = false;
  /** Next position of a marker, remembered so that each part of the text is searched once. */
  private readonly found = new Map<string, number>();

  constructor(text: string, rules: MendingRules) {
    this.text = text;
    this.rules = rules;
  }

  run(): MendedXml {
    let at = 0;
    while (!this.isOver && at < this.text.length) {
      const less = this.find('<', at);
      if (less === -1) break;
      this.writeText(this.text.slice(at, less));
      at = this.readMarkup(less);
    }
    if (!this.isOver && this.root !== null) this.finish(at);
    return {
      text: this.output.join(''),
      root: this.root ?? this.first,
      isFound: this.root !== null,
    };
  }

  /** Answers where reading goes on. */
  private readMarkup(at: number): number {
    const { text } = this;
    if (text.startsWith('<![CDATA[', at)) return this.readCdata(at);
    if (text.startsWith('<!--', at)) return this.skipTo('-->', at + 4) ?? at + 4;
    if (text.startsWith('<?', at)) return this.skipTo('?>', at) ?? this.skipTo('>', at) ?? at + 2;
    if (text.startsWith('<!', at)) return this.skipDeclaration(at);
    const { tag, end } = readTag(text, at);
    if (tag === null) this.writeText(text.slice(at, end));
    else if (tag.isClosing) this.close(tag);
    else this.start(tag, text.slice(at, end));
    return end;
  }

  /** CDATA becomes escaped text. A section that swallows the end of its element was never closed. */
  private readCdata(at: number): number {
    const start = at + '<![CDATA['.length;
    const end = this.find(']]>', start);
    const next = this.find('<![CDATA[', start);
    if (end === -1 || (next !== -1 && next < end && this.closesCurrent(start, next))) return start;
    if (this.root !== null) this.output.push(escapeMarkup(this.text.slice(start, end)));
    return end + 3;
  }

  private closesCurrent(from: number, to: number): boolean {
    const current = this.open.at(-1);
    return current !== undefined && this.text.slice(from, to).includes(`</${current.name}`);
  }

  /** DOCTYPE, perhaps with an internal subset. Its entities are not expanded. */
  private skipDeclaration(at: number): number {
    const end = this.find('>', at);
    if (end === -1) return at + 2;
    const subset = this.text.slice(at, end).indexOf('[');
    if (subset === -1) return end + 1;
    return this.skipTo(/\]\s*>/g, at + subset) ?? end + 1;
  }

  private start(tag: Tag, written: string): void {
    const key = tag.name.toLowerCase();
    const local = key.slice(key.indexOf(':') + 1);
    if (this.open.length === 0) {
      this.first ??= local;
      if (this.root !== null || !this.rules.roots.has(local)) {
        this.isOver = this.root !== null || PAGE_ELEMENTS.has(local);
        return;
      }
      this.root = local;
    }
    const isItem = this.rules.items.has(local) && this.open.length <= 3;
    if (isItem && !this.startItem(key)) return;
    const isReserved = local === CONTENTS_TABLE || RESERVED.test(tag.name) || RESERVED.test(local);
    const name = isReserved ? `x-${tag.name.replaceAll(':', '-')}` : tag.name;
    if (this.open.length >= MAX_DEPTH) {
      if (!tag.isSelfClosing) this.tooDeep += 1;
      return;
    }
    this.output.push(tag.isClean && !isReserved && isPlain(tag) ? written : writeTag(tag, name));
    if (!tag.isSelfClosing) this.open.push({ name, key, isItem });
    else if (isItem) this.markWhole();
  }

  /** An item ends the one before it. Answers false when there are enough. */
  private startItem(key: string): boolean {
    const before = this.open.findIndex((element) => element.isItem && element.key === key);
    if (before !== -1) this.closeDownTo(before);
    this.itemCount += 1;
    if (this.itemCount <= this.rules.maxItems) return true;
    this.closeDownTo(0);
    this.isOver = true;
    return false;
  }

  private close(tag: Tag): void {
    if (this.tooDeep > 0) {
      this.tooDeep -= 1;
      return;
    }
    const key = tag.name.toLowerCase();
    const index = this.open.findLastIndex((element) => element.key === key);
    if (index === -1) return;
    this.closeDownTo(index);
    if (index === 0) this.isOver = true;
  }

  private closeDownTo(index: number): void {
    while (this.open.length > index) {
      const element = this.open.pop();
      if (element === undefined) return;
      this.output.push(`</${element.name}>`);
      if (element.isItem) this.markWhole();
    }
  }

  private markWhole(): void {
    this.lastWhole = { length: this.output.length, depth: this.open.length };
  }

  /** The document breaks off: what is not whole goes, unless nothing is. */
  private finish(at: number): void {
    const isInItem = this.open.some((element) => element.isItem);
    if (isInItem && this.lastWhole !== null) {
      this.output.length = this.lastWhole.length;
      this.open.length = Math.min(this.open.length, this.lastWhole.depth);
    } else {
      this.writeText(this.text.slice(at));
    }
    this.closeDownTo(0);
  }

  private writeText(text: string): void {
    if (this.open.length > 0 && text !== '') this.output.push(escapeStray(text));
  }

  private skipTo(marker: string | RegExp, from: number): number | null {
    if (typeof marker === 'string') {
      const at = this.find(marker, from);
      return at === -1 ? null : at + marker.length;
    }
    marker.lastIndex = from;
    return marker.exec(this.text) === null ? null : marker.lastIndex;
  }

  /** `indexOf` that does not search again what an earlier call went through. */
  private find(marker: string, from: number): number {
    const known = this.found.get(marker);
    if (known !== undefined && (known === -1 || known >= from)) return known;
    const at = this.text.indexOf(marker, from);
    this.found.set(marker, at);
    return at;
  }
}

/** A document that has one of these before any feed element is a web page. */
const PAGE_ELEMENTS: ReadonlySet<string> = new Set(['html', 'head', 'body']);

const isPlain = (tag: Tag): boolean =>
  tag.attributes.every(([name, value]) => !RESERVED.test(name) && !value.includes('&'));

function writeTag(tag: Tag, name: string): string {
  const attributes = tag.attributes
    .filter(([attribute]) => !RESERVED.test(attribute))
    .map(([attribute, value]) => ` ${attribute}="${escapeAttribute(value)}"`);
  return `<${name}${attributes.join('')}${tag.isSelfClosing ? '/' : ''}>`;
}

const escapeAttribute = (value: string): string =>
  escapeStray(value).replaceAll('"', '&quot;').replaceAll('>', '&gt;');

const escapeMarkup = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Escapes `<`, and `&` that begins no reference (`AT&T`, `?a=1&copy=2`). */
const escapeStray = (text: string): string =>
  text.replace(/&(?!#?\w{1,32};)/g, '&amp;').replaceAll('<', '&lt;');
