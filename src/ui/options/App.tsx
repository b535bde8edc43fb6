import type { StorageTrouble } from '../../domain/storage-trouble';
import { Notice } from '../components/Notice';
import { Toast } from '../components/Toast';
import { TroubleScreen } from '../components/TroubleScreen';
import { type MessageKey, t } from '../i18n';
import { About } from './About';
import { AppearanceSection } from './AppearanceSection';
import { Data } from './Data';
import { Feeds } from './Feeds';
import { Health } from './Health';
import { Notifications } from './Notifications';
import { Topics } from './Topics';
import { useCurrentSection } from './use-current-section';
import { useOptions } from './use-options';

const sections: [string, MessageKey][] = [
  ['feeds', 'sectionFeeds'],
  ['topics', 'sectionTopics'],
  ['notifications', 'sectionNotifications'],
  ['appearance', 'sectionAppearance'],
  ['data', 'sectionData'],
  ['health', 'sectionHealth'],
  ['about', 'sectionAbout'],
];

function Sections({ trouble }: { trouble: StorageTrouble | null }) {
  if (trouble === 'newer' || trouble === 'unreadable') return <TroubleScreen trouble={trouble} />;
  return (
    <>
      {trouble === 'full' && <Notice text={t('storageFull')} />}
      <Feeds />
      <Topics />
      <Notifications />
      <AppearanceSection />
      <Data />
      <Health />
      <About />
    </>
  );
}

export function App() {
  const { undo, trouble } = useOptions();
  const current = useCurrentSection(sections.map(([id]) => id));
  return (
    <>
      <header class="side">
        <h1 class="wordmark">Dateline</h1>
        <nav aria-label={t('sections')}>
          <ul>
            {sections.map(([id, name]) => (
              <li key={id}>
                <a href={`#${id}`} aria-current={id === current ? 'true' : undefined}>
                  {t(name)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      <main>
        <Sections trouble={trouble.value} />
      </main>
      <Toast
        text={undo.toast.value?.text ?? null}
        onUndo={undo.run}
        onHold={undo.hold}
        onRelease={undo.release}
      />
    </>
  );
}
