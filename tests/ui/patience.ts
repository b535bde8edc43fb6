import { setTimeout as pause } from 'node:timers/promises';
import { configure } from '@testing-library/preact';
import { afterAll } from 'vitest';

/** Machines are noisy: what comes late is slow, not wrong. */
configure({ asyncUtilTimeout: 20_000 });

/** Preact cleans up effects up to 100 ms after the last rendering: the window must still be there then. */
afterAll(() => pause(200));
