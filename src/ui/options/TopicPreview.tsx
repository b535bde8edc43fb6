import { locale, t } from '../i18n';
import type { TopicPreview as Preview } from '../state/topic-editor';

/** What the words would catch, while they are typed. */
export function TopicPreview({ preview }: { preview: Preview | null }) {
  const number = new Intl.NumberFormat(locale());
  return (
    <div class="preview">
      <p role="status">
        {preview && t('previewCount', number.format(preview.count), number.format(preview.total))}
      </p>
      {preview && preview.examples.length > 0 && (
        <ul>
          {preview.examples.map(({ title, publisher, sortAt }) => (
            <li key={`${sortAt} ${title}`}>
              <span class="headline" dir="auto">
                {title}
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
