import { useEffect, useRef } from 'preact/hooks';
import { t } from '../i18n';

/** Answers the new title, or null when it is to stay. */
export function RenameForm(props: { title: string; onDone: (title: string | null) => void }) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);
  function finish(): void {
    const title = field.current?.value.trim() ?? '';
    props.onDone(title === '' || title === props.title ? null : title);
  }
  return (
    <form
      class="field-row"
      onSubmit={(event) => {
        event.preventDefault();
        finish();
      }}
    >
      <input
        ref={field}
        aria-label={t('feedName')}
        dir="auto"
        defaultValue={props.title}
        onKeyDown={({ key }) => key === 'Escape' && props.onDone(null)}
      />
      <button type="submit" class="button">
        {t('rename')}
      </button>
    </form>
  );
}
