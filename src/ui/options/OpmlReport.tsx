import { t, tCount } from '../i18n';
import type { Importing } from '../state/opml-import';
import type { FollowedFeed } from '../state/options-store';
import { Unusable } from './OpmlUnusable';

type Done = Extract<Importing, { kind: 'done' }>;

interface OpmlReportProps extends Done {
  feeds: FollowedFeed[];
  onUndo: () => void;
}

/** What came of an import: how far its first checks are, what failed, and the way back. */
export function OpmlReport({ reading, report, feeds, onUndo }: OpmlReportProps) {
  const { added, already, refused } = report;
  const unusable = [...reading.refused, ...refused.map(({ address }) => ({ title: '', address }))];
  return (
    <>
      <p>{tCount('opmlAdded', added.length)}</p>
      {already.length > 0 && <p>{tCount('opmlAlready', already.length)}</p>}
      {added.length > 0 && <FirstChecks added={added} feeds={feeds} />}
      <Unusable outlines={unusable} />
      {added.length > 0 && (
        <button type="button" class="button" onClick={onUndo}>
          {t('opmlUndo')}
        </button>
      )}
    </>
  );
}

function FirstChecks({ added, feeds }: { added: Done['report']['added']; feeds: FollowedFeed[] }) {
  const ids = new Set(added.map(({ feedId }) => feedId));
  const checked = feeds.filter(
    ({ feed, state }) => ids.has(feed.feedId) && state !== null && state.checkedAt !== null,
  );
  const failing = checked.filter(({ state }) => state?.lastError != null).length;
  return (
    <>
      {checked.length < added.length && (
        <progress max={added.length} value={checked.length} aria-label={t('opmlChecking')} />
      )}
      {checked.length === added.length && failing === 0 && <p>{t('opmlAllRead')}</p>}
      {failing > 0 && (
        <p>
          {tCount('opmlFailing', failing)} <a href="#health">{t('opmlSeeHealth')}</a>
        </p>
      )}
    </>
  );
}
