export interface EmptyStateProps {
  title: string;
  text: string;
  action?: { label: string; onClick: () => void } | undefined;
}

/** An empty list says why it is empty and what to do. */
export function EmptyState({ title, text, action }: EmptyStateProps) {
  return (
    <div class="empty">
      <h2>{title}</h2>
      <p>{text}</p>
      {action && (
        <button type="button" class="button" onClick={action.onClick}>
          {action.label}
        </button>
      )}
    </div>
  );
}
