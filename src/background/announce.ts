import { CHANGED_CHANNEL } from '../messaging/protocol';
import { updateBadge } from './badge';

/** After each commit: open pages read again, and the badge shows what the list shows. */
export async function announceChange(): Promise<void> {
  announceProgress();
  await updateBadge();
}

/** The list is as it was, and so is the badge. */
export function announceProgress(): void {
  const channel = new BroadcastChannel(CHANGED_CHANNEL);
  channel.postMessage('changed');
  channel.close();
}
