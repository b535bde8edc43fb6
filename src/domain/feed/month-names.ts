/**
 * The beginnings of the twelve months' names as feeds write them, one line a language, in lower case
 * without accents. A name is recognized by the longest beginning it has.
 */
const LANGUAGES = [
  /* English */ 'jan feb mar apr may jun jul aug sep oct nov dec',
  /* German */ 'jan feb marz,mrz apr mai jun jul aug sep okt nov dez',
  /* Austrian */ 'janner feber mar apr mai jun jul aug sep okt nov dez',
  /* French */ 'janv fev mars avr mai juin juil aou sept oct nov dec',
  /* Spanish */ 'ene feb mar abr may jun jul ago sep,set oct nov dic',
  /* Portuguese */ 'jan fev mar abr mai jun jul ago set out nov dez',
  /* Italian */ 'gen feb mar apr mag giu lug ago set ott nov dic',
  /* Dutch */ 'jan feb maa,mrt apr mei jun jul aug sep okt nov dec',
  /* Swedish, Danish, Norwegian */ 'jan feb mar apr maj jun jul aug sep okt nov dec,des',
  /* Polish */ 'sty lut mar kwi maj cze lip sie wrz paz lis gru',
  /* Czech */ 'led uno bre dub kve cerven,cervna cervenec,cervence srp zar rij listop,lis pro',
  /* Hungarian */ 'jan feb mar apr maj jun jul aug szep okt nov dec',
  /* Romanian */ 'ian feb mar apr mai iun iul aug sep oct noi dec',
  /* Croatian, but for October, which is November in Polish and Czech */ 'sij velj ozu tra svi lipanj,lipnja srpanj,srpnja kol ruj - stu pro',
  /* Finnish */ 'tammi helmi maalis huhti touko kesa heina elo syys loka marras joulu',
  /* Turkish */ 'oca sub mar nis may haz tem agu eyl eki kas ara',
  /* Indonesian */ 'jan feb mar apr mei jun jul agu sep okt nov des',
  /* Russian */ 'янв фев мар апр мая,май,маи июн июл авг сен окт ноя дек',
  /* Ukrainian */ 'січ,січ лют бер кві трав чер лип сер вер жов листоп гру',
  /* Bulgarian, Serbian */ 'јан,яну феб мар,март апр мај,маи јун,юни јул,юли авг сеп окт нов,ное дец,дек',
  /* Greek */ 'ιαν φεβ μαρ απρ μαι,μαϊ ιουν ιουλ αυγ σεπ οκτ νοε δεκ',
  /* Arabic */ 'ينا فبر مار ابر ماي يون يول اغس سبتم اكت نوف ديس',
  /* Arabic of the Levant, but for the names of two words */ '- شبا اذا نيس ايا حزي تمو - ايل - - -',
  /* Persian, those that are like no other */ 'ژان فور مار اور - - - - سپت اکت نوا دسا',
  /* Hebrew */ 'ינו,בינ פבר,בפב מרץ,במר אפר,באפ מאי,במא יונ,ביונ יול,ביול אוג,באו ספט,בספ אוק,באוק נוב,בנו דצמ,בדצ',
  /* Vietnamese and others write numbers. */
];

const MONTHS: ReadonlyMap<string, number> = buildTable();

function buildTable(): Map<string, number> {
  const table = new Map<string, number>();
  for (const language of LANGUAGES) {
    for (const [month, beginnings] of language.split(' ').entries()) {
      // The first language that claims a beginning keeps it: English before all.
      for (const beginning of beginnings.split(','))
        if (!table.has(beginning)) table.set(beginning, month);
    }
  }
  return table;
}

/** Days of the week that begin like a month of another language, and may stand after the date. */
const WEEKDAY = /^(?:maandag|mardi|martes|martedi|marti|pazar|pazartesi)$/;

const LONGEST = 9;
const SHORTEST = 3;

/** @returns 0 for January to 11 for December, null when the word names no month */
export function monthOf(word: string): number | null {
  const folded = word.normalize('NFKD').replace(/\p{M}/gu, '').replace('ł', 'l').toLowerCase();
  if (WEEKDAY.test(folded)) return null;
  for (let length = Math.min(LONGEST, folded.length); length >= SHORTEST; length -= 1) {
    const month = MONTHS.get(folded.slice(0, length));
    if (month !== undefined) return month;
  }
  return null;
}
