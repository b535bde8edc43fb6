/** A story as it is given to others. */
export interface Shared {
  title: string;
  url: string;
}

/** Whether the system has a place to share to. */
export function canShare(shared: Shared): boolean {
  return 'canShare' in navigator && navigator.canShare(shared);
}

/** Opens the system's own sheet; who closes it has changed their mind, which is no error. */
export async function share(shared: Shared): Promise<void> {
  try {
    await navigator.share(shared);
  } catch (error) {
    if (!(error instanceof DOMException && error.name === 'AbortError')) throw error;
  }
}
