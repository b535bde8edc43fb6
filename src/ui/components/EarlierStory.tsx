import type { Story } from '../../domain/model';
import { t } from '../i18n';
import { exactText, momentText } from '../time-text';
import { OtherPublishers } from './OtherPublishers';
import { StoryLink } from './StoryLink';

interface EarlierStoryProps {
  story: Story;
  now: number;
  onOpen: (isBehind: boolean) => void;
}

/** What the days before brought of the same matter. */
export function EarlierStory({ story, now, onOpen }: EarlierStoryProps) {
  const { lead, publisherCount, sortAt } = story;
  return (
    <section class="earlier">
      <h4 class="earlier-name">{t('earlier')}</h4>
      <p class="headline">
        <StoryLink title={lead.title} url={lead.url} onOpen={onOpen} />
      </p>
      <p class="meta">
        <bdi class="publisher">{lead.publisher}</bdi>
        <OtherPublishers publisherCount={publisherCount} />
        <time dateTime={new Date(sortAt).toISOString()} title={exactText(sortAt)}>
          {momentText(sortAt, now)}
        </time>
      </p>
    </section>
  );
}
