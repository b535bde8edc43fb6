import { localTimeIn } from '../../src/domain/notify/local-time';
import { DEFAULT_NOTIFICATION_SETTINGS } from '../../src/domain/notify/settings';
import type { NotificationRules } from '../../src/storage/decide-notifications';

/** For what is about stories alone: no notification is ever decided. */
export const tellNothing: NotificationRules = {
  level: 'off',
  settings: DEFAULT_NOTIFICATION_SETTINGS,
  localTimeOf: localTimeIn('UTC'),
  growthPaceMs: 0,
  isLocked: false,
  decide: () => ({ records: [], held: [] }),
};
