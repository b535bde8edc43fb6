import { t, tCount } from '../i18n';

export interface ViewTab {
  id: string;
  name: string;
  unread: number;
}

export interface ViewsProps {
  tabs: ViewTab[];
  /** null when something else is shown below. */
  selectedId: string | null;
  onSelect: (id: string) => void;
}

const steps: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1 };

/** Which tab a key leads to; arrows follow the direction of reading. */
function target(event: KeyboardEvent, tabs: HTMLElement[]): HTMLElement | undefined {
  if (event.key === 'Home') return tabs[0];
  if (event.key === 'End') return tabs.at(-1);
  const step = steps[event.key];
  if (step === undefined) return undefined;
  const isRtl = getComputedStyle(event.currentTarget as Element).direction === 'rtl';
  const at = tabs.indexOf(event.target as HTMLElement) + (isRtl ? -step : step);
  return tabs[(at + tabs.length) % tabs.length];
}

export function Views({ tabs, selectedId, onSelect }: ViewsProps) {
  function move(event: KeyboardEvent): void {
    const list = event.currentTarget as HTMLElement;
    const next = target(event, [...list.querySelectorAll<HTMLElement>('[role=tab]')]);
    if (!next) return;
    event.preventDefault();
    next.focus();
    next.click();
  }
  const reachable = selectedId ?? tabs[0]?.id;
  return (
    <div role="tablist" class="views" aria-label={t('views')} onKeyDown={move}>
      {tabs.map((tab) => (
        <button
          key={tab.id}
          type="button"
          role="tab"
          id={`tab-${tab.id}`}
          aria-selected={tab.id === selectedId}
          aria-controls="list"
          tabIndex={tab.id === reachable ? 0 : -1}
          onClick={() => onSelect(tab.id)}
        >
          <span dir="auto">{tab.name}</span>
          {tab.unread > 0 && (
            <>
              <span class="count" aria-hidden="true">
                {tab.unread > 99 ? '99+' : tab.unread}
              </span>
              <span class="visually-hidden">{tCount('unreadStories', tab.unread)}</span>
            </>
          )}
        </button>
      ))}
    </div>
  );
}
