import { adaptTag } from './adapt-tag';
import { type ElementName, readElementName } from './element-name';
import { escapeAll, escapeStray, StrayAmpersands } from './escape';
import { type KeptMark, KeptText } from './kept-text';
import type { MendingRules } from './mending-rules';
import type { Tag } from './read-tag';
import { MAX_TEXT, readXml, SECTION_END, SECTION_START, type XmlHandler } from './read-xml';
import { SummaryWatch } from './summary-watch';
import { isPlain, writeTag } from './write-tag';

/** Deeper elements lose their tags and keep their text. feedsmith's reader refuses 100 levels. */
const MAX_DEPTH = 90;

/** feedsmith takes names of persons apart in quadratic time; real ones are shorter than this. */
const MAX_PERSON = 200;

/** A document that has one of these before any root is a web page. */
const PAGE_ELEMENTS: ReadonlySet<string> = new Set(['html', 'head', 'body']);

export interface MendedXml {
  /** Well-formed, without declaration and comments; empty when no root was found. */
  text: string;
  /** Local name of the root, lower case; without one, the first element's name, null without any. */
  root: string | null;
  isFound: boolean;
  /** The root was closed: the document neither breaks off nor is nested beyond reading. */
  isWhole: boolean;
}

interface OpenElement {
  name: string;
  meaning: ElementName;
  isItem: boolean;
  isPerson: boolean;
  /** Holds elements only. Text there means nothing, and feedsmith would collect it letter by letter. */
  isContainer: boolean;
  /** What is in it is left out. */
  isLeftOut: boolean;
}

/** Longer white space between elements is left out; shorter is not worth the cut. */
const MAX_BLANK = 200;
/** More different names are not remembered. */
const MAX_NAMES = 1_000;

/**
 * Rewrites a document so that a strict or simple-minded reader can take it, in linear time: closes what
 * is left open, drops what was never opened, escapes stray `<` and `&`, quotes attributes, limits depth
 * and number of items, and cuts a document that breaks off after its last whole item. What is well-formed
 * is kept as it stands, in one piece with its neighbours, so that ordinary documents are not copied.
 */
export function mendXml(text: string, rules: MendingRules): MendedXml {
  const mender = new Mender(text, rules);
  readXml(text, mender);
  return mender.finish();
}

class Mender implements XmlHandler {
  isOver = false;
  private readonly text: string;
  private readonly rules: MendingRules;
  private readonly output: KeptText;
  private readonly open: OpenElement[] = [];
  private readonly names = new Map<string, ElementName>();
  private readonly strays: StrayAmpersands;
  private watch = new SummaryWatch(null);
  private first: string | null = null;
  private root: string | null = null;
  /** Open elements whose tags are left out. */
  private hidden = 0;
  private itemCount = 0;
  private elementsInItem = 0;
  /** Characters that still go into the open name of a person. */
  private personRoom = Number.POSITIVE_INFINITY;
  /** Where the last whole item ends or, before there is one, the first begins; and what was open around it. */
  private lastWhole: { mark: KeptMark; open: OpenElement[] } | null = null;

  constructor(text: string, rules: MendingRules) {
    this.text = text;
    this.rules = rules;
    this.output = new KeptText(text);
    this.strays = new StrayAmpersands(text);
  }

  onText(start: number, end: number, isStray: boolean): void {
    const last = this.open.at(-1);
    if (last === undefined || this.isIdle()) return;
    if (last.isContainer) {
      const isBlank = end - start <= MAX_BLANK && this.text.slice(start, end).trim() === '';
      if (isBlank) this.output.keep(start, end);
      return;
    }
    const isClean = !isStray && !this.strays.isBetween(start, end);
    if (isClean && end - start <= this.personRoom) this.keep(start, end);
    else this.write(escapeStray(this.text.slice(start, end)).slice(0, this.personRoom));
    if (this.isWatched()) this.watch.onText(last.meaning, this.text.slice(start, end), false);
  }

  /** A section stays one where feedsmith reads it as one; elsewhere it becomes plain text. */
  onSection(start: number, end: number): void {
    const last = this.open.at(-1);
    if (last === undefined || last.isContainer || this.isIdle()) return;
    const content = this.text.slice(start + SECTION_START.length, end - SECTION_END.length);
    if (this.isReadAsSection(content)) this.keep(start, end);
    else this.write(escapeAll(content.slice(0, MAX_TEXT)).slice(0, this.personRoom));
    if (this.isWatched()) this.watch.onText(last.meaning, content, true);
  }

  /**
   * feedsmith takes comments out of sections, and outside the texts of items it may decode references in
   * them. A person's name is measured in escaped form.
   */
  private isReadAsSection(content: string): boolean {
    const isLong = content.length > MAX_TEXT || this.personRoom !== Number.POSITIVE_INFINITY;
    if (isLong || content.includes('<!')) return false;
    return !content.includes('&') || this.isInTextOfItem();
  }

  /** In `rss/channel/item/title` and the like: where the documents that feedsmith reads have their texts. */
  private isInTextOfItem(): boolean {
    const { open } = this;
    const isPlace = open.length === 3 || (open.length === 4 && this.root === 'rss');
    return isPlace && open.at(-2)?.isItem === true && open.at(-1)?.meaning.isText === true;
  }

  /** Right within an element of an item whose summary is not known yet. */
  private isWatched(): boolean {
    return this.watch.isOpen && this.open.at(-2)?.isItem === true;
  }

  /** Nothing is written, and what is read counts for nothing. */
  private isIdle(): boolean {
    return this.output.isMuted && this.personRoom === Number.POSITIVE_INFINITY;
  }

  onTag(tag: Tag, start: number, end: number): void {
    if (tag.isClosing) this.close(tag, start, end);
    else this.start(tag, start, end);
  }

  private start(tag: Tag, start: number, end: number): void {
    const meaning = this.meaningOf(tag.name);
    const { key, local, name } = meaning;
    if (this.open.length === 0 && !this.startRoot(local)) return;
    const isItem = meaning.isItem && this.open.length <= 3;
    if (isItem && !this.startItem(key)) return;
    this.elementsInItem += 1;
    if (this.isFull()) {
      if (!tag.isSelfClosing) this.hidden += 1;
      return;
    }
    const isInItem = this.open.at(-1)?.isItem === true;
    const adapted = adaptTag(tag, { name, root: this.root, isInItem });
    if (adapted === tag && tag.isClean && isPlain(tag)) this.keep(start, end);
    else this.write(writeTag(adapted));
    const isLeftOut = isInItem && this.isLeftOut(adapted, meaning);
    if (tag.isSelfClosing) {
      if (isItem) this.markWhole();
      return;
    }
    const isPerson = meaning.isPerson && this.personRoom === Number.POSITIVE_INFINITY;
    if (isPerson) this.personRoom = MAX_PERSON;
    const isContainer = isItem || this.open.length === 0 || local === 'channel';
    this.open.push({ name: adapted.name, meaning, isItem, isPerson, isContainer, isLeftOut });
    if (isLeftOut) this.output.isMuted = true;
  }

  private isLeftOut(tag: Tag, meaning: ElementName): boolean {
    if (!this.rules.isForSummaries || this.output.isMuted) return false;
    return this.watch.startElement(tag, meaning);
  }

  private close(tag: Tag, start: number, end: number): void {
    const last = this.open.at(-1);
    if (this.hidden === 0 && last?.name === tag.name && isPlainEnd(tag)) {
      this.closeLast(last, () => this.output.keep(start, end));
      this.isOver = this.open.length === 0;
      return;
    }
    const { key } = this.meaningOf(tag.name);
    const index = this.open.findLastIndex((element) => element.meaning.key === key);
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

  /**
   * In a document that breaks off within an item, that item goes: a cut title would be another one, and a
   * missing guid or link another article.
   */
  finish(): MendedXml {
    const isWhole = this.open.length === 0;
    const isInItem = this.open.some((element) => element.isItem);
    if (isInItem && this.lastWhole !== null) {
      this.output.cutBack(this.lastWhole.mark);
      this.open.splice(0, this.open.length, ...this.lastWhole.open);
    }
    this.closeDownTo(0);
    return {
      text: this.output.toString(),
      root: this.root ?? this.first,
      isFound: this.root !== null,
      isWhole,
    };
  }

  /** Elements outside a root, such as a server's warnings, are passed over. */
  private startRoot(local: string): boolean {
    this.first ??= local;
    if (this.rules.roots.has(local)) {
      this.root = local;
      this.watch = new SummaryWatch(local);
    } else this.isOver = PAGE_ELEMENTS.has(local);
    return this.root !== null;
  }

  /** An item ends the one before it. Answers false when there are enough. */
  private startItem(key: string): boolean {
    const before = this.open.findIndex((element) => element.isItem && element.meaning.key === key);
    if (before !== -1) this.closeDownTo(before);
    // RSS 1.0 has its items beside the channel, where feedsmith looks for them.
    if (this.root === 'rdf') this.closeDownTo(1);
    if (this.itemCount === 0) this.markWhole();
    this.watch.startItem();
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

  private keep(start: number, end: number): void {
    this.output.keep(start, end);
    this.takeRoom(end - start);
  }

  private write(text: string): void {
    this.output.write(text);
    this.takeRoom(text.length);
  }

  private takeRoom(length: number): void {
    // Infinity minus Infinity would be no number.
    if (this.personRoom !== Number.POSITIVE_INFINITY)
      this.personRoom = Math.max(0, this.personRoom - length);
  }

  private closeDownTo(index: number): void {
    while (this.open.length > index) {
      const element = this.open.at(-1);
      if (element === undefined) return;
      this.closeLast(element, () => this.output.write(`</${element.name}>`));
    }
  }

  private closeLast(element: OpenElement, writeEnd: () => void): void {
    if (element.isLeftOut) this.output.isMuted = false;
    writeEnd();
    this.open.pop();
    if (element.isPerson) this.personRoom = Number.POSITIVE_INFINITY;
    if (element.isItem) this.markWhole();
  }

  private markWhole(): void {
    this.lastWhole = { mark: this.output.mark(), open: [...this.open] };
  }

  private meaningOf(name: string): ElementName {
    const known = this.names.get(name);
    if (known !== undefined) return known;
    const meaning = readElementName(name, this.rules.items);
    if (this.names.size < MAX_NAMES) this.names.set(name, meaning);
    return meaning;
  }
}

const isPlainEnd = (tag: Tag): boolean => tag.attributes.length === 0 && !tag.isSelfClosing;
