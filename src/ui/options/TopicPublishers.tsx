import { t, tCount } from '../i18n';
import type { Publisher } from '../state/topic-editor';

export interface TopicPublishersProps {
  publishers: Publisher[];
  /** Keys of those that the topic is limited to; none: all. */
  chosen: string[];
  onChange: (publishers: string[]) => void;
}

/** Limits a topic to some of the followed publishers; folded away, since few topics are. */
export function TopicPublishers({ publishers, chosen, onChange }: TopicPublishersProps) {
  // A publisher that is not followed any more still limits the topic: it must be seen to be taken out.
  const known = new Set(publishers.map(({ key }) => key));
  const gone = chosen.filter((key) => !known.has(key)).map((key) => ({ key, names: [key] }));
  if (publishers.length + gone.length === 0) return null;
  return (
    <details class="fold">
      <summary>
        {chosen.length === 0
          ? t('topicEveryPublisher')
          : tCount('topicSomePublishers', chosen.length)}
      </summary>
      <fieldset class="choices">
        <legend class="note">{t('topicPublishersText')}</legend>
        {[...publishers, ...gone].map(({ key, names }) => (
          <label key={key} class="choice">
            <input
              type="checkbox"
              checked={chosen.includes(key)}
              onChange={({ currentTarget }) =>
                onChange(
                  currentTarget.checked ? [...chosen, key] : chosen.filter((each) => each !== key),
                )
              }
            />
            <bdi>{names[0]}</bdi>
          </label>
        ))}
      </fieldset>
    </details>
  );
}
