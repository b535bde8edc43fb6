import { APPEARANCE_CHOICES, type Appearance } from '../../domain/appearance';
import { t } from '../i18n';
import type { RadioOption } from './RadioRow';

type Language = Appearance['language'];

/** Each in its own language: who reads no other must find it. */
const OWN_NAMES: Record<Exclude<Language, 'browser'>, string> = {
  en: 'English',
  ru: 'Русский',
  es: 'Español',
  fr: 'Français',
  de: 'Deutsch',
  ar: 'العربية',
  'zh-CN': '中文',
};

export function languageOptions(): RadioOption<Language>[] {
  return APPEARANCE_CHOICES.language.map((language) =>
    language === 'browser'
      ? { value: language, text: t('textLanguageBrowser') }
      : { value: language, text: OWN_NAMES[language], lang: language },
  );
}
