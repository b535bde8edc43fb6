import { type ReadonlySignal, signal } from '@preact/signals';
import type { Topic } from '../../domain/model';
import type { TopicQueryError } from '../../domain/topic/query';
import type { TopicDraft } from '../../messaging/protocol';
import { send } from '../../messaging/send';
import { previewTopic, type TopicPreview } from '../../storage/read';

export type { TopicDraft, TopicPreview };

export interface TopicEditor {
  draft: ReadonlySignal<TopicDraft>;
  /** What the words catch among what is stored; null while there are none. */
  preview: ReadonlySignal<TopicPreview | null>;
  error: ReadonlySignal<TopicQueryError | null>;
  change(patch: Partial<TopicDraft>): void;
  edit(topic: Topic): void;
  clear(): void;
  save(): Promise<void>;
}

const PAUSE_MS = 180;

const blank: TopicDraft = {
  topicId: null,
  name: '',
  query: '',
  action: 'follow',
  isNotifying: false,
};

export function createTopicEditor(): TopicEditor {
  const draft = signal(blank);
  const preview = signal<TopicPreview | null>(null);
  const error = signal<TopicQueryError | null>(null);
  let looking = new AbortController();

  async function look(query: string): Promise<void> {
    looking.abort();
    looking = new AbortController();
    const { signal: stop } = looking;
    if (query.trim() === '') {
      preview.value = null;
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    if (stop.aborted) return;
    const found = await previewTopic(query, stop);
    if (!stop.aborted) preview.value = found;
  }

  function show(next: TopicDraft): void {
    if (next.query !== draft.value.query) void look(next.query);
    draft.value = next;
    error.value = null;
  }

  return {
    draft,
    preview,
    error,
    change: (patch) => show({ ...draft.value, ...patch }),
    edit: ({ topicId, name, query, action, isNotifying }) =>
      show({ topicId, name, query, action, isNotifying }),
    clear: () => show(blank),
    async save() {
      // A topic without a name of its own is called by its words.
      const saved = draft.value;
      const name = saved.name.trim() || saved.query.trim();
      const result = await send('saveTopic', { ...saved, name });
      // Another topic may be in the form by now.
      if (draft.value !== saved) return;
      if (result.ok) show(blank);
      else error.value = result.error;
    },
  };
}
