import { render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { App as Options } from '../../src/ui/options/App';
import { createOptionsStore, OptionsContext } from '../../src/ui/state/options-store';
import { createStartStore } from '../../src/ui/state/start-store';
import { App as Welcome } from '../../src/ui/welcome/App';
import { changed, fake, payloadsOf, resetFake } from './fake-worker';
import { closePopup, openPopup } from './open-popup';
import { frontPage, NOW, story } from './samples';

vi.mock('webextension-polyfill', () => import('./fake-browser'));
vi.mock('../../src/storage/read', async () => (await import('./fake-worker')).reads);
vi.mock('../../src/messaging/send', async () => (await import('./fake-worker')).sends);

beforeEach(() => {
  resetFake();
  vi.setSystemTime(NOW);
});
afterEach(() => {
  closePopup();
  vi.useRealTimers();
});

async function openOptions(): Promise<void> {
  const store = createOptionsStore();
  await store.load();
  render(
    <OptionsContext.Provider value={store}>
      <Options />
    </OptionsContext.Provider>,
  );
}

const openWelcome = async () => {
  render(<Welcome store={createStartStore()} />);
};

const pages: Record<string, () => Promise<unknown>> = {
  popup: openPopup,
  options: openOptions,
  welcome: openWelcome,
};

test.each(Object.entries(pages))(
  'after a newer version the %s says so, and offers nothing that would fail',
  async (_, open) => {
    fake.trouble = 'newer';
    await open();
    await screen.findByText('A newer Dateline was here');
    expect(
      screen.getByText(/Update Dateline to see your headlines. Nothing was changed./),
    ).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Try again' })).toBeTruthy();
    expect(screen.queryByText('Loading…')).toBeNull();
    expect(screen.queryByRole('button', { name: 'Start' })).toBeNull();
  },
);

test.each(Object.entries(pages))(
  'when the database cannot be opened, the %s says so',
  async (_, open) => {
    fake.trouble = 'unreadable';
    await open();
    await screen.findByText('Your headlines cannot be read');
  },
);

test.each([
  ['popup', openPopup],
  ['options', openOptions],
])(
  'on a full disk the %s says what to do, shows what is stored, and goes on later',
  async (_, open) => {
    fake.trouble = 'full';
    fake.frontPage = frontPage({ stories: [story('a')] });
    await open();
    await screen.findByText(/Storage is full/);
    expect(screen.queryByText('Your headlines cannot be read')).toBeNull();
    fake.trouble = null;
    changed();
    await vi.waitFor(() => expect(screen.queryByText(/Storage is full/)).toBeNull());
  },
);

test('a popup that was updated in the future wakes the worker, whose alarm may be as far away', async () => {
  fake.frontPage = frontPage({ refreshedAt: Date.now() - 1000 });
  await openPopup();
  expect(payloadsOf('refresh')).toEqual([]);
  fake.frontPage = frontPage({ refreshedAt: Date.now() + 1e9 });
  fake.answers = { refresh: () => ({ checked: 0 }) };
  await openPopup();
  expect(payloadsOf('refresh')).toHaveLength(1);
});
