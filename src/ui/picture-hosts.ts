const KEY = 'picturesFailedAt';
const FORGOTTEN_MS = 7 * 86_400_000;

type Failures = Record<string, number>;

/** This device's own experience, so that no room is kept for what will not come. */
function readFailures(): Failures {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '{}') as Failures;
  } catch {
    return {};
  }
}

let failures: Failures | undefined;

const hostOf = (url: string) => new URL(url).host;

/**
 * Whether pictures of this address's host lately failed to come. They are asked for without cookies, which
 * not every host allows.
 */
export function isFailing(url: string, now: number): boolean {
  failures ??= readFailures();
  return now - (failures[hostOf(url)] ?? 0) < FORGOTTEN_MS;
}

/** @param failedAt null: it came */
export function notePicture(url: string, failedAt: number | null): void {
  failures ??= readFailures();
  const host = hostOf(url);
  if (failedAt === null && !(host in failures)) return;
  const { [host]: _, ...others } = failures;
  failures = failedAt === null ? others : { ...others, [host]: failedAt };
  localStorage.setItem(KEY, JSON.stringify(failures));
}
