import type { Appearance, AppearanceName } from '../../domain/appearance';
import { type MessageKey, t } from '../i18n';
import { useOptions } from './use-options';

type Names<N extends AppearanceName> = Record<Appearance[N], MessageKey>;

interface Wordings<N extends AppearanceName> {
  legend: MessageKey;
  note?: MessageKey;
  choices: Names<N>;
}

const names: { [N in AppearanceName]: Wordings<N> } = {
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

function Choice<N extends AppearanceName>({ name, chosen, onChange }: ChoiceProps<N>) {
  const { legend, note, choices } = names[name];
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
      {note && <p class="note">{t(note)}</p>}
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
