import { at, type Publisher, type Story } from '../publisher';

const missileDefense: Story = {
  slug: 'missile-defense-proposals',
  title: 'US shoots down Russian missile defense proposals - Rogozin',
  summary:
    "Washington has turned down Moscow's proposals for a shared missile shield in Europe, Russia's envoy to NATO says.",
  published: at('10:57'),
  tags: ['Politics', 'NATO'],
  hasComments: true,
};

const others: Story[] = [
  {
    slug: 'super-committee',
    title: 'US deficit super-committee fails to reach a deal',
    summary:
      'The twelve members of Congress who were to find savings of 1.2 trillion dollars have given up, two days before their deadline.',
    published: at('22:10'),
    tags: ['Business', 'USA'],
  },
  {
    slug: 'curiosity-launch',
    title: 'Mars rover Curiosity launch moved to November 26',
    summary:
      'NASA takes one more day to replace a battery in the safety system of the rocket that carries the rover.',
    published: at('09:40'),
    tags: ['Space'],
  },
  {
    slug: 'phobos-grunt',
    title: 'Phobos-Grunt still silent as the way to Mars closes',
    summary:
      'The Russian probe has been circling the Earth since its launch on 9 November. From today on, the planets no longer stand right for the flight it was built for.',
    published: at('08:25'),
    tags: ['Space', 'Russia'],
    hasComments: true,
  },
  {
    slug: 'station-crew',
    title: 'Three of the space station crew pack for the trip home',
    summary:
      'A Soyuz capsule is to bring them down in Kazakhstan in the early hours of Tuesday; three others stay on board.',
    published: at('07:30'),
    tags: ['Space'],
  },
  {
    slug: 'spain-election',
    title: "Spain's People's Party wins an absolute majority",
    summary:
      'The centre-right takes 186 of the 350 seats in the vote of 20 November, in which the economy counted above all.',
    published: at('06:15'),
    tags: ['World'],
  },
];

export const rtNews: Publisher = {
  slug: 'rt-news',
  title: 'RT News',
  format: 'rss',
  language: 'en',
  stories: [missileDefense, ...others],
  later: () => [
    {
      ...missileDefense,
      summary:
        "Washington has turned down Moscow's proposals for a shared missile shield in Europe, Russia's envoy to NATO says. The two sides have talked about a common defense since their summit in Lisbon a year ago.",
      updated: at('14:57'),
    },
    ...others,
  ],
};
