import { LevelChoice } from '../components/LevelChoice';
import { Notice } from '../components/Notice';
import { t } from '../i18n';
import { blockedText, testText } from '../notification-advice';
import { DailyBudget } from './DailyBudget';
import { EditChoices } from './EditChoices';
import { FewPublishers } from './FewPublishers';
import { NotificationLog } from './NotificationLog';
import { QuietHours } from './QuietHours';
import { SourceChoices } from './SourceChoices';
import { useOptions } from './use-options';
import { WeekPreview } from './WeekPreview';

export function Notifications() {
  const { settings, feeds, topics, notifications: store } = useOptions();
  const blocker = store.blockedBy.value;
  const chosen = settings.value;
  return (
    <section id="notifications" class="section" aria-labelledby="notifications-title">
      <h2 id="notifications-title">{t('sectionNotifications')}</h2>
      <p class="section-text">{t('notificationsText')}</p>
      {blocker !== null && <Notice text={blockedText(blocker)} />}
      {chosen && (
        <>
          <LevelChoice level={chosen.notificationLevel} onChange={store.setLevel} />
          {chosen.notificationLevel !== 'off' && (
            <FewPublishers feeds={(feeds.value ?? []).map(({ feed }) => feed)} />
          )}
          <WeekPreview preview={store.preview.value} />
          <DailyBudget
            budget={chosen.notifications.dailyBudget}
            onChange={(dailyBudget) => store.change({ dailyBudget })}
          />
          <QuietHours
            hours={chosen.notifications.quietHours}
            onChange={(quietHours) => store.change({ quietHours })}
          />
          <SourceChoices
            settings={chosen.notifications}
            feeds={(feeds.value ?? []).map(({ feed }) => feed)}
            topics={topics.value.filter(({ action }) => action === 'follow')}
            onFeeds={(choices) => store.change({ feeds: choices })}
            onTopic={store.setTopicChoice}
          />
          <EditChoices settings={chosen.notifications} onChange={store.change} />
        </>
      )}
      <div class="button-row">
        <button type="button" class="button" onClick={() => void store.sendTest()}>
          {t('sendTest')}
        </button>
        <p role="status" class="note">
          {testText(store.testOutcome.value, blocker)}
        </p>
      </div>
      <NotificationLog entries={store.log.value} />
    </section>
  );
}
