import type { TopicQueryError } from '../domain/topic/query';
import { t } from './i18n';

export function topicErrorText(error: TopicQueryError): string {
  switch (error.kind) {
    case 'empty':
      return t('topicErrorEmpty');
    case 'unclosed-quote':
      return t('topicErrorUnclosedQuote');
    case 'only-exclusions':
      return t('topicErrorOnlyExclusions');
  }
}
