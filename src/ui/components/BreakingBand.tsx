import type { Story } from '../../domain/model';
import { t } from '../i18n';
import { leadTimesText } from '../lead-times';
import { momentText } from '../time-text';
import { OtherPublishers } from './OtherPublishers';
import { StoryLink } from './StoryLink';

export interface BreakingBandProps {
  story: Story;
  now: number;
  /** Exact times on hover. */
  hasHints: boolean;
  onOpen: (story: Story, isBehind: boolean) => void;
}

/** The publisher's own word ("Eilmeldung") is clearer than ours to who reads that publisher. */
function kickerOf(story: Story): string {
  const kicker = story.breaking?.reasons.find((reason) => reason.kind === 'kicker');
  return kicker?.word ?? t('breaking');
}

/** The headline without the publisher's mark in front of it, which stands above it already. */
function withoutKicker(title: string, kicker: string): string {
  if (!title.toLowerCase().startsWith(kicker.toLowerCase())) return title;
  const rest = title.slice(kicker.length).match(/^\s*[:–—|-]\s*(.+)$/s);
  return rest?.[1] ?? title;
}

export function BreakingBand({ story, now, hasHints, onOpen }: BreakingBandProps) {
  const { publisherCount } = story;
  const since = story.breaking?.decidedAt ?? story.sortAt;
  return (
    <section class="breaking" aria-label={t('breaking')}>
      <p class="meta">
        <b class="kicker">
          <bdi>{kickerOf(story)}</bdi>
        </b>
        <span class="publisher">
          <bdi>{story.lead.publisher}</bdi>
        </span>
        <OtherPublishers publisherCount={publisherCount} />
        <time dateTime={new Date(since).toISOString()}>{t('since', momentText(since, now))}</time>
      </p>
      <h2 class="headline">
        <StoryLink
          title={withoutKicker(story.lead.title, kickerOf(story))}
          url={story.lead.url}
          hint={hasHints ? leadTimesText(story.lead, story.sortAt) : undefined}
          onOpen={(isBehind) => onOpen(story, isBehind)}
        />
      </h2>
    </section>
  );
}
