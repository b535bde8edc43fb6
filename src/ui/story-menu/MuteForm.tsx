import { useState } from 'preact/hooks';
import { type MessageKey, t } from '../i18n';
import {
  MUTE_LENGTHS,
  type Mutable,
  type MuteAim,
  type MuteChoice,
  type MuteLength,
} from './mute-choice';

const lengthNames: Record<MuteLength, MessageKey> = {
  day: 'topicForDay',
  week: 'topicForWeek',
  good: 'topicForGood',
};

export interface MuteFormProps extends Mutable {
  words: string[];
  onMute: (choice: MuteChoice) => void;
}

interface AimsProps extends MuteFormProps {
  aim: MuteAim;
  onAim: (aim: MuteAim) => void;
}

function Aims({ story, topics, aim, words, onAim }: AimsProps) {
  const followed = topics.filter(({ topicId }) => story.topicIds.includes(topicId));
  const aims: [name: string, aim: MuteAim][] = [
    [t('mutePublisher', story.lead.publisher), { kind: 'publisher' }],
    ...followed.map(({ name, topicId }): [string, MuteAim] => [
      t('muteTopic', name),
      { kind: 'topic', topicId },
    ]),
    ...(words.length > 0
      ? [[t('muteWords'), { kind: 'words', words: [] }] as [string, MuteAim]]
      : []),
  ];
  const isChosen = (other: MuteAim) =>
    other.kind === aim.kind &&
    (other.kind !== 'topic' || aim.kind !== 'topic' || other.topicId === aim.topicId);
  return (
    <>
      {aims.map(([name, each]) => (
        <label key={name} class="choice">
          <input
            type="radio"
            name={`mute-${story.storyId}`}
            checked={isChosen(each)}
            onChange={() => onAim(each)}
          />
          <span>{name}</span>
        </label>
      ))}
    </>
  );
}

interface WordsProps {
  words: string[];
  chosen: string[];
  onChange: (words: string[]) => void;
}

/** The headline's own words, in its order: all that are pressed must occur. */
function Words({ words, chosen, onChange }: WordsProps) {
  return (
    <fieldset class="words" aria-label={t('muteWords')}>
      {words.map((word) => (
        <button
          key={word}
          type="button"
          class="chip"
          aria-pressed={chosen.includes(word)}
          onClick={() =>
            onChange(words.filter((each) => (each === word) !== chosen.includes(each)))
          }
        >
          <bdi>{word}</bdi>
        </button>
      ))}
    </fieldset>
  );
}

export function MuteForm(props: MuteFormProps) {
  const [aim, setAim] = useState<MuteAim>({ kind: 'publisher' });
  const isIncomplete = aim.kind === 'words' && aim.words.length === 0;
  return (
    <fieldset class="mute">
      <legend>{t('mute')}</legend>
      <Aims {...props} aim={aim} onAim={setAim} />
      {aim.kind === 'words' && (
        <Words
          words={props.words}
          chosen={aim.words}
          onChange={(words) => setAim({ kind: 'words', words })}
        />
      )}
      <div class="button-row">
        {MUTE_LENGTHS.map((length) => (
          <button
            key={length}
            type="button"
            class="button"
            aria-disabled={isIncomplete}
            onClick={() => !isIncomplete && props.onMute({ aim, length })}
          >
            {t(lengthNames[length])}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
