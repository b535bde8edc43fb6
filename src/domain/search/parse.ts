import { foldText } from '../topic/fold';
import { QUOTES, readAlternatives, type TopicAlternative } from '../topic/query';
import { readDate } from './date';
import {
  FILTER_NAMES,
  type FilterName,
  type SearchFilter,
  type SearchProblem,
  type SearchQuery,
  STATES,
} from './query';

export interface ParsedSearch {
  query: SearchQuery;
  problems: SearchProblem[];
}

/** A phrase is passed over whole: what looks like a filter in it is none. */
const FILTER = new RegExp(
  `[${QUOTES}][^${QUOTES}]*(?:[${QUOTES}]|$)|(?<![^\\s,，、،;；])([-−–]?)(\\p{L}+)[:：](?:[${QUOTES}]([^${QUOTES}]*)[${QUOTES}]?|([^\\s,，、،;；${QUOTES}]*))`,
  'gu',
);

/** The last word, while it is being typed, is a beginning; an exclusion is not, or half a word hides all. */
const BEING_TYPED = new RegExp(
  `(?:^|[\\s,，、،;；])(?![-−–])[^\\s,，、،;；${QUOTES}]*[\\p{L}\\p{N}\\p{M}]$`,
  'u',
);
const OPEN_PHRASE = new RegExp(
  `^(?:[^${QUOTES}]*[${QUOTES}][^${QUOTES}]*[${QUOTES}])*[^${QUOTES}]*[${QUOTES}][^${QUOTES}]*[\\p{L}\\p{N}\\p{M}]$`,
  'u',
);

/** Korean words carry their particles. */
const HANGUL_LAST = /\p{sc=Hangul}$/u;

/** Reads whatever is written; what it cannot use is told, and left out. */
export function parseSearch(text: string): ParsedSearch {
  const filters: SearchFilter[] = [];
  const problems: SearchProblem[] = [];
  const words = text
    .normalize('NFC')
    .replace(FILTER, (whole, ...groups: (string | undefined)[]) => {
      const [minus = '', name, phrase, bare] = groups;
      if (name === undefined) return whole;
      const known = FILTER_NAMES.find((filter) => filter === name.toLowerCase());
      const value = (phrase ?? bare ?? '').trim();
      if (!known) {
        if (isLikeFilter(name, value)) problems.push({ kind: 'unknown-filter', written: whole });
        return whole;
      }
      const read = readFilter({ name: known, value, isExcluded: minus !== '' });
      if ('date' in read || 'isExcluded' in read) filters.push(read);
      else problems.push(read);
      // Stays apart from what stands before and behind.
      return ' ';
    });
  return { query: { alternatives: readWords(words), filters }, problems };
}

/** Not an address, not a time of day. */
function isLikeFilter(name: string, value: string): boolean {
  return /^[a-z]{2,}$/.test(name) && /^[\p{L}\p{N}]/u.test(value);
}

function readWords(text: string): TopicAlternative[] {
  const isBeingTyped = BEING_TYPED.test(text) || OPEN_PHRASE.test(text);
  const { alternatives } = readAlternatives(isBeingTyped ? `${text}*` : text);
  return alternatives.map(({ wanted, excluded }) => ({
    wanted: wanted.map((term) =>
      HANGUL_LAST.test(term.text) ? { ...term, isPrefix: true } : term,
    ),
    excluded,
  }));
}

interface WrittenFilter {
  name: FilterName;
  value: string;
  isExcluded: boolean;
}

function readFilter({ name, value, isExcluded }: WrittenFilter): SearchFilter | SearchProblem {
  const folded = foldText(value).text.replace(/\s+/g, ' ').trim();
  if (folded === '') return { kind: 'no-value', name };
  switch (name) {
    case 'publisher':
    case 'topic':
      return { kind: name, name: folded, isExcluded };
    case 'is': {
      const state = STATES.find((known) => known === folded);
      return state ? { kind: 'is', state, isExcluded } : { kind: 'unknown-state', written: value };
    }
    default: {
      const date = readDate(folded);
      if (!date) return { kind: 'unknown-date', written: value, name };
      // What is not after a day is before it.
      return { kind: (name === 'after') === isExcluded ? 'before' : 'after', date };
    }
  }
}
