import { compareWordings, shortenContext } from '../../domain/article/compare-wordings';
import type { Revision } from '../../domain/model';
import { t } from '../i18n';
import { momentText } from '../time-text';

export interface WordingProps {
  before: Revision;
  after: Pick<Revision, 'title' | 'summary'>;
  now: number;
  /** Says when; needless beside the times of an article with a single edit. */
  isDated: boolean;
}

/** Letters of an unchanged stretch of a summary that stand beside a change. Headlines are shown whole. */
const SUMMARY_CONTEXT = 40;

interface ChangeProps {
  before: string;
  after: string;
  /** Says before and after whole, to those who cannot see the marks. */
  spoken: string;
  className: string;
  context: number;
}

/** One text with what was taken out struck and what was put in marked; nothing when only its look changed. */
function Change({ before, after, spoken, className, context }: ChangeProps) {
  const parts = compareWordings(before, after);
  if (parts.every(({ kind }) => kind === 'same')) return null;
  return (
    <>
      <p class="visually-hidden">{spoken}</p>
      <p class={className} dir="auto" aria-hidden="true">
        {shortenContext(parts, context).map(({ kind, text }, index) => {
          const key = `${index}${kind}`;
          if (kind === 'removed') return <del key={key}>{text}</del>;
          if (kind === 'added') return <ins key={key}>{text}</ins>;
          return <span key={key}>{text}</span>;
        })}
      </p>
    </>
  );
}

/** One edit: the headline, the summary or both, and when. */
export function Wording({ before, after, now, isDated }: WordingProps) {
  return (
    <>
      {isDated && <p class="note">{t('editedAt', momentText(before.replacedAt, now))}</p>}
      <Change
        before={before.title}
        after={after.title}
        spoken={t('headlineChanged', before.title, after.title)}
        className="changed-headline"
        context={Number.POSITIVE_INFINITY}
      />
      {before.summary === '' && after.summary !== '' && (
        <p class="changed-summary">{t('summaryAdded')}</p>
      )}
      {before.summary !== '' && (
        <Change
          before={before.summary}
          after={after.summary}
          spoken={t('summaryChanged', before.summary, after.summary)}
          className="changed-summary"
          context={SUMMARY_CONTEXT}
        />
      )}
    </>
  );
}
