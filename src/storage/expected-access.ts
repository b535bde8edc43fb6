import browser from 'webextension-polyfill';
import type { FeedCandidate } from '../domain/model';

const KEY = 'expectedAccess';

export interface ExpectedAccess {
  candidates: FeedCandidate[];
  at: number;
}

/** What is to be followed when the person says yes; forgotten when the browser closes. */
export async function writeExpectedAccess(expected: ExpectedAccess): Promise<void> {
  if (expected.candidates.length === 0) await browser.storage.session.remove(KEY);
  else await browser.storage.session.set({ [KEY]: expected });
}

/** Reads and forgets it; null when nothing is expected. */
export async function takeExpectedAccess(): Promise<ExpectedAccess | null> {
  const { [KEY]: expected } = await browser.storage.session.get(KEY);
  await browser.storage.session.remove(KEY);
  return (expected as ExpectedAccess | undefined) ?? null;
}
