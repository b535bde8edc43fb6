/** What is scored: our side of it, and the scorer beside the data. */
export interface Scorer {
  title: string;
  /** Below the project's root. */
  adapter: string;
  /** Below the folder of the data. */
  script: string;
}

export const SCORERS: Scorer[] = [
  { title: 'Feeds', adapter: 'tests/evaluation/feeds.ts', script: 'score-feeds.mjs' },
  {
    title: 'Stories',
    adapter: 'tests/evaluation/stories.ts',
    script: 'stories/score-stories.mjs',
  },
  {
    title: 'Breaking news',
    adapter: 'tests/evaluation/breaking.ts',
    script: 'stories/score-breaking.mjs',
  },
];
