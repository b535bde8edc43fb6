import { tCount } from '../i18n';

/** How many publishers carry a story besides the one that is named; nothing where that is alone. */
export function OtherPublishers({ publisherCount }: { publisherCount: number }) {
  return publisherCount > 1 ? <span>{tCount('otherPublishers', publisherCount - 1)}</span> : null;
}
