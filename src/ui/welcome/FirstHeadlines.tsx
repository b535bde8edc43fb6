import type { FrontPage } from '../../domain/model';
import { t } from '../i18n';
import { rowTimeText } from '../time-text';

const SHOWN = 12;

/** The first headlines as they come in, to show that it works. */
export function FirstHeadlines({ page }: { page: FrontPage | null }) {
  const stories = page?.stories.slice(0, SHOWN) ?? [];
  const now = Date.now();
  return (
    <section class="first-headlines" aria-busy={stories.length === 0}>
      <h2>{t('firstHeadlines')}</h2>
      {stories.length === 0 ? (
        <p class="note">{t(page?.refreshedAt == null ? 'emptyFirstText' : 'emptyLatestText')}</p>
      ) : (
        <ul>
          {stories.map(({ storyId, lead, sortAt }) => (
            <li key={storyId} class="story">
              <h3 class="headline" dir="auto">
                {lead.url === null ? (
                  lead.title
                ) : (
                  <a href={lead.url} target="_blank" rel="noreferrer">
                    {lead.title}
                  </a>
                )}
              </h3>
              <p class="meta">
                <span class="publisher">
                  <bdi>{lead.publisher}</bdi>
                </span>
                <time dateTime={new Date(sortAt).toISOString()}>{rowTimeText(sortAt, now)}</time>
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
