import { setTimeout as pause } from 'node:timers/promises';
import type { Lots } from './chaos-lots';
import type { ChaosEvent, ChaosServer } from './chaos-server';

/** When nothing happens for so long, the moment does not come any more. */
const QUIET_MS = 4000;

const MOMENTS: { share: number; event: ChaosEvent; upTo: number }[] = [
  { share: 0.45, event: 'request', upTo: 120 },
  { share: 0.35, event: 'answered', upTo: 120 },
  { share: 0.1, event: 'calling', upTo: 1 },
  { share: 0.1, event: 'created', upTo: 1 },
];

/** What is killed, and when: some milliseconds after the so many-th event since the refresh was asked for. */
export interface Blow {
  victim: 'worker' | 'browser';
  event: ChaosEvent;
  count: number;
  afterMs: number;
}

/** In an order that the seed decides. */
export function planBlows(lots: Lots, workers: number, browsers: number): Blow[] {
  const victims = lots.shuffle(
    [
      ...Array.from({ length: workers }, () => 'worker' as const),
      ...Array.from({ length: browsers }, () => 'browser' as const),
    ],
    'victims',
  );
  return victims.map((victim, index) => ({ victim, ...planMoment(lots, index) }));
}

function planMoment(lots: Lots, index: number): Omit<Blow, 'victim'> {
  let mark = lots.number('moment', index);
  const moment = MOMENTS.find(({ share }) => {
    mark -= share;
    return mark < 0;
  });
  if (!moment) throw new Error('the shares of the moments do not add up to one');
  const isAtOnce = lots.chance(0.4, 'at once', index);
  return {
    event: moment.event,
    count: 1 + lots.integer(moment.upTo, 'count', index),
    afterMs: isAtOnce ? 0 : lots.integer(60, 'after', index),
  };
}

/** Whether it comes when something is told, which is at the end of a refresh. */
export function isAboutTelling({ event }: Blow): boolean {
  return event === 'calling' || event === 'created';
}

/**
 * Waits for the moment of a blow.
 * @returns false when it did not come, since the refresh ended before.
 */
export async function awaitMoment(server: ChaosServer, blow: Blow): Promise<boolean> {
  const hasCome = await new Promise<boolean>((resolve) => {
    let left = blow.count;
    let quiet = setTimeout(end, QUIET_MS, false);
    const stay = () => {
      clearTimeout(quiet);
      quiet = setTimeout(end, QUIET_MS, false);
    };
    const count = () => {
      left -= 1;
      if (left === 0) end(true);
    };
    const events = MOMENTS.map(({ event }) => event);
    for (const event of events) server.on(event, stay);
    server.on(blow.event, count);
    function end(isNow: boolean) {
      clearTimeout(quiet);
      for (const event of events) server.off(event, stay);
      server.off(blow.event, count);
      resolve(isNow);
    }
  });
  if (blow.afterMs > 0) await pause(blow.afterMs);
  return hasCome;
}
