import type { SampleFeed } from '../../tests/support/feed-builders';

export interface Story {
  /** Unique within its publisher; also the last part of the page's address. */
  slug: string;
  title: string;
  summary: string;
  published: Date;
  updated?: Date;
  tags?: string[];
  hasComments?: boolean;
}

export interface Publisher {
  /** First part of the path of everything it publishes. */
  slug: string;
  title: string;
  format: 'rss' | 'rdf' | 'atom' | 'json';
  language: string;
  encoding?: NonNullable<SampleFeed['encoding']>;
  stories: Story[];
  /** The feed as of the later edition, where it changes. */
  later?: (now: Date) => Story[];
}

/** A time of the sample's day. */
export function at(clock: string): Date {
  return new Date(`2011-11-21T${clock}:00Z`);
}
