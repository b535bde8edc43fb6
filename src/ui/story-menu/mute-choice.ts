import type { Story, Topic } from '../../domain/model';
import type { TopicDraft } from '../state/topic-editor';

const DAY_MS = 86_400_000;

/** What is muted of a story. */
export type MuteAim =
  | { kind: 'publisher' }
  /** What a followed topic catches. */
  | { kind: 'topic'; topicId: string }
  | { kind: 'words'; words: string[] };

export const MUTE_LENGTHS = ['day', 'week', 'good'] as const;
export type MuteLength = (typeof MUTE_LENGTHS)[number];

const LENGTHS_MS: Record<MuteLength, number | null> = { day: DAY_MS, week: 7 * DAY_MS, good: null };

export interface MuteChoice {
  aim: MuteAim;
  length: MuteLength;
}

export interface Mutable {
  story: Story;
  topics: Topic[];
  /** Of the story's lead, as topics name publishers. */
  publisherKey: string;
}

/**
 * The muting topic that a choice stands for.
 * @returns null while there are no words, or the topic is not there any more
 */
export function muteDraft(
  { aim, length }: MuteChoice,
  { story, topics, publisherKey }: Mutable,
  now: number,
): TopicDraft | null {
  const lengthMs = LENGTHS_MS[length];
  const draft = {
    ...{ topicId: null, action: 'mute' as const, isNotifying: false },
    untilAt: lengthMs === null ? null : now + lengthMs,
  };
  switch (aim.kind) {
    case 'publisher':
      return { ...draft, name: story.lead.publisher, query: '', publishers: [publisherKey] };
    case 'topic': {
      const topic = topics.find(({ topicId }) => topicId === aim.topicId);
      if (!topic) return null;
      const { name, query, publishers } = topic;
      return { ...draft, name, query, publishers };
    }
    case 'words': {
      const query = aim.words.map(quoted).join(' ');
      return query === '' ? null : { ...draft, name: aim.words.join(' '), query, publishers: [] };
    }
  }
}

/** In quotes a word means itself, whatever signs are in it. */
function quoted(word: string): string {
  return /[^\p{L}\p{N}\p{M}]/u.test(word) ? `"${word}"` : word;
}
