import { type CarriedEvent, eventsOf, isEventNumber, planEvents } from './chaos-events';
import type { Lots } from './chaos-lots';
import { encodeText } from './encode';
import { atom, jsonFeed, rdf, rss, type SampleItem } from './feed-builders';

/** The edition that all feeds have before the storm, and the first with news. */
export const BACKLOG = 0;

const FORMATS = ['rss', 'rss', 'rss', 'atom', 'atom', 'rdf', 'json'] as const;
const SCRIPTS = {
  'utf-8': { consonants: 'bdfgklmnprstvz', vowels: 'aeiou', mark: 'BREAKING: ' },
  'windows-1252': { consonants: 'bdfgklmnprstvz', vowels: 'äéiöü', mark: 'EILMELDUNG: ' },
  'windows-1251': { consonants: 'бдфгклмнпрствз', vowels: 'аеиоу', mark: 'СРОЧНО: ' },
  shift_jis: { consonants: 'カキクケコサシスセソ', vowels: 'タチツテトナニヌネノ', mark: '速報：' },
} as const;
/** What a title looks like to those who read it, and in the document. */
const DISGUISES = [
  (text: string) => `<b>${text}</b>`,
  (text: string) => `<script>globalThis.wasHere = true</script>${text}`,
  (text: string) => `${text} <img src="x" onerror="globalThis.wasHere = true">`,
  (text: string) => `&#8238;${text}`,
];
const BACKLOG_ITEMS = 3;

type Charset = keyof typeof SCRIPTS;

/** A publisher's feed on the server of the storm. */
export interface Paper {
  index: number;
  host: string;
  path: string;
  format: (typeof FORMATS)[number];
  charset: Charset;
  /** Fails until the storm, so that its first items are read in the middle of it. */
  isLate: boolean;
  /** From this edition on it is gone for ever (410); null for those that stay. */
  closedFrom: number | null;
}

export interface PaperItem {
  link: string;
  guid: string;
  /** As plain text. */
  title: string;
  /** As it stands in the document. */
  markup: string;
  isBreaking: boolean;
  /** Number of the event that other papers tell too; null for what only this one tells. */
  event: number | null;
}

/** What all papers print, edition by edition: decided by the seed alone. */
export class Press {
  readonly papers: Paper[];
  /** What two or more of them tell. */
  readonly events: CarriedEvent[];
  /** The first edition after the storm, with everything that is still listed then. */
  readonly calmEdition: number;
  readonly #lots: Lots;
  readonly #printedAt: number;

  constructor(input: { lots: Lots; papers: number; editions: number; now: number }) {
    this.#lots = input.lots;
    this.#printedAt = input.now;
    this.calmEdition = input.editions + 1;
    this.papers = Array.from({ length: input.papers }, (_, index) =>
      this.#found(index, input.editions),
    );
    this.events = planEvents(input.lots, this.papers, input.editions);
  }

  #found(index: number, editions: number): Paper {
    const format = this.#lots.pick(FORMATS, 'format', index);
    const charset = this.#lots.pick<Charset>(
      ['utf-8', 'utf-8', 'windows-1252', 'windows-1251', 'shift_jis'],
      ...['charset', index],
    );
    return {
      index,
      // A fifth of the papers share a house, the others live alone.
      host: index % 5 === 0 ? `house-${index % 50}.localhost` : `paper-${index}.localhost`,
      path: `/feeds/${index}`,
      format,
      charset: format === 'json' ? 'utf-8' : charset,
      isLate: index % 10 === 9,
      closedFrom: index % 25 === 7 ? 1 + this.#lots.integer(editions, 'closed', index) : null,
    };
  }

  /** What the paper lists in this edition, in the order of its document; some of it twice. */
  list(paper: Paper, edition: number): PaperItem[] {
    const listed = this.#printed(paper, edition).filter((key) => this.#lists(paper, key, edition));
    const isMixed = this.#lots.chance(0.2, 'mixed', paper.index, edition);
    const ordered = isMixed ? this.#lots.shuffle(listed, 'mix', paper.index, edition) : listed;
    const items = ordered.map((key) => this.#item(paper, key, edition));
    const isRepeated = this.#lots.chance(0.1, 'repeated', paper.index, edition);
    return isRepeated ? [...items, ...items.slice(0, 2)] : items;
  }

  /** Newest first: the edition each item first stood in, and its number there. */
  #printed(paper: Paper, edition: number): ItemKey[] {
    const keys: ItemKey[] = [];
    const events = eventsOf(this.events, paper.index);
    for (let first = edition; first > BACKLOG; first -= 1) {
      const told = events.filter((share) => share.first === first);
      keys.push(...told.map(({ number }) => ({ first, number })));
      if (first >= this.calmEdition) continue;
      if (this.#lots.chance(0.15, 'new', paper.index, first)) keys.push({ first, number: 0 });
    }
    for (let number = 0; number < BACKLOG_ITEMS; number += 1) keys.push({ first: BACKLOG, number });
    return keys;
  }

  /** Some items are listed for a short time only, some fall out for one edition and come back. */
  #lists(paper: Paper, { first, number }: ItemKey, edition: number): boolean {
    if (edition === first) return true;
    const key = [paper.index, first, number];
    const mayLeave = !isEventNumber(number) && !this.#isBreaking(paper, { first, number });
    const isBrief = mayLeave && this.#lots.chance(0.15, 'brief', ...key);
    if (isBrief) return edition <= first + this.#lots.integer(3, 'briefly', ...key);
    return edition >= this.calmEdition || !this.#lots.chance(0.06, 'missing', ...key, edition);
  }

  /** Nothing that may have been there at the first check is breaking: that is told to nobody. */
  #isBreaking(paper: Paper, { first, number }: ItemKey): boolean {
    if (isEventNumber(number)) {
      return eventsOf(this.events, paper.index).some(
        (share) => share.number === number && share.isMarked,
      );
    }
    return (
      first !== BACKLOG && !paper.isLate && this.#lots.chance(0.03, 'told', paper.index, first)
    );
  }

  #item(paper: Paper, { first, number }: ItemKey, edition: number): PaperItem {
    const key = [paper.index, first, number];
    const isBreaking = this.#isBreaking(paper, { first, number });
    const isEvent = isEventNumber(number);
    const script = SCRIPTS[paper.charset];
    const names = [0, 1, 2, 3].map((place) =>
      isEvent ? this.#name(script, -1, number, place) : this.#name(script, ...key, place),
    );
    if (isEvent) names.push(this.#name(script, ...key, 0));
    const edits = this.#changes('edited', { key, first, edition });
    const turns = this.#changes('turned', { key, first, edition });
    const title = [
      `${isBreaking ? script.mark : ''}${names.join(' ')}`,
      ...(edits > 0 ? [`(${edits})`] : []),
    ].join(' ');
    const isDisguised = !isBreaking && this.#lots.chance(0.1, 'disguised', ...key);
    const disguise = this.#lots.pick(DISGUISES, 'disguise', ...key);
    return {
      link: `http://${paper.host}/read/${key.join('-')}`,
      guid: [`item-${key.join('-')}`, ...(turns > 0 ? [`v${turns}`] : [])].join('-'),
      title,
      markup: isDisguised ? disguise(title) : title,
      isBreaking,
      event: isEvent ? number : null,
    };
  }

  /** Four syllables that no other headline has in this order. */
  #name(script: { consonants: string; vowels: string }, ...key: number[]): string {
    const syllables = [0, 1, 2, 3].map((place) => {
      const consonant = this.#lots.pick([...script.consonants], 'consonant', ...key, place);
      return `${consonant}${this.#lots.pick([...script.vowels], 'vowel', ...key, place)}`;
    });
    return syllables.join('');
  }

  /** How often its words were edited, or its guid was replaced by another, since it was new. */
  #changes(
    kind: 'edited' | 'turned',
    { key, first, edition }: { key: number[]; first: number; edition: number },
  ): number {
    let changes = 0;
    for (let later = first + 1; later <= edition; later += 1) {
      if (this.#lots.chance(0.03, kind, ...key, later)) changes += 1;
    }
    return changes;
  }

  /** The document with these items. */
  print(paper: Paper, items: PaperItem[]): Uint8Array {
    const build = { rss, atom, rdf, json: jsonFeed }[paper.format];
    const text = build({
      title: `Paper ${paper.index}`,
      encoding: paper.charset,
      items: items.map((item) => this.#sample(item)),
    });
    return paper.charset === 'utf-8' ? Buffer.from(text) : encodeText(text, paper.charset);
  }

  #sample({ guid, link, markup }: PaperItem): SampleItem {
    const ageMs = 60_000 + this.#lots.integer(3_600, 'age', link) * 1000;
    return {
      ...{ id: guid, title: markup, link, summary: `More at ${link}.` },
      published: new Date(this.#printedAt - ageMs),
    };
  }
}

interface ItemKey {
  first: number;
  number: number;
}
