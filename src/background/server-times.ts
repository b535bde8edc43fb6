/** What servers said about the time since it was last taken; a worker that dies takes it along. */
let times: number[] = [];

/** Remembers the `Date` header of an answer (RFC 9110, 6.6.1); without one, or unreadable, nothing. */
export function noteServerTime(headers: Headers): void {
  const at = Date.parse(headers.get('date') ?? '');
  if (!Number.isNaN(at)) times.push(at);
}

export function takeServerTimes(): number[] {
  const taken = times;
  times = [];
  return taken;
}
