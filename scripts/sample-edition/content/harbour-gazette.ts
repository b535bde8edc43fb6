import { at, type Publisher, type Story } from '../publisher';
import { breakingSample } from './breaking-sample';

const stories: Story[] = [
  {
    slug: 'super-committee',
    title: 'US super-committee fails to reach a deal on the deficit',
    summary:
      'Republicans and Democrats could not agree on taxes and spending. Automatic cuts are now due from 2013.',
    published: at('22:05'),
    tags: ['America'],
  },
  {
    slug: 'egypt-cabinet',
    title: "Egypt's cabinet offers to resign after days of protest",
    summary:
      'The civilian government hands its resignation to the ruling military council, a week before the country is to start electing a parliament.',
    published: at('18:20'),
    tags: ['Middle East'],
  },
  {
    slug: 'curiosity-launch',
    title: 'Launch of Mars rover Curiosity moved to November 26',
    summary: 'A battery on the rocket has to be changed first. The new launch time is Saturday.',
    published: at('09:55'),
    tags: ['Science'],
  },
  {
    slug: 'press-inquiry',
    title: 'Press inquiry in London hears its first witnesses from the public',
    summary:
      'People whose telephones were listened to say what it did to them. The inquiry will go on for many months.',
    published: at('10:30'),
    tags: ['Media'],
  },
  {
    slug: 'durban',
    title:
      'A week before the climate conference in Durban, delegates have to settle what follows the Kyoto protocol, who pays for the changes that poorer countries have to make, and whether any of it can be binding for everyone',
    summary:
      'The first period of the protocol ends in 2012. The conference runs from 28 November to 9 December.',
    published: at('08:50'),
    tags: ['Climate'],
  },
  {
    slug: 'phnom-penh',
    title: 'Trial of three Khmer Rouge leaders opens in Phnom Penh',
    summary:
      'More than three decades after the fall of the regime the tribunal hears the opening statements of the prosecution.',
    published: at('06:40'),
    tags: ['Asia'],
  },
];

export const harbourGazette: Publisher = {
  slug: 'harbour-gazette',
  title: 'Harbour Gazette',
  format: 'rdf',
  language: 'en',
  stories,
  later: (now) => [breakingSample('A sample of what a breaking story looks like', now), ...stories],
};
