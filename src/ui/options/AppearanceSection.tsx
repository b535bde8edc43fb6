import type { Appearance, AppearanceName } from '../../domain/appearance';
import { type MessageKey, t } from '../i18n';
import { languageOptions } from './language-names';
import { RadioRow } from './RadioRow';
import { useOptions } from './use-options';

/** Languages have names of their own. */
type WordedName = Exclude<AppearanceName, 'language'>;

type Names<N extends WordedName> = Record<Appearance[N], MessageKey>;

interface Wordings<N extends WordedName> {
  legend: MessageKey;
  note?: MessageKey;
  choices: Names<N>;
}

const names: { [N in WordedName]: Wordings<N> } = {
  theme: {
    legend: 'theme',
    choices: { system: 'themeSystem', light: 'themeLight', dark: 'themeDark' },
  },
  density: {
    legend: 'density',
    choices: { comfortable: 'densityComfortable', compact: 'densityCompact' },
  },
  pictures: {
    legend: 'pictures',
    note: 'picturesText',
    choices: { off: 'picturesOff', on: 'picturesOn' },
  },
  openIn: {
    legend: 'openIn',
    choices: {
      'new-tab': 'openInNewTab',
      'background-tab': 'openInBackgroundTab',
      'same-tab': 'openInSameTab',
    },
  },
  badge: {
    legend: 'badge',
    choices: { count: 'badgeCount', dot: 'badgeDot', off: 'badgeOff' },
  },
};

interface ChoiceProps<N extends AppearanceName> {
  name: N;
  chosen: Appearance[N];
  onChange: (value: Appearance[N]) => void;
}

function Choice<N extends WordedName>({ name, chosen, onChange }: ChoiceProps<N>) {
  const { legend, note, choices } = names[name];
  const options = (Object.entries(choices) as [Appearance[N], MessageKey][]).map(
    ([value, text]) => ({ value, text: t(text) }),
  );
  const texts = { legend: t(legend), note: note && t(note) };
  return <RadioRow {...{ name, chosen, onChange, options, ...texts }} />;
}

export function AppearanceSection() {
  const { settings, changeAppearance } = useOptions();
  const appearance = settings.value?.appearance;
  const choice = <N extends WordedName>(name: N, chosen: Appearance[N]) => (
    <Choice name={name} chosen={chosen} onChange={(value) => changeAppearance({ [name]: value })} />
  );
  return (
    <section id="appearance" class="section" aria-labelledby="appearance-title">
      <h2 id="appearance-title">{t('sectionAppearance')}</h2>
      {appearance && (
        <>
          {choice('theme', appearance.theme)}
          {choice('density', appearance.density)}
          {choice('pictures', appearance.pictures)}
          <RadioRow
            name="language"
            legend={t('textLanguage')}
            options={languageOptions()}
            chosen={appearance.language}
            onChange={(language) => changeAppearance({ language })}
          />
          {choice('openIn', appearance.openIn)}
          {choice('badge', appearance.badge)}
        </>
      )}
    </section>
  );
}
