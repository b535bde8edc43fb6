type Worded = { title: string; summary: string };

/** Whether two wordings differ by more than case, space, quotes and punctuation. */
export function isReworded(before: Worded, after: Worded): boolean {
  return wordingOf(before) !== wordingOf(after);
}

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
