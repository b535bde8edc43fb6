import type { TopicAlternative, TopicTerm } from '../topic/query';
import { writeDate } from './date';
import type { SearchFilter, SearchQuery } from './query';

/** Writes a query so that reading it gives the same one. */
export function writeSearch({ alternatives, filters }: SearchQuery): string {
  const words = alternatives.map(writeAlternative).join(', ');
  // What ends in a space is not being typed.
  return [words, ...filters.map(writeFilter), ''].filter((part, index) => part || index).join(' ');
}

function writeAlternative({ wanted, excluded }: TopicAlternative): string {
  return [...wanted.map(writeTerm), ...excluded.map((term) => `-${writeTerm(term)}`)].join(' ');
}

function writeTerm({ text, isPrefix }: TopicTerm): string {
  const written = isPrefix ? `${text}*` : text;
  return /^[\p{L}\p{N}\p{M}]+\*?$/u.test(written) ? written : `"${written}"`;
}

function writeFilter(filter: SearchFilter): string {
  if ('date' in filter) return `${filter.kind}:${writeDate(filter.date)}`;
  const minus = filter.isExcluded ? '-' : '';
  if (filter.kind === 'is') return `${minus}is:${filter.state}`;
  return `${minus}${filter.kind}:"${filter.name}"`;
}
