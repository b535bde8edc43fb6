import { useEffect, useRef } from 'preact/hooks';
import type { RestoreMode } from '../../domain/choices/model';
import { differenceLines } from '../difference-text';
import { type MessageKey, t, tCount } from '../i18n';
import type { ReadBackup } from '../state/backup-restorer';
import { exactText } from '../time-text';
import { DifferenceList } from './DifferenceList';

const modes: [RestoreMode, MessageKey, MessageKey][] = [
  ['add', 'restoreAdd', 'restoreAddText'],
  ['replace', 'restoreReplace', 'restoreReplaceText'],
];

export interface RestoreChoiceProps {
  backup: ReadBackup;
  isEmpty: boolean;
  onChoose: (mode: RestoreMode) => void;
  onRestore: () => void;
  onCancel: () => void;
}

function contentsText({ contents }: ReadBackup): string {
  const { choices, articleCount, savedCount } = contents;
  return [
    tCount('backupFeeds', choices.feeds.length),
    tCount('backupTopics', choices.topics.length),
    tCount('backupHeadlines', articleCount),
    tCount('backupSaved', savedCount),
  ].join(' · ');
}

/** What a file holds, and how it is to be taken over. */
export function RestoreChoice(props: RestoreChoiceProps) {
  const { backup, isEmpty, onChoose, onRestore, onCancel } = props;
  const { contents, differences, mode } = backup;
  const panel = useRef<HTMLFieldSetElement>(null);
  useEffect(() => panel.current?.focus(), []);
  return (
    <fieldset class="panel" ref={panel} tabIndex={-1}>
      <legend>{t('backupOf', exactText(contents.madeAt))}</legend>
      <p>{contentsText(backup)}</p>
      {contents.refused > 0 && <p class="note">{tCount('backupRefused', contents.refused)}</p>}
      {!isEmpty &&
        modes.map(([value, name, text]) => (
          <label key={value} class="choice">
            <input
              type="radio"
              name="restore-mode"
              checked={value === mode}
              onChange={() => onChoose(value)}
            />
            <span>{t(name)}</span>
            <span class="note">{t(text)}</span>
          </label>
        ))}
      <DifferenceList lines={differenceLines(differences[mode])} none={t('restoreSame')} />
      <div class="button-row">
        <button type="button" class="button is-primary" onClick={onRestore}>
          {t('restoreNow')}
        </button>
        <button type="button" class="button" onClick={onCancel}>
          {t('cancel')}
        </button>
      </div>
    </fieldset>
  );
}
