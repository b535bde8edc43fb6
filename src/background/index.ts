/**
 * The worker's entry: listeners only, all registered synchronously, since an event may be what woke
 * it. Each delegates to one function.
 */
import browser from 'webextension-polyfill';
import { serveCommands } from '../messaging/serve';
import { onAccessChanged, onAccessGiven } from './access';
import { commands } from './commands';
import { onMenuClicked } from './context-menu';
import { guardChoices } from './guard-choices';
import { onInstalled } from './install';
import {
  onNotificationButton,
  onNotificationClicked,
  onNotificationClosed,
} from './notification-clicks';
import { showPending } from './notifier';
import { onAlarm } from './on-alarm';
import { onIdleStateChanged } from './on-idle-state';
import { onStored } from './on-language-chosen';
import { onStartup } from './on-startup';
import { onLevelChanged } from './put-up';
import { ready } from './ready';
import { reportFailure } from './report';
import { onSyncedElsewhere } from './sync';

browser.runtime.onInstalled.addListener((details) => reportFailure(onInstalled(details)));
browser.runtime.onStartup.addListener(() => reportFailure(onStartup()));
browser.alarms.onAlarm.addListener((alarm) => reportFailure(onAlarm(alarm)));
browser.notifications.onClicked.addListener((id) => reportFailure(onNotificationClicked(id)));
// Firefox has no buttons on notifications, and no such event.
browser.notifications.onButtonClicked?.addListener((id, button) =>
  reportFailure(onNotificationButton(id, button)),
);
browser.notifications.onClosed.addListener((id) => reportFailure(onNotificationClosed(id)));
// What was blocked until now may be shown.
onLevelChanged(() => reportFailure(showPending(Date.now())));
browser.idle.onStateChanged.addListener((state) => reportFailure(onIdleStateChanged(state)));
browser.permissions.onAdded.addListener((added) => reportFailure(onAccessGiven(added)));
browser.permissions.onRemoved.addListener((removed) => reportFailure(onAccessChanged(removed)));
browser.contextMenus.onClicked.addListener((click) => reportFailure(onMenuClicked(click)));
browser.storage.local.onChanged.addListener((changes) => reportFailure(onStored(changes)));
browser.storage.sync.onChanged.addListener(() => reportFailure(onSyncedElsewhere(Date.now())));
serveCommands(guardChoices(commands));

reportFailure(ready());
