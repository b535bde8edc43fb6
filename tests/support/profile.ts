import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export function createProfile(): string {
  return mkdtempSync(path.join(tmpdir(), 'dateline-profile-'));
}

/** Dying browser processes may still write for a moment: tries again until it is gone. */
export function removeProfile(profile: string): void {
  rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
}
