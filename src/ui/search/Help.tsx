import { type MessageKey, t } from '../i18n';
import type { StorySearch } from '../state/story-search';
import { FIELD_ID } from './field-id';

/** An example, its meaning, and what of it is put into the field. */
const LINES: { example: string; meaning: MessageKey; inserts: string }[] = [
  { example: '"sea level"', meaning: 'searchHelpPhrase', inserts: '"' },
  { example: 'elect*', meaning: 'searchHelpBeginning', inserts: '' },
  { example: 'storm, flood', meaning: 'searchHelpEither', inserts: '' },
  { example: '-sport', meaning: 'searchHelpWithout', inserts: '-' },
  { example: 'publisher:times', meaning: 'searchHelpPublisher', inserts: 'publisher:' },
  { example: 'topic:climate', meaning: 'searchHelpTopic', inserts: 'topic:' },
  { example: 'after:7d', meaning: 'searchHelpAfter', inserts: 'after:7d ' },
  { example: 'before:2026-11', meaning: 'searchHelpBefore', inserts: 'before:' },
  { example: 'is:unread', meaning: 'searchHelpUnread', inserts: 'is:unread ' },
  { example: 'is:saved', meaning: 'searchHelpSaved', inserts: 'is:saved ' },
  { example: 'is:hidden', meaning: 'searchHelpHidden', inserts: 'is:hidden ' },
];

function insert(search: StorySearch, inserted: string): void {
  const before = search.text.value.trimEnd();
  search.ask(`${before}${before === '' ? '' : ' '}${inserted}`);
  document.getElementById(FIELD_ID)?.focus();
}

/** The small language, shown as long as nothing is asked. */
export function Help({ search }: { search: StorySearch }) {
  return (
    <section class="search-help" aria-labelledby="search-help-title">
      <h2 id="search-help-title">{t('searchHelpTitle')}</h2>
      <dl>
        {LINES.map(({ example, meaning, inserts }) => (
          <div key={example}>
            <dt>
              {inserts === '' ? (
                <code dir="ltr">{example}</code>
              ) : (
                <button type="button" onClick={() => insert(search, inserts)}>
                  <code dir="ltr">{example}</code>
                </button>
              )}
            </dt>
            <dd>{t(meaning)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
