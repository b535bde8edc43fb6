import { render } from '@testing-library/preact';
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
