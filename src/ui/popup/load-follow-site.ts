import { loadStyles } from '../load-styles';
import foundUrl from '../styles/found-feeds.css?url';
import followUrl from './follow-site.css?url';

/** Few popups are opened to follow a site: its code and styles come when they are asked for. */
export async function loadFollowSite() {
  const [{ FollowSite }] = await Promise.all([
    import('./FollowSite'),
    loadStyles(foundUrl),
    loadStyles(followUrl),
  ]);
  return FollowSite;
}
