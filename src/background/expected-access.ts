import type { CommandPayload } from '../messaging/protocol';
import {
  type ExpectedAccess,
  takeExpectedAccess,
  writeExpectedAccess,
} from '../storage/expected-access';
import { followMany } from './follow';
import { readAccess } from './has-access';

/** A question is answered within this time, or the person went on to something else. */
const EXPECTED_MS = 5 * 60_000;
/** A popup that is still open follows by itself, and says what came of it. */
export const POPUP_FIRST_MS = 1_500;

/** Notes what the popup is about to ask access for, since the question may close it. */
export async function expectAccess({ candidates }: CommandPayload<'expectAccess'>): Promise<null> {
  await writeExpectedAccess({ candidates, at: Date.now() });
  return null;
}

/** Follows what the person gave access for, when the popup that asked is gone. */
export async function followExpected(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, POPUP_FIRST_MS));
  const expected = await takeExpectedAccess();
  if (expected === null || Math.abs(Date.now() - expected.at) > EXPECTED_MS) return;
  const isGranted = await readAccess();
  const candidates = expected.candidates.filter(({ feedUrl }) => isGranted(feedUrl));
  if (candidates.length > 0) await followMany({ candidates });
  await keepRest(expected, isGranted);
}

/** Each site of several may be answered on its own. */
async function keepRest(
  { candidates, at }: ExpectedAccess,
  isGranted: (address: string) => boolean,
): Promise<void> {
  const rest = candidates.filter(({ feedUrl }) => !isGranted(feedUrl));
  if (rest.length > 0) await writeExpectedAccess({ candidates: rest, at });
}
