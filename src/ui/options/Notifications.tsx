import { LevelChoice } from '../components/LevelChoice';
import { t } from '../i18n';
import { useOptions } from './use-options';

export function Notifications() {
  const { settings, setLevel, sendTest, testOutcome } = useOptions();
  const outcome = testOutcome.value;
  return (
    <section id="notifications" class="section" aria-labelledby="notifications-title">
      <h2 id="notifications-title">{t('sectionNotifications')}</h2>
      <p class="section-text">{t('notificationsText')}</p>
      {settings.value && (
        <LevelChoice level={settings.value.notificationLevel} onChange={setLevel} />
      )}
      <div class="button-row">
        <button type="button" class="button" onClick={sendTest}>
          {t('sendTest')}
        </button>
        <p role="status" class="note">
          {outcome !== null && t(outcome === 'sent' ? 'testSent' : 'testBlocked')}
        </p>
      </div>
    </section>
  );
}
