import { t } from '../i18n';

/** What could not be followed, to be read before it is gone. */
export function Problems({ problems, onDone }: { problems: string[]; onDone?: () => void }) {
  if (problems.length === 0) return null;
  return (
    <section class="problems">
      <h2>{t('problemsTitle')}</h2>
      <ul>
        {problems.map((problem) => (
          <li key={problem}>{problem}</li>
        ))}
      </ul>
      {onDone && (
        <button type="button" class="button" onClick={onDone}>
          {t('toHeadlines')}
        </button>
      )}
    </section>
  );
}
