import { loadStyles } from '../load-styles';
import readAloudUrl from './read-aloud.css?url';

/** Nobody hears it who does not ask. */
export async function loadReadAloud() {
  const [{ ReadAloud }] = await Promise.all([import('./ReadAloud'), loadStyles(readAloudUrl)]);
  return ReadAloud;
}
