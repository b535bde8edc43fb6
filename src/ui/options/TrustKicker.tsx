import type { Feed } from '../../domain/model';
import { t } from '../i18n';

export interface TrustKickerProps {
  feed: Pick<Feed, 'feedId' | 'title' | 'trustsKicker'>;
  onChange: (trustsKicker: boolean) => void;
}

/** Whether the publisher's own mark is enough for breaking news. */
export function TrustKicker({ feed, onChange }: TrustKickerProps) {
  const noteId = `trust-${feed.feedId}`;
  return (
    <div class="trust">
      <label class="check">
        <input
          type="checkbox"
          aria-label={t('trustKickerNamed', feed.title)}
          aria-describedby={noteId}
          checked={feed.trustsKicker}
          onChange={({ currentTarget }) => onChange(currentTarget.checked)}
        />
        <span>{t('trustKicker')}</span>
      </label>
      <p id={noteId} class="note">
        {t('trustKickerText')}
      </p>
    </div>
  );
}
