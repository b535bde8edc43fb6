import { configure } from '@testing-library/preact';

/** Machines are noisy: what comes late is slow, not wrong. */
configure({ asyncUtilTimeout: 20_000 });
