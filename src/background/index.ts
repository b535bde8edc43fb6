/**
 * The worker's entry: listeners only, all registered synchronously, since an event may be what woke
 * it. Each delegates to one function.
 */
import browser from 'webextension-polyfill';
import { serveCommands } from '../messaging/serve';
import { onAccessChanged, onAccessGiven } from './access';
import { commands } from './commands';
import { onMenuClicked } from './context-menu';
import { onInstalled } from './install';
import {
  onNotificationButton,
  onNotificationClicked,
  onNotificationClosed,
} from './notification-clicks';
import { showPending } from './notifier';
import { onAlarm } from './on-alarm';
import { onIdleStateChanged } from './on-idle-state';
import { onLevelChanged } from './put-up';
import { ready } from './ready';
import { refresh } from './refresh';
import { reportFailure } from './report';

browser.runtime.onInstalled.addListener((details) => reportFailure(onInstalled(details)));
browser.runtime.onStartup.addListener(() => reportFailure(refresh({ now: Date.now() })));
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
serveCommands(commands);

reportFailure(ready());
