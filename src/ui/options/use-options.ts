import { useContext } from 'preact/hooks';
import { OptionsContext, type OptionsStore } from '../state/options-store';

export function useOptions(): OptionsStore {
  const store = useContext(OptionsContext);
  if (!store) throw new Error('the options page needs a store');
  return store;
}
