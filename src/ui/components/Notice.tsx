export interface NoticeProps {
  text: string;
  action?: { label: string; onClick: () => void } | undefined;
}

/** One quiet line about the state of things. */
export function Notice({ text, action }: NoticeProps) {
  return (
    <p class="notice">
      <span>{text}</span>
      {action && (
        <button type="button" class="text-button" onClick={action.onClick}>
          {action.label}
        </button>
      )}
    </p>
  );
}
