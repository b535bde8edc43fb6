import { catalogueGroups } from '../catalogue-groups';
import { Notice } from '../components/Notice';
import { PublisherGroup } from '../components/PublisherGroup';
import { t, tCount } from '../i18n';
import type { CatalogueChoice } from '../state/catalogue-choice';
import { CatalogueFilter } from './CatalogueFilter';

export interface CatalogueProps {
  choice: CatalogueChoice;
  /** Whether the feed at an address is followed already. */
  isFollowed: (feedUrl: string) => boolean;
}

function FollowBar({ choice }: { choice: CatalogueChoice }) {
  const count = choice.chosen.value.size;
  const phase = choice.phase.value;
  const isBusy = phase === 'busy';
  return (
    <div class="catalogue-bar">
      <div role="status">
        {phase === 'refused' ? (
          <p>{t('catalogueRefused')}</p>
        ) : (
          <p>{tCount('feedsChosen', count)}</p>
        )}
      </div>
      <button
        type="button"
        class="button is-primary"
        disabled={count === 0}
        aria-disabled={isBusy}
        onClick={() => !isBusy && void choice.follow()}
      >
        {t(phase === 'refused' ? 'allowAccess' : 'followChosen')}
      </button>
    </div>
  );
}

/** Well-known publishers: ticked one by one, followed together. */
export function Catalogue({ choice, isFollowed }: CatalogueProps) {
  const groups = catalogueGroups(navigator.languages, choice.entries());
  const chosen = choice.chosen.value;
  return (
    <details class="fold catalogue">
      <summary>{t('catalogue')}</summary>
      <CatalogueFilter choice={choice} />
      {groups.length === 0 && (
        <Notice
          text={t('catalogueNothing')}
          action={{ label: t('allLanguages'), onClick: () => choice.setLanguage(null) }}
        />
      )}
      {groups.map(({ language, name, feeds }) => (
        <PublisherGroup
          key={language}
          {...{ language, name, feeds, chosen, isFollowed }}
          onToggle={choice.toggle}
        />
      ))}
      {chosen.size > 0 && <FollowBar choice={choice} />}
    </details>
  );
}
