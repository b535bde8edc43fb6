export interface TimeWindow {
  from: number;
  to: number;
}

/**
 * The spans of time within `reach` of any of the given times, merged where they touch: an old article
 * among new ones must not make us read everything in between.
 */
export function timeWindows(times: number[], reach: number): TimeWindow[] {
  const windows: TimeWindow[] = [];
  for (const time of [...times].sort((a, b) => a - b)) {
    const last = windows.at(-1);
    if (last && time - reach <= last.to) last.to = time + reach;
    else windows.push({ from: time - reach, to: time + reach });
  }
  return windows;
}
