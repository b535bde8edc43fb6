import type { FrontPage } from '../../domain/model';
import { EmptyState } from '../components/EmptyState';
import type { StoryView } from '../state/story-list';
import { emptyText } from './empty-text';

export function Empty({ view, page }: { view: StoryView; page: FrontPage }) {
  return <EmptyState {...emptyText(view, page)} />;
}
