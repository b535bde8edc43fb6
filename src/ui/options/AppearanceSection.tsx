import type { Appearance, AppearanceName } from '../../domain/appearance';
import { type MessageKey, t } from '../i18n';
import { useOptions } from './use-options';

type Names<N extends AppearanceName> = Record<Appearance[N], MessageKey>;

const names: { [N in AppearanceName]: { legend: MessageKey; choices: Names<N> } } = {
  theme: {
    legend: 'theme',
    choices: { system: 'themeSystem', light: 'themeLight', dark: 'themeDark' },
  },
  density: {
    legend: 'density',
    choices: { comfortable: 'densityComfortable', compact: 'densityCompact' },
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

function Choice<N extends AppearanceName>({ name, chosen, onChange }: ChoiceProps<N>) {
  const { legend, choices } = names[name];
  return (
    <fieldset class="choices is-row">
      <legend>{t(legend)}</legend>
      {(Object.entries(choices) as [Appearance[N], MessageKey][]).map(([value, text]) => (
        <label key={value} class="choice">
          <input
            type="radio"
            name={name}
            checked={value === chosen}
            onChange={() => onChange(value)}
          />
          <span>{t(text)}</span>
        </label>
      ))}
    </fieldset>
  );
}

export function AppearanceSection() {
  const { settings, changeAppearance } = useOptions();
  const appearance = settings.value?.appearance;
  return (
    <section id="appearance" class="section" aria-labelledby="appearance-title">
      <h2 id="appearance-title">{t('sectionAppearance')}</h2>
      {appearance &&
        (Object.keys(names) as AppearanceName[]).map((name) => (
          <Choice
            key={name}
            name={name}
            chosen={appearance[name]}
            onChange={(value) => changeAppearance({ [name]: value })}
          />
        ))}
    </section>
  );
}
