import type { FeedCandidate } from '../../domain/model';
import { hostText } from '../address';
import type { CatalogueGroup } from '../catalogue-groups';
import { t } from '../i18n';

export interface CatalogueChoiceProps {
  groups: CatalogueGroup[];
  own: FeedCandidate[];
  chosen: ReadonlySet<string>;
  onToggle: (feedUrl: string) => void;
}

type ChoiceProps = Pick<CatalogueChoiceProps, 'chosen' | 'onToggle'>;

interface GroupProps extends ChoiceProps {
  name: string;
  language?: string;
  feeds: FeedCandidate[];
}

function Group({ name, language, feeds, chosen, onToggle }: GroupProps) {
  return (
    <fieldset class="publishers">
      <legend>{name}</legend>
      <div class="publisher-grid">
        {feeds.map(({ feedUrl, title, siteUrl }) => (
          <label key={feedUrl} class="publisher-choice">
            <input
              type="checkbox"
              checked={chosen.has(feedUrl)}
              onChange={() => onToggle(feedUrl)}
            />
            <bdi lang={language}>{title ?? hostText(feedUrl)}</bdi>
            <bdi class="note" aria-hidden="true">
              {hostText(siteUrl ?? feedUrl)}
            </bdi>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** The catalogue to tick, the person's own languages open and the others folded away. */
export function CatalogueChoice({ groups, own, ...choice }: CatalogueChoiceProps) {
  const near = groups.filter((group) => group.isNear);
  const far = groups.filter((group) => !group.isNear);
  return (
    <div class="catalogue">
      {own.length > 0 && <Group name={t('ownFeeds')} feeds={own} {...choice} />}
      {near.map(({ language, name, feeds }) => (
        <Group key={language} name={name} language={language} feeds={feeds} {...choice} />
      ))}
      {far.length > 0 && (
        <details>
          <summary>{t('otherLanguages')}</summary>
          {far.map(({ language, name, feeds }) => (
            <Group key={language} name={name} language={language} feeds={feeds} {...choice} />
          ))}
        </details>
      )}
    </div>
  );
}
