import { Marked } from '../components/Marked';
import { locale, t, tCount } from '../i18n';
import type { NamedPreview } from '../state/topic-editor';

function rateText(perWeek: number | null): string | null {
  if (perWeek === null) return null;
  const rounded = Math.round(perWeek);
  return rounded === 0 ? t('previewRare') : tCount('previewPerWeek', rounded);
}

/** What the words would catch, while they are typed. */
export function TopicPreview({ preview }: { preview: NamedPreview | null }) {
  const number = new Intl.NumberFormat(locale());
  return (
    <div class="topic-preview">
      <p role="status">
        {preview &&
          [
            t('previewCount', number.format(preview.count), number.format(preview.total)),
            preview.count > 0 ? rateText(preview.perWeek) : null,
          ]
            .filter(Boolean)
            .join(' ')}
      </p>
      {preview && preview.examples.length > 0 && (
        <ul>
          {preview.examples.map(({ articleId, title, marks, publisher }) => (
            <li key={articleId}>
              <span class="headline" dir="auto">
                <Marked text={title} marks={marks} />
              </span>
              <span class="note" dir="auto">
                {publisher}
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
