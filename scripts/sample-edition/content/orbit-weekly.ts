import { at, type Publisher } from '../publisher';

export const orbitWeekly: Publisher = {
  slug: 'orbit-weekly',
  title: 'Orbit Weekly',
  format: 'atom',
  language: 'en',
  stories: [
    {
      slug: 'curiosity-launch',
      title: 'NASA: launch of Mars rover Curiosity moved to November 26',
      summary:
        'The Atlas V needs a new battery in its flight termination system. The window to Mars stays open until 18 December.',
      published: at('10:05'),
      tags: ['Mars', 'Launches'],
    },
    {
      slug: 'curiosity-wheels',
      title: 'What is on board of Curiosity: ten instruments and a crane',
      summary:
        'The rover weighs as much as a small car, runs on the warmth of plutonium, and will be let down to the ground on cables.',
      published: at('09:10'),
      tags: ['Mars'],
    },
    {
      slug: 'phobos-grunt',
      title: 'Phobos-Grunt: what can still be done from low orbit',
      summary:
        'Ground stations keep calling. Even if the probe answers, Mars is out of its reach for the next two years.',
      published: at('08:40'),
      tags: ['Mars', 'Russia'],
    },
    {
      slug: 'soyuz-landing',
      title: 'Soyuz TMA-02M to land in Kazakhstan on Tuesday morning',
      summary:
        'Undocking is planned for 23:00 GMT today. The landing ends a stay of 165 days on the space station.',
      published: at('07:45'),
      tags: ['Space station'],
    },
    {
      slug: 'greenhouse-gases',
      title: 'Greenhouse gases at a new high, weather organization reports',
      summary:
        'Carbon dioxide reached 389 parts per million in 2010, and it rose faster than on the average of the last ten years.',
      published: at('10:20'),
      tags: ['Climate', 'Earth'],
    },
  ],
};
