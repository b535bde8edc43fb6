import { expect, test } from 'vitest';
import {
  appendChecks,
  type CheckEntry,
  type CheckResult,
  checkLogText,
} from '../../../src/domain/refresh/check-log';
import { NOW } from '../../support/make';

function entry(result: CheckResult, feedUrl = 'https://rt.example/rss'): CheckEntry {
  return { at: NOW, feedUrl, tookMs: 81.4, result };
}

test('a line tells when, how long, what, and which address', () => {
  const lines = checkLogText([
    entry({ kind: 'unchanged' }),
    entry({ kind: 'changed', added: 3, edited: 1 }),
    entry({ kind: 'failed', error: { kind: 'http', status: 503 } }),
  ]).split('\n');
  expect(lines).toEqual([
    '2011-11-21T10:57:00.000Z  81 ms  failed: http status=503  https://rt.example/rss',
    '2011-11-21T10:57:00.000Z  81 ms  new 3, edited 1  https://rt.example/rss',
    '2011-11-21T10:57:00.000Z  81 ms  unchanged  https://rt.example/rss',
  ]);
});

test('names, passwords and queries of addresses are not told', () => {
  const address = 'https://me:secret@rt.example:8443/rss?token=secret#secret';
  const text = checkLogText([
    entry({ kind: 'unchanged' }, address),
    entry({ kind: 'unchanged' }, '?'),
  ]);
  expect(text).toContain('https://rt.example:8443/rss?…');
  expect(text).not.toMatch(/secret|me:/);
});

test('the oldest go first', () => {
  const many = Array.from({ length: 400 }, (_, at) => ({ ...entry({ kind: 'unchanged' }), at }));
  const log = appendChecks(appendChecks([], many.slice(0, 250)), many.slice(250));
  expect(log).toHaveLength(300);
  expect([log.at(0)?.at, log.at(-1)?.at]).toEqual([100, 399]);
});
