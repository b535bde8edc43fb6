import type { FeedCandidate } from '../../domain/model';
import type { CatalogueGroup } from '../catalogue-groups';
import { t } from '../i18n';
import { PublisherGroup } from './PublisherGroup';

export interface CatalogueChoiceProps {
  groups: CatalogueGroup[];
  own: FeedCandidate[];
  chosen: ReadonlySet<string>;
  onToggle: (feedUrl: string) => void;
}

/** The catalogue to tick, the person's own languages open and the others folded away. */
export function CatalogueChoice({ groups, own, ...choice }: CatalogueChoiceProps) {
  const near = groups.filter((group) => group.isNear);
  const far = groups.filter((group) => !group.isNear);
  return (
    <div class="catalogue">
      {own.length > 0 && <PublisherGroup name={t('ownFeeds')} feeds={own} {...choice} />}
      {near.map(({ language, name, feeds }) => (
        <PublisherGroup key={language} {...{ language, name, feeds }} {...choice} />
      ))}
      {far.length > 0 && (
        <details>
          <summary>{t('otherLanguages')}</summary>
          {far.map(({ language, name, feeds }) => (
            <PublisherGroup key={language} {...{ language, name, feeds }} {...choice} />
          ))}
        </details>
      )}
    </div>
  );
}
