import { parseFeedDate } from './date';

/** The first of the texts a publisher may have put the same thing into; null when none is there. */
export function firstText(...texts: (string | null | undefined)[]): string | null {
  return texts.find((text) => text !== undefined && text !== null && text.trim() !== '') ?? null;
}

/** The first date that can be read; when none can, the first one written, null without any. */
export function firstDate(...dates: (string | null | undefined)[]): string | null {
  const written = dates.filter((date) => date?.trim());
  const first = written[0] ?? null;
  if (written.length < 2) return first;
  return written.find((date) => parseFeedDate(date ?? null) !== null) ?? first;
}

/** Names joined with commas, each once; null when there are none. */
export function joinNames(names: (string | null | undefined)[]): string | null {
  const distinct = new Set(names.flatMap((name) => name?.trim() || []));
  return distinct.size === 0 ? null : [...distinct].join(', ');
}
