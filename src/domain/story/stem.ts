/** Endings of inflection by language, longest first, without accents. A stem keeps three letters. */
const ENDINGS: Readonly<Record<string, RegExp>> = {
  de: /(?:innen|ern|em|er|en|es|in|e|n|s)$/,
  fr: /(?:ements?|aux|eaux|ees|ee|es|er|ez|e|s|x)$/,
  es: /(?:aciones|acion|ando|iendo|ados|adas|ado|ada|idos|idas|ido|ida|es|os|as|an|en|o|a|e|s)$/,
  it: /(?:azioni|azione|ando|endo|ati|ate|ato|ata|iti|ite|ito|ita|[aeio])$/,
  pt: /(?:acoes|acao|ando|endo|ados|adas|ado|ada|idos|idas|ido|ida|es|os|as|am|em|a|o|e|s)$/,
  nl: /(?:eren|en|es|er|e|s|t)$/,
  pl: /(?:owie|iego|ami|ach|ego|emu|ych|ymi|iem|om|ow|ej|ie|em|[aeiouy])$/,
  sv: /(?:arna|erna|orna|aren|ande|ar|er|or|en|et|as|es|a|e|n|s|t)$/,
  tr: /(?:lari|leri|lar|ler|nin|nun|dan|den|tan|ten|da|de|ta|te|yi|yu|in|un|[iua])$/,
  ru: /(?:иями|ями|ами|ого|его|ому|ему|ыми|ими|иях|ией|ях|ах|ов|ев|еи|ои|ии|ыи|ая|яя|ое|ее|ые|ие|ом|ем|ам|ям|ую|юю|ия|ию|ию|[аеиоуыьюя])$/,
  uk: /(?:иями|ями|ами|ого|його|ому|ими|іях|ях|ах|ів|їв|еи|ои|ии|ая|ое|их|ом|ем|ам|ям|ую|ія|ію|ії|[аеиіоуьюяї])$/,
  ar: /(?:ات|ون|ين|ان|ها|هم|ية|ة|ه|ي)$/,
};

/** "and", "in", "as" and the article are written together with the word that follows. */
const ARABIC_PREFIX = /^(?:وال|بال|كال|فال|لل|ال)(?=...)/;

const SHORTEST_STEM = 3;

/**
 * A form that is equal for the inflections of a word. Light by intent: only endings of inflection go,
 * since a headline has few words and a wrong merger of two costs more than a missed one.
 * @param word folded: lower case, without accents
 */
export function stem(word: string, language: string): string {
  if (language === 'en') return stemEnglish(word);
  const base = language === 'ar' ? word.replace(ARABIC_PREFIX, '') : word;
  const ending = ENDINGS[language]?.exec(base);
  if (!ending || ending.index < SHORTEST_STEM) return base;
  return base.slice(0, ending.index);
}

/** Without regular expressions: most headlines are English, and each new word comes here. */
function stemEnglish(word: string): string {
  if (word.length < 4 || hasDigit(word)) return word;
  let base = singular(word);
  if (base.length > 5) base = withoutDouble(withoutVerbEnding(base));
  if (base.length <= 4) return base;
  const trimmed = base.endsWith('e') ? base.slice(0, -1) : base;
  return trimmed.endsWith('y') ? `${trimmed.slice(0, -1)}i` : trimmed;
}

function hasDigit(word: string): boolean {
  for (let at = 0; at < word.length; at += 1) {
    const unit = word.charCodeAt(at);
    if (unit >= 0x30 && unit <= 0x39) return true;
  }
  return false;
}

function singular(word: string): string {
  if (!word.endsWith('s')) return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (word.endsWith('sses')) return word.slice(0, -2);
  return 'sui'.includes(word.at(-2) ?? '') ? word : word.slice(0, -1);
}

function withoutVerbEnding(word: string): string {
  if (word.endsWith('ing')) return word.slice(0, -3);
  return word.endsWith('ed') || word.endsWith('ly') ? word.slice(0, -2) : word;
}

/** "stopped" and "stop". */
function withoutDouble(word: string): string {
  const last = word.at(-1) ?? '';
  return last === word.at(-2) && !'aeiouls'.includes(last) ? word.slice(0, -1) : word;
}
