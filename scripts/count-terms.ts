/**
 * Counts in how many headlines each term stands and writes the table that the story index starts with:
 *
 *     npx tsx scripts/count-terms.ts HEADLINES.jsonl
 *
 * Each line of the input is an object with a `title` in English. The shipped table was counted from
 * titles of the data set notnews/top_news (CC BY 4.0, see NOTICE).
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { stepOfCount } from '../src/domain/story/frequencies';
import { tokenize } from '../src/domain/story/tokenize';

/** Terms that stand in fewer headlines say no more than an unknown term. */
const FEWEST = 3;

/** Some titles of the data set were read from addresses, a few of which hold a UUID instead. */
const IDENTIFIER = /\b[0-9a-f]{8}[ -][0-9a-f]{4}[ -]/;

const TARGET = 'src/domain/story/news-terms.ts';

const [, , file] = process.argv;
if (file === undefined) throw new Error('usage: count-terms.ts HEADLINES.jsonl');

const titles = readFileSync(file, 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => (JSON.parse(line) as { title: string }).title)
  .filter((title) => !IDENTIFIER.test(title));

const counts = new Map<string, number>();
for (const title of titles) {
  for (const term of tokenize(title, 'en').keys()) {
    if (/^[a-z0-9]+$/.test(term)) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
}

const steps: string[][] = [];
for (const [term, count] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1))) {
  if (count < FEWEST) continue;
  const step = stepOfCount(count);
  while (steps.length <= step) steps.push([]);
  steps[step]?.push(term);
}

const lines = steps.map((terms) => `  '${terms.join(' ')}',`);
writeFileSync(
  TARGET,
  `/** Counted by scripts/count-terms.ts from notnews/top_news (CC BY 4.0, see NOTICE). */
export const NEWS_HEADLINES = ${titles.length};

/** Terms by step of their count: see \`countOfStep\`. */
export const NEWS_TERMS = [
${lines.join('\n')}
];
`,
);
