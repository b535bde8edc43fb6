import { t } from '../i18n';
import { TopicForm } from './TopicForm';
import { TopicItem } from './TopicItem';
import { useOptions } from './use-options';

export function Topics() {
  const { topics, editor, removeTopic, now } = useOptions();
  return (
    <section id="topics" class="section" aria-labelledby="topics-title">
      <h2 id="topics-title">{t('sectionTopics')}</h2>
      <p class="section-text">{t('topicsText')}</p>
      <TopicForm editor={editor} now={now.value} />
      {topics.value.length === 0 ? (
        <p class="nothing">{t('noTopics')}</p>
      ) : (
        <ul class="items" aria-label={t('sectionTopics')}>
          {topics.value.map((topic) => (
            <TopicItem
              key={topic.topicId}
              topic={topic}
              publishers={editor.publishers.value}
              now={now.value}
              onEdit={() => {
                editor.edit(topic);
                document.getElementById('topic-name')?.focus();
              }}
              onRemove={() => removeTopic(topic)}
            />
          ))}
        </ul>
      )}
    </section>
  );
}
