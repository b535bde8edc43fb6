import { createRandom } from './random';

/** Syllables of invented words, so that scripts and lengths are a language's own and nothing is quoted. */
const SYLLABLES = {
  en: 'ar be con der el fo gra ho in jo ka lo men no or per qui ra st to un ver wa xe yo ze'.split(
    ' ',
  ),
  de: 'auf be ch dür ein fü ge hö in jä kom lich mö nung öf pro quer rüh schö ter über vor wäh zü'.split(
    ' ',
  ),
  ru: 'ав бо ви го ду ев жи за ин ко ли мо на об пре рос ста то ул фе хо це ча шу щи эк ю я'.split(
    ' ',
  ),
  ar: 'ال با تر ثم جد حر خل دو ذا را زي سل شر صد ضو طا ظل عا غر فا قد كم لا من نو وه يا'.split(' '),
  ja: '日 本 経 済 新 聞 政 府 東 京 会 議 地 震 速 報 予 算 首 相 選 挙 の は を に で と が'.split(
    ' ',
  ),
} as const;

export type LanguageName = keyof typeof SYLLABLES;

/** That many words, the frequent ones often, as in every language. */
export type Words = (count: number) => string;

export interface Language {
  /** A text of its own for each number, always the same one. */
  textOf(number: number): Words;
}

const VOCABULARY = 20_000;

export function createLanguage(name: LanguageName): Language {
  const vocabulary = createVocabulary(name);
  const separator = name === 'ja' ? '' : ' ';
  return {
    textOf(number) {
      const random = createRandom(number);
      // The cube of an even number is small most of the time: a few words make up much of a text.
      const word = () => vocabulary[Math.floor(random() ** 3 * VOCABULARY)];
      return (count) => Array.from({ length: count }, word).join(separator);
    },
  };
}

function createVocabulary(name: LanguageName): string[] {
  const random = createRandom(1);
  const syllables = SYLLABLES[name];
  const syllable = () => syllables[Math.floor(random() * syllables.length)];
  return Array.from({ length: VOCABULARY }, () =>
    Array.from({ length: 2 + Math.floor(random() * 3) }, syllable).join(''),
  );
}
