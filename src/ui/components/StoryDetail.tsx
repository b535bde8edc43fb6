import type { Story, StoryVersion, Topic } from '../../domain/model';
import { breakingText } from '../breaking-text';
import { t } from '../i18n';
import type { StoryDetail as Detail, StoryView } from '../state/story-list';
import { exactText, momentText } from '../time-text';
import { whyText } from '../why-text';
import { EarlierStory } from './EarlierStory';
import { Revisions } from './Revisions';
import { StoryLink } from './StoryLink';

export interface StoryDetailProps {
  detail: Detail;
  /** What it follows up; may come a moment later. */
  earlier: Story | null;
  /** Where it is shown, and the user's topics: why it is there. */
  view: StoryView;
  topics: Topic[];
  now: number;
  onOpen: (articleId: string, isBehind: boolean) => void;
  onOpenEarlier: (story: Story, isBehind: boolean) => void;
}

function timesText(version: StoryVersion, now: number): string {
  const published = version.publishedAt ?? version.arrivedAt;
  if (!version.isEdited || version.updatedAt === null) {
    return t('published', momentText(published, now));
  }
  return t('publishedEdited', momentText(published, now), momentText(version.updatedAt, published));
}

interface VersionProps {
  version: StoryVersion;
  now: number;
  /** The row itself names the first one. */
  isNamed: boolean;
}

function Version({ version, now, isNamed }: VersionProps) {
  const published = version.publishedAt ?? version.arrivedAt;
  return (
    <>
      {version.revisions.length > 0 && <Revisions version={version} now={now} />}
      <p class="meta">
        {isNamed && <bdi class="publisher">{version.publisher}</bdi>}
        {version.author && <bdi>{version.author}</bdi>}
        <time dateTime={new Date(published).toISOString()} title={exactText(published)}>
          {timesText(version, now)}
        </time>
        {version.commentsUrl && (
          <a href={version.commentsUrl} target="_blank" rel="noreferrer">
            {t('comments')}
          </a>
        )}
      </p>
    </>
  );
}

/** An unfolded row: the summary, and every publisher's version of the headline. */
export function StoryDetail(props: StoryDetailProps) {
  const { detail, earlier, view, topics, now, onOpen, onOpenEarlier } = props;
  const { story, versions } = detail;
  const lead = versions.find((version) => version.articleId === story.lead.articleId);
  const why = whyText(story, view, topics);
  const others = versions.filter((version) => version !== lead);
  return (
    <div class="detail">
      {lead && lead.summary !== '' && (
        <p class="summary" dir="auto">
          {lead.summary}
        </p>
      )}
      {lead && <Version version={lead} now={now} isNamed={false} />}
      {others.length > 0 && (
        <ul class="versions">
          {others.map((version) => (
            <li key={version.articleId}>
              <h4 class="headline">
                <StoryLink
                  title={version.title}
                  url={version.url}
                  onOpen={(isBehind) => onOpen(version.articleId, isBehind)}
                />
              </h4>
              <Version version={version} now={now} isNamed />
            </li>
          ))}
        </ul>
      )}
      {earlier && (
        <EarlierStory
          story={earlier}
          now={now}
          onOpen={(isBehind) => onOpenEarlier(earlier, isBehind)}
        />
      )}
      {story.breaking && <p class="note why">{breakingText(story.breaking)}</p>}
      {why !== null && <p class="note why">{why}</p>}
    </div>
  );
}
