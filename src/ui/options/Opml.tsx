import { FilePick } from '../components/FilePick';
import { t } from '../i18n';
import type { OpmlImport } from '../state/opml-import';
import type { FollowedFeed } from '../state/options-store';
import { OpmlOutcome } from './OpmlOutcome';

export interface OpmlProps {
  opml: OpmlImport;
  feeds: FollowedFeed[];
  onExport: () => void;
}

/** Feeds in from another reader, and out again. */
export function Opml({ opml, feeds, onExport }: OpmlProps) {
  return (
    <div class="opml">
      <h3>{t('opmlTitle')}</h3>
      <p class="section-text">{t('opmlText')}</p>
      <div class="button-row">
        <FilePick
          label={t('importOpml')}
          accept=".opml,.xml,text/x-opml,text/xml,application/xml"
          onPick={opml.read}
        />
        <button type="button" class="button" disabled={feeds.length === 0} onClick={onExport}>
          {t('exportOpml')}
        </button>
      </div>
      <div class="outcome" role="status">
        <OpmlOutcome opml={opml} feeds={feeds} />
      </div>
    </div>
  );
}
