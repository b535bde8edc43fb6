import { FilePick } from '../components/FilePick';
import { t } from '../i18n';
import type { OpmlImport } from '../state/opml-import';
import { OpmlOutcome } from './OpmlOutcome';

export interface OpmlProps {
  opml: OpmlImport;
  hasFeeds: boolean;
  onExport: () => void;
}

/** Feeds in from another reader, and out again. */
export function Opml({ opml, hasFeeds, onExport }: OpmlProps) {
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
        <button type="button" class="button" disabled={!hasFeeds} onClick={onExport}>
          {t('exportOpml')}
        </button>
      </div>
      <div class="outcome" role="status">
        <OpmlOutcome importing={opml.importing.value} onFollow={opml.follow} />
      </div>
    </div>
  );
}
