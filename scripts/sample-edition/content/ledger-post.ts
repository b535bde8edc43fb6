import { at, type Publisher, type Story } from '../publisher';
import { breakingSample } from './breaking-sample';

const stories: Story[] = [
  {
    slug: 'super-committee',
    title: 'US deficit super-committee fails to reach a deal on cuts',
    summary:
      'After three months of talks there is no plan. Rating agencies say that the failure alone does not change their view for now.',
    published: at('22:20'),
    tags: ['Budget'],
  },
  {
    slug: 'egypt-cabinet',
    title: "Egypt's cabinet offers to resign after protests",
    summary: 'The exchange in Cairo closes sharply lower for a second day.',
    published: at('18:35'),
    tags: ['Markets'],
  },
  {
    slug: 'france-rating',
    title: "Dearer credit is a risk for France's rating, Moody's warns",
    summary:
      'Higher yields and slower growth could weigh on the outlook. The euro zone looks from Italy and Spain to its core.',
    published: at('10:40'),
    tags: ['Euro zone'],
  },
  {
    slug: 'hungary-imf',
    title: 'Hungary asks the IMF and the EU for possible help',
    summary:
      'Budapest speaks of a safety net, not of a loan. The forint had fallen to a record low in the week before.',
    published: at('10:10'),
    tags: ['Euro zone', 'Currencies'],
  },
  {
    slug: 'spain-bonds',
    title: 'Spanish borrowing costs rise on the day after the election',
    summary:
      'A clear result does not calm the market: investors wait for the plans of the new government.',
    published: at('09:20'),
    tags: ['Euro zone'],
  },
  {
    slug: 'shares',
    title: 'Shares fall as debt worries grow on both sides of the Atlantic',
    summary: 'Stocks in London, Frankfurt and Paris open lower; banks lose most.',
    published: at('08:45'),
    tags: ['Markets'],
  },
];

export const ledgerPost: Publisher = {
  slug: 'ledger-post',
  title: 'Ledger Post',
  format: 'json',
  language: 'en',
  stories,
  later: (now) => [breakingSample('Sample: what a breaking story looks like', now), ...stories],
};
