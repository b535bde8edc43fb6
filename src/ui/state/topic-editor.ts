import { type ReadonlySignal, signal } from '@preact/signals';
import type { Topic } from '../../domain/model';
import { readTopicAim } from '../../domain/topic/classify';
import type { TopicQueryError } from '../../domain/topic/query';
import type { TopicDraft } from '../../messaging/protocol';
import { send } from '../../messaging/send';
import {
  type NamedPreview,
  type Publisher,
  previewTopic,
  readPublishers,
} from '../../storage/read';
import { sameWhereEqual } from './same-where-equal';

export type { NamedPreview, Publisher, TopicDraft };

export interface TopicEditor {
  draft: ReadonlySignal<TopicDraft>;
  /** What the draft catches among what is stored; null while it catches nothing in particular. */
  preview: ReadonlySignal<NamedPreview | null>;
  /** Why its words cannot be used, as they are typed; an empty field complains only when it is saved. */
  error: ReadonlySignal<TopicQueryError | null>;
  publishers: ReadonlySignal<Publisher[]>;
  change(patch: Partial<TopicDraft>): void;
  edit(topic: Topic): void;
  clear(): void;
  save(): Promise<void>;
  /** Reads again what others may have changed. */
  reread(): Promise<void>;
}

const PAUSE_MS = 180;

const blank: TopicDraft = {
  topicId: null,
  name: '',
  query: '',
  publishers: [],
  action: 'follow',
  isNotifying: false,
  untilAt: null,
};

function draftOf(topic: Topic): TopicDraft {
  const { topicId, name, query, publishers, action, isNotifying, untilAt } = topic;
  return { topicId, name, query, publishers, action, isNotifying, untilAt };
}

function complaintWhileTyping(draft: TopicDraft): TopicQueryError | null {
  const aim = readTopicAim(draft);
  return aim.ok || aim.error.kind === 'empty' ? null : aim.error;
}

/** Looks in what is stored a moment after the last change; only the last look counts. */
function createPreview() {
  const preview = signal<NamedPreview | null>(null);
  let looking = new AbortController();
  return {
    preview,
    async look(draft: TopicDraft): Promise<void> {
      looking.abort();
      looking = new AbortController();
      const { signal: stop } = looking;
      if (!readTopicAim(draft).ok) {
        preview.value = null;
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      if (stop.aborted) return;
      const found = await previewTopic(draft, Date.now(), stop);
      if (!stop.aborted) preview.value = found;
    },
  };
}

export function createTopicEditor(): TopicEditor {
  const draft = signal(blank);
  const error = signal<TopicQueryError | null>(null);
  const publishers = signal<Publisher[]>([]);
  const { preview, look } = createPreview();

  function show(next: TopicDraft): void {
    const { query, publishers: named } = draft.value;
    if (next.query !== query || next.publishers !== named) void look(next);
    draft.value = next;
    error.value = complaintWhileTyping(next);
  }

  return {
    draft,
    preview,
    error,
    publishers,
    change: (patch) => show({ ...draft.value, ...patch }),
    edit: (topic) => show(draftOf(topic)),
    clear: () => show(blank),
    async save() {
      // A topic without a name of its own is called by its words.
      const saved = draft.value;
      const name = saved.name.trim() || saved.query.trim() || namesOf(saved, publishers.value);
      const result = await send('saveTopic', { ...saved, name });
      // Another topic may be in the form by now.
      if (draft.value !== saved) return;
      if (result.ok) show(blank);
      else error.value = result.error;
    },
    async reread() {
      publishers.value = sameWhereEqual(publishers.value, await readPublishers(), ({ key }) => key);
    },
  };
}

function namesOf(draft: TopicDraft, publishers: Publisher[]): string {
  return publishers
    .filter(({ key }) => draft.publishers.includes(key))
    .flatMap(({ names }) => names.slice(0, 1))
    .join(', ');
}
