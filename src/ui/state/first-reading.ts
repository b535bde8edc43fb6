import { readFirst } from '../../storage/read-first';

/** Under way before anything else of the popup runs: the disk is what it waits for longest. */
export const firstReading = readFirst();
