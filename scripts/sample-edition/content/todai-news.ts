import { at, type Publisher } from '../publisher';

export const todaiNews: Publisher = {
  slug: 'todai-news',
  title: '灯台ニュース',
  format: 'rss',
  language: 'ja',
  encoding: 'Shift_JIS',
  stories: [
    {
      slug: 'hosei-yosan',
      title: '第3次補正予算が成立、復興に約9兆円',
      summary: '震災からの復興を進める補正予算が参議院で可決された。',
      published: at('08:30'),
    },
    {
      slug: 'curiosity',
      title: '火星探査車キュリオシティ、打ち上げは26日に',
      summary: 'ロケットの電池を交換するため1日延期された。',
      published: at('07:10'),
    },
    {
      slug: 'kabuka',
      title: '欧州の債務不安でアジアの株価が下落',
      summary: 'ユーロ圏の先行きへの不安から売りが広がった。',
      published: at('06:30'),
    },
  ],
};
