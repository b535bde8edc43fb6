import { at, type Publisher, type Story } from '../publisher';
import { breakingSample } from './breaking-sample';

const stories: Story[] = [
  {
    slug: 'tahrir-square',
    title: 'Protests on Tahrir Square in Cairo enter their third day',
    summary:
      'They began on Saturday. The country is to start electing a parliament on 28 November.',
    published: at('10:50'),
    tags: ['World'],
  },
  {
    slug: 'libya-government',
    title: 'Libya is about to name a new government',
    summary:
      'The list of ministers is expected within a day or two, a month after the end of the fighting.',
    published: at('08:15'),
    tags: ['World'],
  },
  {
    slug: 'about',
    title: 'Sample edition: the papers of 21 November 2011',
    summary:
      'These feeds come with Dateline and are served from your own computer. The events are real, most of the publishers are not.',
    published: at('06:00'),
  },
];

export const sampleWire: Publisher = {
  slug: 'sample-wire',
  title: 'Dateline Sample Wire',
  format: 'rss',
  language: 'en',
  stories,
  later: (now) => [
    breakingSample('BREAKING: This is what a breaking story looks like', now),
    ...stories,
  ],
};
