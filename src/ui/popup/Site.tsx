import { useCallback } from 'preact/hooks';
import { Later } from '../components/Later';
import type { OnFollowed } from '../state/found-feeds';
import type { PopupStore } from '../state/popup-store';
import { loadFollowSite } from './load-follow-site';

/** The feeds of the site in the current tab, in place of the list. */
export function Site({ store }: { store: PopupStore }) {
  const onFollowed = useCallback<OnFollowed>(
    (feed, onUndone) => store.act(({ offerUnfollow }) => offerUnfollow(feed, onUndone)),
    [store],
  );
  return (
    <Later
      load={loadFollowSite}
      props={{
        now: store.now.value,
        onFollowed,
        onClose: () => {
          store.isFollowingSite.value = false;
        },
      }}
    />
  );
}
