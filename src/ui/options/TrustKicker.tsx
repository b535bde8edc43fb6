import type { Feed } from '../../domain/model';
import { t } from '../i18n';

export interface TrustKickerProps {
  feed: Pick<Feed, 'title' | 'trustsKicker'>;
  onChange: (trustsKicker: boolean) => void;
}

/** Whether the publisher's own mark is enough for breaking news. */
export function TrustKicker({ feed, onChange }: TrustKickerProps) {
  return (
    <label class="check-every" title={t('trustKickerText')}>
      <input
        type="checkbox"
        aria-label={t('trustKickerNamed', feed.title)}
        checked={feed.trustsKicker}
        onChange={({ currentTarget }) => onChange(currentTarget.checked)}
      />
      <span aria-hidden="true">{t('trustKicker')}</span>
    </label>
  );
}
