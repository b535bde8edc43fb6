import { useEffect, useRef, useState } from 'preact/hooks';
import type { Story } from '../../domain/model';
import { IconButton } from '../components/IconButton';
import { locale, t } from '../i18n';
import { createReader, type Reader, type ReadingState } from './reader';

export interface ReadAloudProps {
  /** Read from the first to the last. */
  stories: Story[];
  onDone: () => void;
}

function placeText({ place, count }: { place: number; count: number }): string {
  const number = new Intl.NumberFormat(locale());
  return t('readingPlace', number.format(place + 1), number.format(count));
}

/** Keeps the row that is read in sight, and marks it for those who see and those who do not. */
function useMarkedRow(state: ReadingState): void {
  const storyId = state.kind === 'reading' ? state.storyId : null;
  useEffect(() => {
    if (storyId === null) return;
    const row = document.querySelector(`[data-story="${CSS.escape(storyId)}"]`);
    row?.setAttribute('aria-current', 'true');
    row?.scrollIntoView({ block: 'nearest' });
    return () => row?.removeAttribute('aria-current');
  }, [storyId]);
}

interface BarProps {
  reader: Reader;
  state: ReadingState;
}

/** It says nothing itself: the voice does. */
function Bar({ reader, state }: BarProps) {
  const bar = useRef<HTMLElement>(null);
  useMarkedRow(state);
  useEffect(() => bar.current?.querySelector('button')?.focus(), []);
  return (
    <section ref={bar} class="read-aloud" aria-label={t('readAloud')}>
      {state.kind === 'voiceless' ? (
        <p role="alert">{t('noVoice')}</p>
      ) : (
        <>
          <IconButton icon="back" label={t('readPrevious')} onClick={() => reader.skip(-1)} />
          <IconButton
            icon={state.isPaused ? 'play' : 'pause'}
            label={t(state.isPaused ? 'readOn' : 'readPause')}
            onClick={reader.togglePaused}
          />
          <IconButton icon="forward" label={t('readNext')} onClick={() => reader.skip(1)} />
          <p>{placeText(state)}</p>
        </>
      )}
      <IconButton icon="remove" label={t('readStop')} onClick={reader.stop} />
    </section>
  );
}

/** Reads headlines aloud for as long as it is there, with a bar that governs it. */
export function ReadAloud({ stories, onDone }: ReadAloudProps) {
  const [reader] = useState(() => createReader(speechSynthesis, onDone));
  useEffect(() => {
    reader.start(
      stories.map(({ storyId, lead: { title, publisher } }) => ({ storyId, title, publisher })),
    );
    // A page that closes unmounts nothing.
    addEventListener('pagehide', reader.stop);
    return () => {
      removeEventListener('pagehide', reader.stop);
      reader.stop();
    };
  }, [reader]);
  const state = reader.state.value;
  return state && <Bar reader={reader} state={state} />;
}
