import { useLayoutEffect, useRef } from 'preact/hooks';
import { Icon } from '../components/Icon';
import { IconButton } from '../components/IconButton';
import { Later } from '../components/Later';
import { t } from '../i18n';
import type { PopupStore } from '../state/popup-store';
import type { StorySearch } from '../state/story-search';
import type { DaysList } from './Findings';
import { FIELD_ID } from './field-id';
import { foundText } from './found-text';
import { loadFindings } from './load-findings';
import { useSettled } from './use-settled';

interface PartProps {
  store: PopupStore;
  search: StorySearch;
}

/** How many were found: seen at once, said after a pause. */
function Count({ store, search }: PartProps) {
  const text = foundText(search, store.page.value?.stories.length ?? 0);
  const settled = useSettled(text);
  return (
    <>
      <span class="search-count" aria-hidden="true">
        {text}
      </span>
      <span class="visually-hidden" role="status">
        {settled}
      </span>
    </>
  );
}

/** The link of the first row; focus goes there from the field, and back. */
function firstLink(within: Element): HTMLElement | null {
  return within.querySelector<HTMLElement>('[data-story] .story-link');
}

/** Escape leaves; arrows lead from the field to the rows, and back. */
function listenIn(root: Element, close: () => void): () => void {
  const listen = (event: Event) => {
    const { key, target, isComposing, defaultPrevented } = event as KeyboardEvent;
    if (defaultPrevented || isComposing) return;
    const field = root.querySelector('input');
    const first = firstLink(root);
    if (key === 'Escape') close();
    else if (target === field && first && ['ArrowDown', 'Enter'].includes(key)) first.focus();
    else if (target === first && ['ArrowUp', 'k'].includes(key)) field?.focus();
    else return;
    event.preventDefault();
  };
  root.addEventListener('keydown', listen);
  return () => root.removeEventListener('keydown', listen);
}

function Field({ store, search }: PartProps) {
  const field = useRef<HTMLInputElement>(null);
  const text = search.text.value;
  useLayoutEffect(() => field.current?.focus(), []);
  return (
    // biome-ignore lint/a11y/useSemanticElements: older browsers of ours do not know the element search.
    <form class="search-bar" role="search" onSubmit={(event) => event.preventDefault()}>
      <Icon name="search" />
      <input
        ref={field}
        id={FIELD_ID}
        type="search"
        dir={text === '' ? undefined : 'auto'}
        autocomplete="off"
        spellcheck={false}
        aria-label={t('searchField')}
        placeholder={t('searchField')}
        value={text}
        onInput={({ currentTarget }) => {
          currentTarget.closest('main')?.scrollTo(0, 0);
          search.ask(currentTarget.value);
        }}
      />
      <Count store={store} search={search} />
      <IconButton
        icon="remove"
        label={t('closeSearch')}
        onClick={() => store.act(({ searching }) => searching.close())}
      />
    </form>
  );
}

/** In place of the lists: a field, and what is found. */
export function Search({ store, Days }: { store: PopupStore; Days: DaysList }) {
  const root = useRef<HTMLDivElement>(null);
  const search = store.search.value;
  useLayoutEffect(
    () =>
      root.current
        ? listenIn(root.current, () => store.act(({ searching }) => searching.close()))
        : undefined,
    [store],
  );
  if (!search) return null;
  return (
    <div class="search" ref={root}>
      <Field store={store} search={search} />
      <Later load={loadFindings} props={{ store, search, Days }} />
    </div>
  );
}
