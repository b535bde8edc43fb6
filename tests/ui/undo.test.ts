import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createUndo } from '../../src/ui/state/undo';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('an offer lasts about twenty seconds', () => {
  const undo = createUndo();
  undo.offer('Removed', async () => {});
  vi.advanceTimersByTime(19_900);
  expect(undo.toast.value?.text).toBe('Removed');
  vi.advanceTimersByTime(200);
  expect(undo.toast.value).toBeNull();
});

test('it stays while a hand is on it', () => {
  const undo = createUndo();
  undo.offer('Removed', async () => {});
  undo.hold();
  vi.advanceTimersByTime(60_000);
  expect(undo.toast.value).not.toBeNull();
  undo.release();
  vi.advanceTimersByTime(20_100);
  expect(undo.toast.value).toBeNull();
});

test('undoing happens once, and a new offer replaces the old one', () => {
  const undo = createUndo();
  const [first, second] = [vi.fn(async () => {}), vi.fn(async () => {})];
  undo.offer('First', first);
  undo.offer('Second', second);
  undo.run();
  undo.run();
  expect(first).not.toHaveBeenCalled();
  expect(second).toHaveBeenCalledTimes(1);
  expect(undo.toast.value).toBeNull();
});
