import browser, { type Notifications } from 'webextension-polyfill';

/** Chrome's own; Firefox throws on keys it does not know (see `hasButtons`). */
export type NotificationOptions = Notifications.CreateNotificationOptions & {
  buttons?: { title: string }[];
};

/** What only Chrome has. */
interface ChromeNotifications {
  update(notificationId: string, options: NotificationOptions): Promise<boolean>;
  getPermissionLevel(): Promise<'granted' | 'denied'>;
  onPermissionLevelChanged: { addListener(listener: () => void): void };
}

const api = (): Partial<ChromeNotifications> =>
  browser.notifications as unknown as Partial<ChromeNotifications>;

/**
 * Firefox closes a notification at once when the system has no place for it. Long enough to see that,
 * short enough to wait for.
 */
const SETTLE_MS = 400;

/** Whether the browser lets notifications through; Firefox does not tell before one is tried. */
export async function isDenied(): Promise<boolean> {
  return (await api().getPermissionLevel?.()) === 'denied';
}

/** Calls when the user allows or blocks notifications; Chrome only. */
export function onLevelChanged(listener: () => void): void {
  api().onPermissionLevelChanged?.addListener(listener);
}

/** What is on the screen, by id. Chrome only answers with an error while it blocks notifications. */
export async function listOnScreen(): Promise<Record<string, unknown>> {
  return (await isDenied()) ? {} : browser.notifications.getAll();
}

export async function takeDown(notificationId: string): Promise<void> {
  if (!(await isDenied())) await browser.notifications.clear(notificationId);
}

/** @returns false when the browser or the system does not show it. */
export async function putUp(notificationId: string, options: NotificationOptions) {
  if (await isDenied()) return false;
  const outcome = watchOutcome(notificationId);
  try {
    await browser.notifications.create(notificationId, options);
  } catch {
    outcome.forget();
    return false;
  }
  return outcome.isShown();
}

/** Firefox cannot: it takes the earlier one away and shows another. */
export function canChangeInPlace(): boolean {
  return api().update !== undefined;
}

/** Changes a notification without showing it anew where the browser can; else replaces it. */
export async function changeInPlace(notificationId: string, options: NotificationOptions) {
  const { update } = api();
  if (update) await update(notificationId, options);
  else await browser.notifications.create(notificationId, options);
}

function watchOutcome(notificationId: string) {
  const { onClosed } = browser.notifications;
  let isClosed = false;
  const note = (closedId: string) => {
    if (closedId === notificationId) isClosed = true;
  };
  onClosed.addListener(note);
  const forget = () => onClosed.removeListener(note);
  return {
    forget,
    async isShown(): Promise<boolean> {
      // Only Firefox needs the wait, and only it knows the event.
      const mayCloseAtOnce = 'getBrowserInfo' in browser.runtime;
      if (mayCloseAtOnce) await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
      forget();
      return !(mayCloseAtOnce && isClosed) && notificationId in (await listOnScreen());
    },
  };
}
