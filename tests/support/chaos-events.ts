import type { Lots } from './chaos-lots';
import type { Paper } from './chaos-press';

/** Item numbers from here on are those of events; what a paper has for itself is numbered below. */
const FIRST_NUMBER = 100;
const LINK = /\/read\/\d+-\d+-\d{3,}$/;
/** The papers of one event bring it within so many editions. */
const SPREAD = 8;

/** What one of the papers prints of an event. */
interface Share {
  paper: number;
  /** The edition in which it is news there. */
  first: number;
  /** The paper marks it as breaking. */
  isMarked: boolean;
}

/** An event that two or more publishers tell, each in words of its own. */
export interface CarriedEvent {
  number: number;
  shares: Share[];
}

/**
 * One event in most editions, told by two to four papers of one language that stay to the end; and one
 * after the storm that is news in one paper first, and in another one an edition later.
 */
export function planEvents(lots: Lots, papers: Paper[], editions: number): CarriedEvent[] {
  const tellers = papers.filter(
    ({ charset, isLate, closedFrom }) => charset === 'utf-8' && !isLate && closedFrom === null,
  );
  const news = Array.from({ length: editions }, (_, index) => index + 1);
  const events = news
    .filter((edition) => lots.chance(0.6, 'event', edition))
    .map((edition) => {
      const number = FIRST_NUMBER + edition;
      const most = 2 + lots.integer(3, 'more', number);
      const shares = pickTellers(lots, tellers, number).slice(0, most);
      return carry(number, shares, (paper, place) =>
        place === 0 ? edition : Math.min(edition + lots.integer(SPREAD, number, paper), editions),
      );
    });
  const number = FIRST_NUMBER + editions + 2;
  const pair = pickTellers(lots, tellers, number).slice(0, 2);
  return [...events, carry(number, pair, (_, place) => editions + 2 + place)];
}

/** Different publishers, in an order that the seed decides. */
function pickTellers(lots: Lots, tellers: Paper[], number: number): Paper[] {
  const hosts = new Set<string>();
  return lots
    .shuffle(tellers, 'tellers', number)
    .filter(({ host }) => !hosts.has(host) && hosts.add(host));
}

/** The first of the papers marks the event as breaking. */
function carry(
  number: number,
  papers: Paper[],
  firstIn: (paper: number, place: number) => number,
): CarriedEvent {
  const shares = papers.map(({ index }, place) => ({
    ...{ paper: index, first: firstIn(index, place) },
    isMarked: place === 0,
  }));
  return { number, shares };
}

/** What this paper prints of any event. */
export function eventsOf(events: CarriedEvent[], paper: number) {
  return events.flatMap(({ number, shares }) =>
    shares.filter((share) => share.paper === paper).map((share) => ({ number, ...share })),
  );
}

export function isEventNumber(number: number): boolean {
  return number >= FIRST_NUMBER;
}

/** Whether the item at this address tells of an event that others tell too. */
export function isEventLink(link: string | null): boolean {
  return LINK.test(link ?? '');
}
