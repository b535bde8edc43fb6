import { loadStyles } from '../load-styles';
import keysHelpUrl from './keys-help.css?url';

/** Read once, by whoever wants to know. */
export async function loadKeysHelp() {
  const [{ KeysHelp }] = await Promise.all([import('./KeysHelp'), loadStyles(keysHelpUrl)]);
  return KeysHelp;
}
