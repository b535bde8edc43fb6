import type { FeedCandidate } from '../domain/model';

export interface CatalogueEntry extends FeedCandidate {
  title: string;
  siteUrl: string;
  language: string;
}

const entry = (
  language: string,
  title: string,
  [feedUrl, siteUrl]: [string, string],
): CatalogueEntry => ({ language, title, feedUrl, siteUrl });

/** Well-known publishers' own feeds. The first is the one the original Dateline was made for. */
export const catalogue: CatalogueEntry[] = [
  entry('en', 'RT News', ['https://www.rt.com/rss/news/', 'https://www.rt.com/']),
  entry('en', 'BBC News', ['https://feeds.bbci.co.uk/news/rss.xml', 'https://www.bbc.co.uk/news']),
  entry('en', 'The Guardian', [
    'https://www.theguardian.com/world/rss',
    'https://www.theguardian.com/',
  ]),
  entry('en', 'Al Jazeera', [
    'https://www.aljazeera.com/xml/rss/all.xml',
    'https://www.aljazeera.com/',
  ]),
  entry('en', 'NPR', ['https://feeds.npr.org/1001/rss.xml', 'https://www.npr.org/']),
  entry('en', 'DW', ['https://rss.dw.com/rdf/rss-en-all', 'https://www.dw.com/']),
  entry('en', 'France 24', ['https://www.france24.com/en/rss', 'https://www.france24.com/en/']),
  entry('de', 'tagesschau', ['https://www.tagesschau.de/xml/rss2/', 'https://www.tagesschau.de/']),
  entry('de', 'Der Spiegel', [
    'https://www.spiegel.de/schlagzeilen/index.rss',
    'https://www.spiegel.de/',
  ]),
  entry('fr', 'Le Monde', ['https://www.lemonde.fr/rss/une.xml', 'https://www.lemonde.fr/']),
  entry('fr', 'France 24 (français)', [
    'https://www.france24.com/fr/rss',
    'https://www.france24.com/fr/',
  ]),
  entry('es', 'El País', [
    'https://feeds.elpais.com/mrss-s/pages/ep/site/elpais.com/portada',
    'https://elpais.com/',
  ]),
  entry('es', 'BBC Mundo', ['https://feeds.bbci.co.uk/mundo/rss.xml', 'https://www.bbc.com/mundo']),
  entry('it', 'ANSA', ['https://www.ansa.it/sito/ansait_rss.xml', 'https://www.ansa.it/']),
  entry('ru', 'ТАСС', ['https://tass.ru/rss/v2.xml', 'https://tass.ru/']),
  entry('ru', 'Коммерсантъ', [
    'https://www.kommersant.ru/RSS/news.xml',
    'https://www.kommersant.ru/',
  ]),
  entry('ar', 'بي بي سي عربي', [
    'https://feeds.bbci.co.uk/arabic/rss.xml',
    'https://www.bbc.com/arabic',
  ]),
  entry('zh', 'BBC News 中文', [
    'https://feeds.bbci.co.uk/zhongwen/simp/rss.xml',
    'https://www.bbc.com/zhongwen/simp',
  ]),
  entry('ja', 'NHKニュース', [
    'https://www3.nhk.or.jp/rss/news/cat0.xml',
    'https://www3.nhk.or.jp/news/',
  ]),
];
