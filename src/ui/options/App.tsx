import { Toast } from '../components/Toast';
import { type MessageKey, t } from '../i18n';
import { About } from './About';
import { Feeds } from './Feeds';
import { Notifications } from './Notifications';
import { Topics } from './Topics';
import { useCurrentSection } from './use-current-section';
import { useOptions } from './use-options';

const sections: [string, MessageKey][] = [
  ['feeds', 'sectionFeeds'],
  ['topics', 'sectionTopics'],
  ['notifications', 'sectionNotifications'],
  ['about', 'sectionAbout'],
];

export function App() {
  const { undo } = useOptions();
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
        <Feeds />
        <Topics />
        <Notifications />
        <About />
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
