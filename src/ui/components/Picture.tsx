import { notePicture } from '../picture-hosts';

/**
 * A publisher's picture: without cookies and referrer, and only when it comes near to the window. The row
 * keeps room for it, so that nothing moves when it comes, or does not.
 */
export function Picture({ url }: { url: string }) {
  return (
    <img
      class="picture"
      src={url}
      alt=""
      width="72"
      height="54"
      loading="lazy"
      decoding="async"
      crossOrigin="anonymous"
      referrerPolicy="no-referrer"
      onLoad={() => notePicture(url, null)}
      onError={(event) => {
        event.currentTarget.hidden = true;
        notePicture(url, Date.now());
      }}
    />
  );
}
