import type { FeedPreview } from '../../domain/model';
import { feedErrorText } from '../feed-error-text';
import { t } from '../i18n';
import type { FoundCard } from '../state/found-feeds';
import { exactText, rowMomentText } from '../time-text';
import { Notice } from './Notice';

export interface FoundPreviewProps {
  card: FoundCard;
  title: string;
  now: number;
  onLook: () => void;
  /** Looks for feeds on the page that is there in place of a feed. */
  onLookThere: () => void;
}

function Headlines({ preview, now }: { preview: FeedPreview; now: number }) {
  if (preview.headlines.length === 0) return <p class="note">{t('previewEmpty')}</p>;
  return (
    <ul class="found-headlines">
      {preview.headlines.map(({ title, publishedAt }, index) => (
        <li key={index}>
          <span dir="auto">{title}</span>
          {publishedAt !== null && (
            <time
              class="note"
              dateTime={new Date(publishedAt).toISOString()}
              title={exactText(publishedAt)}
            >
              {rowMomentText(publishedAt, now)}
            </time>
          )}
        </li>
      ))}
    </ul>
  );
}

/** The newest headlines of a feed that was found, or why they are not there. */
export function FoundPreview({ card, title, now, onLook, onLookThere }: FoundPreviewProps) {
  const { preview } = card;
  if (preview.kind === 'busy') return <p class="note">{t('previewBusy')}</p>;
  if (preview.kind === 'shown') return <Headlines preview={preview.preview} now={now} />;
  const isUnseen =
    preview.kind === 'none' ||
    preview.error.kind === 'permission' ||
    preview.error.kind === 'rate-limited';
  if (isUnseen) {
    return (
      <button
        type="button"
        class="text-button"
        aria-label={t('showHeadlinesOf', title)}
        onClick={onLook}
      >
        {t('showHeadlines')}
      </button>
    );
  }
  if (isPage(card)) {
    return (
      <Notice text={t('previewIsPage')} action={{ label: t('lookThere'), onClick: onLookThere }} />
    );
  }
  return (
    <Notice
      text={feedErrorText(preview.error, now)}
      action={{ label: t('tryAgain'), onClick: onLook }}
    />
  );
}

/** Whether what should be a feed is a web page. */
export function isPage({ preview }: FoundCard): boolean {
  if (preview.kind !== 'failed') return false;
  return preview.error.kind === 'not-a-feed' && preview.error.found === 'html';
}
