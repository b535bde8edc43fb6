/** Visits at the same time, each to another host. */
const VISITS_AT_ONCE = 6;
/** A visit that takes longer than this holds nobody else up… */
const SLOW_MS = 5_000;
/** …as long as there are not too many of them: each may hold a document in memory. */
const MOST_VISITS = 24;

/** The last visit to each host that is under way or waits. */
const lastOf = new Map<string, Promise<unknown>>();
const waiting: (() => void)[] = [];
/** Under way, and of these the slow ones. */
let underWay = 0;
let slow = 0;

/**
 * Does `work` when the host's turn has come: one visit a host at a time and a few in all, whoever asks
 * (refresh, a feed being added). Lives only as long as the worker, and so does what it holds back.
 */
export function visitHost<T>(host: string, work: () => Promise<T>): Promise<T> {
  const previous = lastOf.get(host) ?? Promise.resolve();
  const visit = previous.then(() => inSlot(work));
  const settled = visit.then(
    () => undefined,
    () => undefined,
  );
  lastOf.set(host, settled);
  void settled.then(() => {
    if (lastOf.get(host) === settled) lastOf.delete(host);
  });
  return visit;
}

async function inSlot<T>(work: () => Promise<T>): Promise<T> {
  if (!hasSlot()) await new Promise<void>((resolve) => waiting.push(resolve));
  else underWay += 1;
  let isSlow = false;
  const timer = setTimeout(() => {
    isSlow = true;
    slow += 1;
    letNextIn();
  }, SLOW_MS);
  try {
    return await work();
  } finally {
    clearTimeout(timer);
    underWay -= 1;
    if (isSlow) slow -= 1;
    letNextIn();
  }
}

function hasSlot(): boolean {
  return underWay - slow < VISITS_AT_ONCE && underWay < MOST_VISITS;
}

/** Who is let in holds the slot from this moment on, so that nobody slips in between. */
function letNextIn(): void {
  while (waiting.length > 0 && hasSlot()) {
    underWay += 1;
    waiting.shift()?.();
  }
}
