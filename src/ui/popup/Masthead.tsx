import type { ComponentChildren } from 'preact';
import type { RefreshProgress } from '../../domain/model';
import { IconButton } from '../components/IconButton';
import { t } from '../i18n';

export interface MastheadProps {
  status: string;
  /** Said once, also to screen readers. */
  outcome: string | null;
  progress: RefreshProgress | null;
  canRefresh: boolean;
  onRefresh: () => void;
  isSearching: boolean;
  onSearch: () => void;
  /** The menu, when it is there. */
  children?: ComponentChildren;
}

function Progress({ progress }: { progress: RefreshProgress }) {
  const share = progress.total === 0 ? 0 : progress.done / progress.total;
  return (
    <div
      class="progress"
      role="progressbar"
      aria-label={t('refreshing')}
      aria-valuenow={Math.round(share * 100)}
    >
      <div style={{ inlineSize: `${4 + share * 96}%` }} />
    </div>
  );
}

export function Masthead(props: MastheadProps) {
  const { outcome, progress } = props;
  return (
    <header class="masthead">
      <h1 class="wordmark">Dateline</h1>
      <p class="status">
        <span role="status">{outcome}</span>
        {outcome === null && props.status}
      </p>
      {props.canRefresh && (
        <>
          <IconButton
            icon="refresh"
            label={t('refresh')}
            isDisabled={progress !== null}
            onClick={props.onRefresh}
          />
          <IconButton
            icon="search"
            label={t('search')}
            isExpanded={props.isSearching}
            onClick={props.onSearch}
          />
        </>
      )}
      <IconButton icon="menu" label={t('menu')} opens="menu" />
      {props.children}
      {progress && <Progress progress={progress} />}
    </header>
  );
}
