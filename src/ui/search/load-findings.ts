import { loadStyles } from '../load-styles';
import searchUrl from './search.css?url';

/** What stands below the field. */
export async function loadFindings() {
  const [{ Findings }] = await Promise.all([import('./Findings'), loadStyles(searchUrl)]);
  return Findings;
}
