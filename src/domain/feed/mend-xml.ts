import type { Tag } from './read-tag';
import { escapeStray, readXml } from './read-xml';

/** Deeper elements lose their tags and keep their text. feedsmith's reader refuses 100 levels. */
const MAX_DEPTH = 90;

/** Names that JavaScript objects have already: feedsmith's reader refuses the document for one of them. */
const RESERVED = /^(?:__|constructor$|prototype$|hasownproperty$|tostring$|valueof$)/i;
/**
 * RDF's table of contents, which feedsmith follows when it is there. It may leave items out or name them
 * differently, so it is hidden: items are taken in the order of the document.
 */
const CONTENTS_TABLE = 'items';

/** feedsmith takes names of persons apart in quadratic time; real ones are shorter than this. */
const MAX_PERSON = 200;
const PERSONS: ReadonlySet<string> = new Set(['author', 'managingeditor', 'webmaster']);

/** A document that has one of these before any root is a web page. */
const PAGE_ELEMENTS: ReadonlySet<string> = new Set(['html', 'head', 'body']);

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
}

export interface MendedXml {
  /** Well-formed, without declaration, comments and CDATA; empty when no root was found. */
  text: string;
  /** Local name of the root, lower case; without one, the first element's name, null without any. */
  root: string | null;
  isFound: boolean;
  /** The root was closed: the document neither breaks off nor is nested beyond reading. */
  isWhole: boolean;
}

interface OpenElement {
  name: string;
  key: string;
  isItem: boolean;
  isPerson: boolean;
  /** Holds elements only. Text there means nothing, and feedsmith would collect it letter by letter. */
  isContainer: boolean;
}

/**
 * Rewrites a document so that a strict or simple-minded reader can take it, in linear time: closes what
 * is left open, drops what was never opened, escapes stray `<` and `&`, quotes attributes, limits depth
 * and number of items, and cuts a document that breaks off after its last whole item.
 */
export function mendXml(text: string, rules: MendingRules): MendedXml {
  const mender = new Mender(rules);
  for (const token of readXml(text)) {
    if (token.kind === 'text') mender.text(token.text);
    else if (token.tag.isClosing) mender.close(token.tag);
    else mender.start(token.tag, token.written);
    if (mender.isOver) break;
  }
  return mender.finish();
}

class Mender {
  /** Nothing that follows matters. */
  isOver = false;
  private readonly rules: MendingRules;
  private readonly output: string[] = [];
  private readonly open: OpenElement[] = [];
  private first: string | null = null;
  private root: string | null = null;
  /** Open elements whose tags are left out. */
  private hidden = 0;
  private itemCount = 0;
  private elementsInItem = 0;
  /** Characters that still go into the open name of a person. */
  private personRoom = Number.POSITIVE_INFINITY;
  /** Where in `output` the last whole item ends, and how many elements were open around it. */
  private lastWhole: { length: number; depth: number } | null = null;

  constructor(rules: MendingRules) {
    this.rules = rules;
  }

  text(text: string): void {
    if (text === '' || (this.open.at(-1)?.isContainer ?? true)) return;
    this.write(text.length > this.personRoom ? text.slice(0, this.personRoom) : text);
  }

  start(tag: Tag, written: string): void {
    const key = tag.name.toLowerCase();
    const local = key.slice(key.indexOf(':') + 1);
    if (this.open.length === 0 && !this.startRoot(local)) return;
    const isItem = this.rules.items.has(local) && this.open.length <= 3;
    if (isItem && !this.startItem(key)) return;
    this.elementsInItem += 1;
    if (this.isFull()) {
      if (!tag.isSelfClosing) this.hidden += 1;
      return;
    }
    const isReserved = local === CONTENTS_TABLE || RESERVED.test(tag.name) || RESERVED.test(local);
    const name = isReserved ? `x-${tag.name.replaceAll(':', '-')}` : tag.name;
    this.write(tag.isClean && !isReserved && isPlain(tag) ? written : writeTag(tag, name));
    if (tag.isSelfClosing) {
      if (isItem) this.markWhole();
      return;
    }
    const isPerson = PERSONS.has(local) && this.personRoom === Number.POSITIVE_INFINITY;
    if (isPerson) this.personRoom = MAX_PERSON;
    const isContainer = isItem || this.open.length === 0 || local === 'channel';
    this.open.push({ name, key, isItem, isPerson, isContainer });
  }

  close(tag: Tag): void {
    const key = tag.name.toLowerCase();
    const index = this.open.findLastIndex((element) => element.key === key);
    // Hidden elements may have been left open; the end of an item is theirs too.
    if (this.hidden > 0 && this.open[index]?.isItem !== true) {
      this.hidden -= 1;
      return;
    }
    if (index === -1) return;
    this.hidden = 0;
    this.closeDownTo(index);
    this.isOver = index === 0;
  }

  /** In a document that breaks off, what is not whole goes, unless nothing is. */
  finish(): MendedXml {
    const isWhole = this.open.length === 0;
    const isInItem = this.open.some((element) => element.isItem);
    if (isInItem && this.lastWhole !== null) {
      this.output.length = this.lastWhole.length;
      this.open.length = Math.min(this.open.length, this.lastWhole.depth);
    }
    this.closeDownTo(0);
    return {
      text: this.output.join(''),
      root: this.root ?? this.first,
      isFound: this.root !== null,
      isWhole,
    };
  }

  /** Elements outside a root, such as a server's warnings, are passed over. */
  private startRoot(local: string): boolean {
    this.first ??= local;
    if (this.rules.roots.has(local)) this.root = local;
    else this.isOver = PAGE_ELEMENTS.has(local);
    return this.root !== null;
  }

  /** An item ends the one before it. Answers false when there are enough. */
  private startItem(key: string): boolean {
    const before = this.open.findIndex((element) => element.isItem && element.key === key);
    if (before !== -1) this.closeDownTo(before);
    this.hidden = 0;
    this.elementsInItem = 0;
    this.itemCount += 1;
    this.isOver = this.itemCount > this.rules.maxItems;
    return !this.isOver;
  }

  private isFull(): boolean {
    const isCrowded = this.elementsInItem > this.rules.maxElements;
    return this.hidden > 0 || isCrowded || this.open.length >= MAX_DEPTH || this.personRoom === 0;
  }

  private write(text: string): void {
    this.output.push(text);
    // Infinity minus Infinity would be no number.
    if (this.personRoom !== Number.POSITIVE_INFINITY)
      this.personRoom = Math.max(0, this.personRoom - text.length);
  }

  private closeDownTo(index: number): void {
    while (this.open.length > index) {
      const element = this.open.pop();
      if (element === undefined) return;
      this.output.push(`</${element.name}>`);
      if (element.isPerson) this.personRoom = Number.POSITIVE_INFINITY;
      if (element.isItem) this.markWhole();
    }
  }

  private markWhole(): void {
    this.lastWhole = { length: this.output.length, depth: this.open.length };
  }
}

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
