import { createPopupActs } from '../state/popup-acts';
import type { PopupStore } from '../state/popup-store';

export { TroubleScreen } from '../components/TroubleScreen';
export { Search } from '../search/Search';
export { topicNamesText } from '../topic-names-text';
export { Empty } from './Empty';
export { Foot } from './Foot';
export { HiddenNotice, HiddenTitle } from './HiddenNotice';
export { Menu } from './Menu';
export { Older } from './Older';
export { Pane } from './Pane';
export { RowActions } from './RowActions';
export { RowDetail } from './RowDetail';
export { Site } from './Site';
export { Start } from './Start';

/** From here on the popup can be used, and follows what is stored. */
export async function begin(store: PopupStore): Promise<void> {
  const acts = createPopupActs(store);
  store.begin(acts);
  await acts.load();
}
