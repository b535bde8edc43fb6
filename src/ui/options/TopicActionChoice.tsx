import { type MessageKey, t } from '../i18n';
import type { TopicDraft } from '../state/topic-editor';

export interface TopicActionChoiceProps {
  action: TopicDraft['action'];
  isNotifying: boolean;
  onChange: (patch: Partial<TopicDraft>) => void;
}

const actions: [TopicDraft['action'], MessageKey][] = [
  ['follow', 'topicFollow'],
  ['mute', 'topicMute'],
];

export function TopicActionChoice({ action, isNotifying, onChange }: TopicActionChoiceProps) {
  return (
    <fieldset class="choices is-row">
      <legend class="visually-hidden">{t('topicAction')}</legend>
      {actions.map(([value, name]) => (
        <label key={value} class="choice">
          <input
            type="radio"
            name="topic-action"
            checked={value === action}
            onChange={() =>
              onChange({ action: value, isNotifying: value === 'follow' && isNotifying })
            }
          />
          <span>{t(name)}</span>
        </label>
      ))}
      {action === 'follow' && (
        <label class="choice">
          <input
            type="checkbox"
            checked={isNotifying}
            onChange={({ currentTarget }) => onChange({ isNotifying: currentTarget.checked })}
          />
          <span>{t('topicNotify')}</span>
        </label>
      )}
    </fieldset>
  );
}
