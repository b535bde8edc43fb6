import type { ComponentType } from 'preact';
import type { Story } from '../../domain/model';
import type { Marked as MarkedMatch } from '../../domain/search/marks';
import type { SearchProblem } from '../../domain/search/query';
import { Marked } from '../components/Marked';
import type { RowMarkup } from '../components/StoryRow';
import { t } from '../i18n';
import { Empty } from '../popup/Empty';
import type { PopupStore } from '../state/popup-store';
import type { StoryPage } from '../state/story-list';
import type { StorySearch } from '../state/story-search';
import { Help } from './Help';
import { problemText } from './problem-text';
import { useSettled } from './use-settled';

/** The list of the other views, which shows what is found as well. */
export type DaysList = ComponentType<{ store: PopupStore; page: StoryPage; markup: RowMarkup }>;

export interface FindingsProps {
  Days: DaysList;
  store: PopupStore;
  search: StorySearch;
}

const NO_PROBLEMS: SearchProblem[] = [];

/** Said after a pause in typing: half a filter is not a mistake yet. Gone as soon as it is mended. */
function Problems({ problems }: { problems: SearchProblem[] }) {
  const texts = problems.map(problemText);
  const settled = useSettled(texts.join('\n'));
  return (
    <div role="status">
      {texts
        .filter((text) => settled.includes(text))
        .map((text) => (
          <p key={text} class="search-problem">
            {text}
          </p>
        ))}
    </div>
  );
}

function labelOf(part: 'title' | 'summary' | 'earlier' | 'tag' | 'author'): string | null {
  if (part === 'earlier') return t('searchEarlier');
  if (part === 'tag') return t('searchTag');
  return part === 'author' ? t('searchAuthor') : null;
}

/** Where the words stand that the headline does not have. */
function Excerpt({ excerpt }: { excerpt: NonNullable<MarkedMatch['excerpt']> }) {
  const label = labelOf(excerpt.part);
  return (
    <p class="excerpt" dir="auto">
      {label !== null && <span class="excerpt-label">{label} </span>}
      <Marked text={excerpt.text} marks={excerpt.marks} />
    </p>
  );
}

function List({ store, search, Days }: FindingsProps) {
  const page = store.page.value;
  const outcome = search.outcome.value;
  if (!page || !outcome) return null;
  if (page.stories.length === 0) {
    const front = store.frontPage.value;
    return outcome.isDone && front && <Empty view={store.view.value} page={front} />;
  }
  const headline = ({ storyId, lead }: Story) => {
    const marked = outcome.marked.get(storyId);
    return marked && <Marked text={lead.title} marks={marked.headline} />;
  };
  const below = ({ storyId }: Story) => {
    const excerpt = outcome.marked.get(storyId)?.excerpt;
    return excerpt && store.openedId.value !== storyId && <Excerpt excerpt={excerpt} />;
  };
  return <Days store={store} page={page} markup={{ headline, below }} />;
}

/** What stands below the field: how to ask, or what was found. */
export function Findings({ store, search, Days }: FindingsProps) {
  const outcome = search.outcome.value;
  const isAsked = search.text.value.trim() !== '' && outcome?.isBlank !== true;
  return (
    <div id="list" class="list" aria-busy={search.isBusy.value}>
      <Problems problems={outcome?.problems ?? NO_PROBLEMS} />
      {isAsked ? <List store={store} search={search} Days={Days} /> : <Help search={search} />}
    </div>
  );
}
