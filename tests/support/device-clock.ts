import type { Browser } from 'webextension-polyfill';
import { ChromiumDriver } from './chromium';
import type { BrowserDriver } from './driver';

/** The extension's own API, inside the bodies of `evaluate`. */
declare const browser: Browser;

/** In the worker: its own clock and alarms, as they are without a shift. */
declare let right: { Date: DateConstructor; alarms: Pick<Browser['alarms'], 'create' | 'get'> };

/**
 * Sets the clock of the device ahead or behind, as far as the running worker can see: `Date`, and the
 * times of alarms, which the browser keeps by the same clock. Timers go on, as they do in earnest.
 * @throws Error in another browser than Chromium
 */
export async function setWorkerClock(driver: BrowserDriver, days: number): Promise<void> {
  const worker = driver instanceof ChromiumDriver ? driver.context.serviceWorkers()[0] : undefined;
  if (!worker) throw new Error('only a worker of Chromium can be given another clock');
  await worker.evaluate((offsetMs) => {
    const { alarms } = browser;
    if (!('right' in globalThis)) {
      const { create, get } = alarms;
      const kept = { create: create.bind(alarms), get: get.bind(alarms) };
      Object.assign(globalThis, { right: { Date, alarms: kept } });
    }
    const { Date: RightDate, alarms: rightAlarms } = right;
    const now = () => RightDate.now() + offsetMs;
    globalThis.Date = new Proxy(RightDate, {
      construct: (_, parts) => Reflect.construct(RightDate, parts.length > 0 ? parts : [now()]),
      get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
    });
    Object.assign(alarms, {
      create: (name: string, { when, ...info }: { when?: number }) =>
        rightAlarms.create(name, when === undefined ? info : { ...info, when: when - offsetMs }),
      get: async (name: string) => {
        const alarm = await rightAlarms.get(name);
        return alarm && { ...alarm, scheduledTime: alarm.scheduledTime + offsetMs };
      },
    });
  }, days * 86_400_000);
}
