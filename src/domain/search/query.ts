import type { TopicAlternative } from '../topic/query';
import type { SearchDate } from './date';

/** The names of filters as they are written, before a colon. */
export const FILTER_NAMES = ['publisher', 'topic', 'after', 'before', 'is'] as const;

export type FilterName = (typeof FILTER_NAMES)[number];

export const STATES = ['unread', 'read', 'saved', 'hidden'] as const;

/** Hidden: by muting topics. Such stories are found only when they are asked for. */
export type SearchState = (typeof STATES)[number];

export type SearchFilter =
  | { kind: 'publisher' | 'topic' /** Folded by `foldText`. */; name: string; isExcluded: boolean }
  /** On that day or later. */
  | { kind: 'after'; date: SearchDate }
  /** Earlier than that day. */
  | { kind: 'before'; date: SearchDate }
  | { kind: 'is'; state: SearchState; isExcluded: boolean };

/** What is searched for: words in the language of topics, and filters that narrow them. */
export interface SearchQuery {
  /** One must be satisfied, when there are any; `wanted` may be empty. */
  alternatives: TopicAlternative[];
  /** All must be satisfied, but of publishers one. */
  filters: SearchFilter[];
}

/** A part of what was written that cannot be used as it stands; all else still is. */
export type SearchProblem =
  | { kind: 'no-value'; name: FilterName }
  | { kind: 'unknown-date'; written: string; name: FilterName }
  | { kind: 'unknown-state'; written: string }
  /** Searched for as a word. */
  | { kind: 'unknown-filter'; written: string }
  /** Nothing followed is called so. */
  | { kind: 'unknown-publisher' | 'unknown-topic'; written: string };
