import { useEffect, useRef, useState } from 'preact/hooks';
import type { Story, Topic } from '../../domain/model';
import { publisherKey } from '../../domain/story/publisher-key';
import { copyText } from '../copy-text';
import { locale, type MessageKey, t } from '../i18n';
import type { TopicDraft } from '../state/topic-editor';
import { headlineWords } from './headline-words';
import { MuteForm } from './MuteForm';
import { type Mutable, muteDraft } from './mute-choice';
import { canShare, share } from './share';

export interface StoryMenuProps {
  story: Story;
  topics: Topic[];
  now: number;
  onMute: (draft: TopicDraft) => void;
  onClose: () => void;
}

interface SharingProps {
  title: string;
  url: string;
}

function Sharing({ title, url }: SharingProps) {
  const [outcome, setOutcome] = useState<MessageKey | null>(null);
  return (
    <div class="button-row">
      {canShare({ title, url }) && (
        <button type="button" class="button" onClick={() => void share({ title, url })}>
          {t('share')}
        </button>
      )}
      <button
        type="button"
        class="button"
        onClick={async () => setOutcome((await copyText(url)) ? 'copied' : 'notCopied')}
      >
        {t('copyLink')}
      </button>
      <span class="note" role="status">
        {outcome && t(outcome)}
      </span>
    </div>
  );
}

/** What can be done with a story besides reading it: give it to others, or hear no more of its kind. */
export function StoryMenu({ story, topics, now, onMute, onClose }: StoryMenuProps) {
  const { lead } = story;
  const box = useRef<HTMLFieldSetElement>(null);
  useEffect(() => box.current?.querySelector<HTMLElement>('button, input')?.focus(), []);
  const mutable: Mutable = { story, topics, publisherKey: publisherKey(lead) };
  return (
    <fieldset
      ref={box}
      class="story-menu"
      aria-label={t('moreFor', lead.title)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        onClose();
      }}
    >
      {lead.url !== null && <Sharing title={lead.title} url={lead.url} />}
      <MuteForm
        {...mutable}
        words={headlineWords(lead.title, locale())}
        onMute={(choice) => {
          const draft = muteDraft(choice, mutable, now);
          if (draft) onMute(draft);
        }}
      />
    </fieldset>
  );
}
