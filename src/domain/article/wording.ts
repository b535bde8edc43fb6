type Worded = { title: string; summary: string };

/** Whether two wordings differ by more than case, space, quotes and punctuation. */
export function isReworded(before: Worded, after: Worded): boolean {
  return isOther(before.title, after.title) || isOther(before.summary, after.summary);
}

/** Mostly nothing has changed, which shows without taking the texts apart. */
const isOther = (before: string, after: string): boolean =>
  before !== after && essence(before) !== essence(after);

/** Letters, digits and symbols of title and summary: the rest is cosmetic. */
export function wordingOf({ title, summary }: Worded): string {
  return `${essence(title)}\n${essence(summary)}`;
}

function essence(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{S}]+/gu, ' ')
    .trim();
}
