import { fireEvent, render, screen, within } from '@testing-library/preact';
import { App } from '../../src/ui/options/App';
import { createOptionsStore, OptionsContext } from '../../src/ui/state/options-store';

/** The options page over what the fake worker has stored. */
export async function openOptions(): Promise<void> {
  const store = createOptionsStore();
  await store.load();
  render(
    <OptionsContext.Provider value={store}>
      <App />
    </OptionsContext.Provider>,
  );
}

/** The Data section. */
export const data = () => within(screen.getByRole('region', { name: 'Data' }));

export const clickInData = async (name: string) =>
  fireEvent.click(await data().findByRole('button', { name }));
