import type { Story } from '../publisher';

const ABOUT = 'A sample, not news: three publishers carry this headline within minutes';

/** The later edition's breaking story as one publisher has it: one alone would not be enough. */
export function breakingSample(title: string, published: Date): Story {
  return {
    slug: 'breaking-sample',
    title,
    summary: `${ABOUT}, so Dateline shows it on top and tells you about it.`,
    published,
    tags: ['Sample'],
  };
}
