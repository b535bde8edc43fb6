/** Listeners cannot be awaited: what goes wrong in one is written where a bug report can find it. */
export function reportFailure(work: Promise<unknown>): void {
  work.catch((error: unknown) => {
    // biome-ignore lint/suspicious/noConsole: the worker's console is the only place left to tell.
    console.error('Dateline:', error);
  });
}
