import { decodeFeed } from '../feed/decode';

/** The text of an OPML file: byte order mark, XML declaration, UTF-8, as in feeds. */
export const decodeOpml = (bytes: Uint8Array): string => decodeFeed(bytes, null);
