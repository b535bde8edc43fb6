import { batch, type ReadonlySignal, signal } from '@preact/signals';
import type { Story } from '../../domain/model';
import type { Marked } from '../../domain/search/marks';
import type { SearchProblem } from '../../domain/search/query';
import { loadSearching, type SearchResults } from '../search/load-searching';
import type { PopupStore } from './popup-store';

export interface SearchOutcome {
  /** What of the text could not be used. */
  problems: SearchProblem[];
  /** Why each story was found, by its id. */
  marked: ReadonlyMap<string, Marked>;
  /** Nothing was asked but what could not be used. */
  isBlank: boolean;
  /** All is found that there is. */
  isDone: boolean;
}

/** One search of everything stored, as long as its field is there. What it finds is the store's page. */
export interface StorySearch {
  /** As it stands in the field. */
  text: ReadonlySignal<string>;
  isBusy: ReadonlySignal<boolean>;
  /** null until the first answer. */
  outcome: ReadonlySignal<SearchOutcome | null>;
  ask(text: string): void;
  /** Adds older ones. */
  more(): Promise<void>;
  /** Asks again after a change, for as much as is shown. */
  again(): Promise<void>;
}

/** As many as other lists begin with, and go on with. */
const A_PAGE = 50;

interface Running {
  /** null when nothing was asked. */
  results: SearchResults | null;
  problems: SearchProblem[];
  stories: Story[];
  marked: Map<string, Marked>;
  isDone: boolean;
}

async function begin(text: string): Promise<Running> {
  const { parseSearch, openSearch } = await loadSearching();
  const { query, problems } = parseSearch(text);
  const isBlank = query.alternatives.length + query.filters.length === 0;
  const results = isBlank ? null : await openSearch(query, Date.now());
  return {
    ...{ results, problems: [...problems, ...(results?.problems ?? [])] },
    ...{ stories: [], marked: new Map(), isDone: isBlank },
  };
}

async function advance(running: Running): Promise<void> {
  if (!running.results) return;
  const { found, isDone } = await running.results.next();
  running.stories = [...running.stories, ...found.map(({ story }) => story)];
  for (const { story, marked } of found) running.marked.set(story.storyId, marked);
  running.isDone = isDone;
}

export function createStorySearch({ view, page }: Pick<PopupStore, 'view' | 'page'>): StorySearch {
  const text = signal('');
  const isBusy = signal(false);
  const outcome = signal<SearchOutcome | null>(null);
  let running: Running | null = null;
  let turn = 0;

  function show({ stories, problems, marked, isDone, results }: Running): void {
    const nextBefore = isDone ? null : (stories.at(-1)?.sortAt ?? 0);
    batch(() => {
      page.value = { stories, nextBefore };
      outcome.value = { problems, marked, isDone, isBlank: results === null };
    });
  }

  /** Whoever asks next makes this pointless, and so does leaving. */
  async function run(start: () => Promise<Running>, upTo: number, isQuiet: boolean): Promise<void> {
    turn += 1;
    const own = turn;
    const isStale = () => own !== turn || view.value.kind !== 'search';
    isBusy.value = true;
    const mine = await start();
    while (!isStale() && !mine.isDone && mine.stories.length < upTo) {
      await advance(mine);
      // What was found before stays in sight until there is something to take its place.
      if (!isQuiet && !isStale() && mine.stories.length > 0) show(mine);
    }
    if (isStale()) return;
    running = mine;
    isBusy.value = false;
    show(mine);
  }

  const shownCount = () => page.value?.stories.length ?? 0;

  return {
    ...{ text, isBusy, outcome },
    ask(asked) {
      text.value = asked;
      void run(() => begin(asked), A_PAGE, false);
    },
    async more() {
      const last = running;
      if (!last || last.isDone || isBusy.value) return;
      await run(async () => last, last.stories.length + A_PAGE, false);
    },
    again: () => run(() => begin(text.value), Math.max(A_PAGE, shownCount()), true),
  };
}
