import { useState } from 'preact/hooks';
import { hostText } from '../address';
import type { CatalogueEntry } from '../catalogue';
import { catalogueGroups } from '../catalogue-groups';
import { Notice } from '../components/Notice';
import { t } from '../i18n';

export interface CatalogueProps {
  followed: ReadonlySet<string>;
  /** null when access was refused. */
  onFollow: (entry: CatalogueEntry) => Promise<object | null>;
}

/** Well-known publishers, one click each. */
export function Catalogue({ followed, onFollow }: CatalogueProps) {
  const [refused, setRefused] = useState<CatalogueEntry | null>(null);
  async function follow(entry: CatalogueEntry): Promise<void> {
    setRefused((await onFollow(entry)) === null ? entry : null);
  }
  return (
    <details class="fold">
      <summary>{t('catalogue')}</summary>
      {refused && (
        <Notice
          text={t('accessRefusedTo', refused.title)}
          action={{ label: t('allowAccess'), onClick: () => void follow(refused) }}
        />
      )}
      {catalogueGroups(navigator.languages).map(({ language, name, feeds }) => (
        <section key={language} class="catalogue-group">
          <h3>{name}</h3>
          <ul>
            {feeds.map((entry) => (
              <li key={entry.feedUrl}>
                <bdi lang={language}>{entry.title}</bdi>
                <bdi class="note">{hostText(entry.siteUrl)}</bdi>
                {followed.has(entry.feedUrl) ? (
                  <span class="note">{t('following')}</span>
                ) : (
                  <button
                    type="button"
                    class="text-button"
                    aria-label={t('followNamed', entry.title)}
                    onClick={() => void follow(entry)}
                  >
                    {t('follow')}
                  </button>
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </details>
  );
}
