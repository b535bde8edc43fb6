import type { Feed } from '../model';

export interface SerializeInput {
  feeds: Pick<Feed, 'title' | 'feedUrl' | 'siteUrl'>[];
  now: number;
}

/** Characters that XML 1.0 does not allow, and halves of surrogate pairs. */
const FORBIDDEN = /(?![\t\n\r])[\p{Cc}\p{Cs}\ufffe\uffff]/gu;

/** Writes the followed feeds as OPML 2.0 (http://opml.org/spec2.opml), which every feed reader imports. */
export function serializeOpml({ feeds, now }: SerializeInput): string {
  const outlines = feeds.map(serializeFeed);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<opml version="2.0">',
    '  <head>',
    '    <title>Dateline</title>',
    `    <dateCreated>${new Date(now).toUTCString()}</dateCreated>`,
    '  </head>',
    '  <body>',
    ...outlines,
    '  </body>',
    '</opml>',
    '',
  ].join('\n');
}

function serializeFeed({ title, feedUrl, siteUrl }: SerializeInput['feeds'][number]): string {
  const attributes: [string, string | null][] = [
    ['type', 'rss'],
    ['text', title],
    ['title', title],
    ['xmlUrl', feedUrl],
    ['htmlUrl', siteUrl],
  ];
  const written = attributes
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name}="${escapeAttribute(value ?? '')}"`);
  return `    <outline ${written.join(' ')}/>`;
}

/** White space other than spaces would be normalized by readers, so it is written as references. */
function escapeAttribute(text: string): string {
  return text
    .replace(FORBIDDEN, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replace(/[\t\n\r]/g, (space) => `&#${space.charCodeAt(0)};`);
}
