import { t } from '../i18n';
import type { TopicEditor } from '../state/topic-editor';
import { topicErrorText } from '../topic-error-text';
import { TopicActionChoice } from './TopicActionChoice';
import { TopicPreview } from './TopicPreview';
import { TopicPublishers } from './TopicPublishers';
import { TopicUntil } from './TopicUntil';

export function TopicForm({ editor, now }: { editor: TopicEditor; now: number }) {
  const { topicId, name, query, action, isNotifying, publishers, untilAt } = editor.draft.value;
  const error = editor.error.value;
  return (
    <form
      class="topic-form"
      aria-label={t(topicId === null ? 'newTopic' : 'editTopic')}
      onSubmit={(event) => {
        event.preventDefault();
        void editor.save();
      }}
    >
      <label for="topic-name">{t('topicName')}</label>
      <input
        id="topic-name"
        dir="auto"
        autocomplete="off"
        placeholder={t('topicNameExample')}
        value={name}
        onInput={({ currentTarget }) => editor.change({ name: currentTarget.value })}
      />
      <label for="topic-words">{t('topicWords')}</label>
      <input
        id="topic-words"
        dir="auto"
        autocomplete="off"
        spellcheck={false}
        placeholder={t('topicWordsExample')}
        value={query}
        aria-invalid={error !== null}
        aria-describedby="topic-help topic-complaint"
        onInput={({ currentTarget }) => editor.change({ query: currentTarget.value })}
      />
      <div class="topic-advice">
        <p id="topic-help" class="note">
          {t('topicHelp')}
        </p>
        <p id="topic-complaint" class="complaint" role="alert">
          {error && topicErrorText(error)}
        </p>
      </div>
      <TopicPublishers
        publishers={editor.publishers.value}
        chosen={publishers}
        onChange={(chosen) => editor.change({ publishers: chosen })}
      />
      <TopicActionChoice action={action} isNotifying={isNotifying} onChange={editor.change} />
      <TopicUntil untilAt={untilAt} now={now} onChange={(end) => editor.change({ untilAt: end })} />
      <div class="button-row">
        <button type="submit" class="button is-primary">
          {t(topicId === null ? 'addTopic' : 'saveTopic')}
        </button>
        {topicId !== null && (
          <button type="button" class="button" onClick={editor.clear}>
            {t('cancel')}
          </button>
        )}
      </div>
      <TopicPreview preview={editor.preview.value} />
    </form>
  );
}
