import { fireEvent, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DEFAULT_APPEARANCE } from '../../src/domain/appearance';
import { picturesAreShown, wearLastLook } from '../../src/ui/look';
import { isFailing, notePicture } from '../../src/ui/picture-hosts';
import { changed, fake, resetFake } from './fake-worker';
import { closePopup, openPopup } from './open-popup';
import { frontPage, NOW, story } from './samples';

vi.mock('webextension-polyfill', () => import('./fake-browser'));
vi.mock('../../src/storage/read', async () => (await import('./fake-worker')).reads);
vi.mock('../../src/messaging/send', async () => (await import('./fake-worker')).sends);

const imageUrl = 'https://pictures.example/lamp.jpg';
const DAY = 86_400_000;
const images = () => [...document.querySelectorAll('img')];

function want(pictures: 'on' | 'off'): void {
  const appearance = { ...DEFAULT_APPEARANCE, pictures };
  fake.settings = { ...fake.settings, appearance };
}

beforeEach(() => {
  resetFake();
  vi.setSystemTime(NOW);
  fake.frontPage = frontPage({ stories: [story('a', { imageUrl }), story('b')] });
});
afterEach(() => {
  notePicture(imageUrl, null);
  closePopup();
  picturesAreShown.value = false;
  localStorage.clear();
  vi.useRealTimers();
});

test('no picture is asked for unless the user wants pictures', async () => {
  await openPopup();
  expect(images()).toEqual([]);
});

test('a picture comes without cookies and referrer, and says nothing that the headline does not', async () => {
  want('on');
  await openPopup();
  await waitFor(() => expect(images()).toHaveLength(1));
  const [image] = images();
  expect(image?.src).toBe(imageUrl);
  expect(image?.crossOrigin).toBe('anonymous');
  expect(image?.getAttribute('referrerpolicy')).toBe('no-referrer');
  expect(image?.alt).toBe('');
  expect(image?.getAttribute('loading')).toBe('lazy');
});

test('the choice holds at once on the next page, and in one that is open', async () => {
  want('on');
  await openPopup();
  await waitFor(() => expect(images()).toHaveLength(1));
  picturesAreShown.value = false;
  wearLastLook();
  expect(picturesAreShown.value).toBe(true);
  want('off');
  changed();
  await waitFor(() => expect(images()).toEqual([]));
});

test('a host whose pictures do not come gets no room for them, for a week', async () => {
  want('on');
  await openPopup();
  await waitFor(() => expect(images()).toHaveLength(1));
  const [image] = images();
  if (!image) throw new Error('no picture');
  fireEvent.error(image);
  // The room stays while it is looked at: nothing moves.
  expect(image.hidden).toBe(true);
  expect(document.querySelectorAll('.has-picture')).toHaveLength(1);
  closePopup();
  await openPopup();
  expect(images()).toEqual([]);
  expect(isFailing(imageUrl, NOW + 6 * DAY)).toBe(true);
  expect(isFailing(imageUrl, NOW + 8 * DAY)).toBe(false);
  expect(isFailing('https://other.example/1.jpg', NOW)).toBe(false);
});
