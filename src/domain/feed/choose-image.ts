import type { MediaNs } from './feedsmith';

interface MediaElements {
  contents?: MediaNs.Content[];
  thumbnails?: MediaNs.Thumbnail[];
}

/** What a file may be: the type the publisher names, with the address as a witness where it names none. */
interface MediaFile {
  url?: string | undefined;
  type?: string | undefined;
  medium?: string | undefined;
}

const IMAGE_NAME = /\.(?:jpe?g|png|gif|webp|avif)(?:$|[?#])/i;

export function isImage({ url, type, medium }: MediaFile): boolean {
  if (medium !== undefined) return medium.toLowerCase() === 'image';
  if (type !== undefined) return type.toLowerCase().startsWith('image/');
  return url !== undefined && IMAGE_NAME.test(url);
}

/**
 * The picture of an item in Media RSS: the thumbnail, which is meant for lists, before the full picture;
 * those of the item before those of its groups.
 * @returns the address as written
 */
export function chooseMediaImage(media: MediaNs.ItemOrFeed | undefined): string | null {
  if (media === undefined) return null;
  const places: MediaElements[] = [media, ...(media.groups ?? [])];
  const contents = places.flatMap((place) => place.contents ?? []);
  const thumbnails = [...places, ...contents].flatMap((place) => place.thumbnails ?? []);
  return (
    thumbnails.find((thumbnail) => thumbnail.url)?.url ??
    contents.find((content) => isImage(content))?.url ??
    null
  );
}
