import { useEffect, useRef } from 'preact/hooks';
import { t } from '../i18n';

interface Row {
  /** Each is one key, or a chord. */
  keys: string[][];
  does: string;
}

function rows(): Row[] {
  const enter = t('keyEnter');
  return [
    { keys: [['J'], ['K'], ['↓'], ['↑']], does: t('keysMove') },
    { keys: [[enter], ['O']], does: t('openArticle') },
    {
      keys: [
        [t('keyShift'), enter],
        [t('keyShift'), 'O'],
      ],
      does: t('keysOpenBehind'),
    },
    { keys: [['E']], does: t('keysExpand') },
    { keys: [['S']], does: t('keysSave') },
    { keys: [['M']], does: t('keysToggleRead') },
    { keys: [['/']], does: t('search') },
    { keys: [['R']], does: t('refresh') },
    { keys: [['1'], ['9']], does: t('keysViews') },
    { keys: [['A']], does: t('markAllRead') },
    { keys: [['Z']], does: t('undo') },
    { keys: [['?']], does: t('keysHelp') },
  ];
}

/** `1`–`9` is a span; everything else are keys that do the same. */
function Keys({ keys }: Pick<Row, 'keys'>) {
  const isSpan = keys[0]?.[0] === '1';
  return (
    <dt dir="ltr">
      {keys.map((chord, index) => (
        <span key={chord.join()}>
          {isSpan && index > 0 && '– '}
          {chord.map((key) => (
            <kbd key={key}>{key}</kbd>
          ))}
        </span>
      ))}
    </dt>
  );
}

/** The popup's keys, above everything else until it is closed. */
export function KeysHelp({ onClose }: { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  // The focus goes into it, and back to where it was.
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} class="keys-help" aria-labelledby="keys-title" onClose={onClose}>
      <h2 id="keys-title">{t('keyboardShortcuts')}</h2>
      <dl>
        {rows().map(({ keys, does }) => (
          <div key={does}>
            <Keys keys={keys} />
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <button type="button" class="button" onClick={() => dialog.current?.close()}>
        {t('close')}
      </button>
    </dialog>
  );
}
