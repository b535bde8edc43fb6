import { type MessageKey, t } from '../i18n';
import { useOptions } from './use-options';

const permissions: [MessageKey, MessageKey][] = [
  ['permissionSites', 'permissionSitesText'],
  ['permissionNotifications', 'permissionNotificationsText'],
  ['permissionIdle', 'permissionIdleText'],
  ['permissionRequests', 'permissionRequestsText'],
  ['permissionTab', 'permissionTabText'],
  ['permissionMenu', 'permissionMenuText'],
  ['permissionAlarms', 'permissionAlarmsText'],
  ['permissionStorage', 'permissionStorageText'],
  ['permissionSide', 'permissionSideText'],
];

export function About() {
  const { version } = useOptions();
  return (
    <section id="about" class="section" aria-labelledby="about-title">
      <h2 id="about-title">{t('sectionAbout')}</h2>
      <p>{t('version', version)}</p>
      <h3>{t('privacyTitle')}</h3>
      <p>{t('privacyText')}</p>
      <h3>{t('permissionsTitle')}</h3>
      <dl class="permissions">
        {permissions.map(([name, text]) => (
          <div key={name}>
            <dt>{t(name)}</dt>
            <dd>{t(text)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
