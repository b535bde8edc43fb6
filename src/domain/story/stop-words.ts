/**
 * Words that say nothing about the event, without accents. They also tell languages of one script apart,
 * so each list holds the most frequent words of its language, and only these.
 */
const STOP_WORDS = {
  en:
    'a an and are as at be been but by can could did do does for from get gets has have he her here his how i if in into ' +
    'is it its just may might more no not of off on or our out over she so some than that the their them then there ' +
    'they this those to up was we were what when where which who why will with would you your after before about ' +
    'against amid new says say said',
  de:
    'der die das den dem des ein eine einen einem einer und oder in im ins an am auf aus bei beim fur mit nach von vom ' +
    'vor zu zum zur uber unter gegen um ist sind war wird werden hat haben kann nicht kein keine auch sich es er sie ' +
    'wir ihr als wie was wer warum so noch nur mehr doch wegen ohne bis durch dass ich man soll will neue neuer',
  fr:
    'le la les un une des de du au aux et ou en dans sur sous pour par avec sans est sont a ont ete etre ce cette ces ' +
    'qui que quoi dont son sa ses leur leurs il elle ils on nous vous ne pas plus apres avant contre chez entre vers ' +
    'se si mais selon face comment pourquoi quand tout',
  es:
    'el la los las un una unos unas de del al y o e en con sin por para sobre entre tras desde hasta contra segun es ' +
    'son ser fue ha han hay no se su sus lo le les que como cuando donde quien mas pero si ya este esta',
  it:
    'il lo la i gli le un uno una di del dello della dei degli delle dell a al allo alla ai agli alle all da dal dalla ' +
    'dai in nel nella nei nelle nell con su sul sulla sui per tra fra e o ed ma non che chi come quando dove e sono ha ' +
    'hanno si suo sua suoi piu dopo contro',
  pt:
    'o a os as um uma de do da dos das em no na nos nas ao aos e ou com sem por para pelo pela pelos sobre entre apos ' +
    'ate contra diz que como quando onde quem mais mas nao se ser foi sao tem ha seu sua seus',
  nl:
    'de het een en of in op aan bij met van voor naar uit over onder tegen door om te is zijn was wordt worden heeft ' +
    'hebben niet geen ook er dat die dit wat wie als dan maar nog meer na tot ze hij we',
  pl:
    'w we z ze na do od o i a oraz lub nie jest sa byl byla byc to ten ta te tym tego sie po pod przed za dla przez ' +
    'jak co kto gdzie juz tylko ale czy ma u',
  sv:
    'en ett den det de och eller i pa av for med till fran om under mot efter vid ar var har som inte han hon att ' +
    'sig sin mer nu ska kan vill blir',
  tr: 've ile bir bu su o da de mi icin gibi daha cok en ne kadar sonra once var yok oldu dedi olarak ya ki',
  ru:
    'и в во не на с со по к ко из у за от о об для при до под над без через после что это как его ее их он она они мы ' +
    'вы но а же ли или бы из-за был была были будет может уже еще все так где когда кто чем против',
  uk:
    'і й в у не на з зі із по до від за для при під над без через після що це як його її їх він вона вони ми ви але а ' +
    'та чи або був була були буде може вже ще все де коли хто про щодо проти',
  ar: 'في من على الى عن مع بعد قبل بين هذا هذه ذلك التي الذي ان انه كان كانت لا ما لم لن قد او ثم حتى خلال ضد هل كل عند',
} as const;

export type StopLanguage = keyof typeof STOP_WORDS;

export const STOP_LANGUAGES = Object.keys(STOP_WORDS) as StopLanguage[];

/** Languages by word, one bit each: asked for every word of every headline. */
const BITS = new Map<string, number>();
for (const [position, language] of STOP_LANGUAGES.entries()) {
  for (const word of STOP_WORDS[language].split(' ')) {
    BITS.set(word, (BITS.get(word) ?? 0) | (1 << position));
  }
}

export const LONGEST_STOP_WORD = Math.max(...[...BITS.keys()].map(({ length }) => length));

/** @param word folded */
export function isStopWord(word: string, language: string): boolean {
  const position = STOP_LANGUAGES.indexOf(language as StopLanguage);
  return position >= 0 && (stopLanguagesOf(word) & (1 << position)) !== 0;
}

/** @returns the languages in which the folded word is one of the most frequent: bits by `STOP_LANGUAGES`. */
export function stopLanguagesOf(word: string): number {
  return BITS.get(word) ?? 0;
}
