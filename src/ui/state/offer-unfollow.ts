import { send } from '../../messaging/send';
import { t } from '../i18n';
import type { OnFollowed } from './found-feeds';
import type { Undo } from './undo';

/** After a feed was followed: offers to give it up again. */
export function offerUnfollow(undo: Undo): OnFollowed {
  return ({ feedId, title }, onUndone) =>
    undo.offer(t('feedFollowed', title), async () => {
      await send('removeFeed', { feedId });
      onUndone();
    });
}
