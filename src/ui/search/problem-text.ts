import type { SearchProblem } from '../../domain/search/query';
import { t } from '../i18n';

/** What of the text cannot be used, and what could be. */
export function problemText(problem: SearchProblem): string {
  switch (problem.kind) {
    case 'no-value':
      return t('searchNoValue', `${problem.name}:`);
    case 'unknown-date':
      return t('searchUnknownDate', problem.written, `${problem.name}:`);
    case 'unknown-state':
      return t('searchUnknownState', problem.written);
    case 'unknown-filter':
      return t('searchUnknownFilter', problem.written);
    case 'unknown-publisher':
      return t('searchUnknownPublisher', problem.written);
    case 'unknown-topic':
      return t('searchUnknownTopic', problem.written);
  }
}
