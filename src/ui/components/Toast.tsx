import { t } from '../i18n';

export interface ToastProps {
  text: string | null;
  onUndo: () => void;
  onHold: () => void;
  onRelease: () => void;
}

/** The region is always there, so that screen readers hear what comes into it. */
export function Toast({ text, onUndo, onHold, onRelease }: ToastProps) {
  return (
    <div role="status" class="toast-region">
      {text !== null && (
        // biome-ignore lint/a11y/noStaticElementInteractions: only keeps the button in place
        <div
          class="toast"
          onMouseEnter={onHold}
          onMouseLeave={onRelease}
          onFocusCapture={onHold}
          onBlurCapture={onRelease}
        >
          <span>{text}</span>
          <button type="button" class="text-button" onClick={onUndo}>
            {t('undo')}
          </button>
        </div>
      )}
    </div>
  );
}
