import type { Article } from '../model';

/** Order of arrival; what arrived together is ordered by the publishers' times. */
export function byArrival(a: Article, b: Article): number {
  return a.arrivedAt - b.arrivedAt || a.sortAt - b.sortAt || (a.articleId < b.articleId ? -1 : 1);
}
