import { foldText, placeInOriginal } from '../topic/fold';

/** Beginnings of words for what kills, ends or overturns, in the catalogue's languages, without accents. */
const SEVERE = [
  'attack assassin bomb crash dead death dies died earthquak evacuat explo fire flood gunm hostage hurrican indict invad invasion ' +
    'kill massac missile murder quake raid resign shoot shot stab storm terror tsunami verdict war wildfir wound',
  'anschlag angriff attentat beben brand erschoss explosion erdbeben geisel rucktritt schuss stirbt tote todlich uberfall unwetter',
  'attentat attaque demission explosion incendie meurt mort otage seisme seisme tue tues tremblement fusillade',
  'ataque atentado dimite explosion incendio muere muert tiroteo terremoto dimision rehen',
  'attacco attentato dimission esplosion incendio morto morti muore terremoto sparatoria',
  'ataque atentado explosao incendio morre morto mortos renuncia tiroteio terremoto',
  'атак взрыв войн землетряс катастроф отставк погиб пожар стрельб теракт убит умер',
  'атак вибух вiйн землетрус загинул пожеж стрiлянин теракт вбит помер відставк',
  'اغتيال انفجار زلزال قتل قتلى مقتل هجوم وفاة استقال حريق',
  '地震 爆炸 死亡 遇难 袭击 枪击 辞职 去世 战争 火灾 爆発 死者 辞任 襲撃 津波',
  '지진 폭발 사망 총격 사임 공격',
]
  .join(' ')
  .split(' ');

const UNSPACED = /[\p{sc=Han}\p{sc=Hangul}]/u;
const PATTERN = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${SEVERE.filter((word) => !UNSPACED.test(word)).join('|')})\\p{L}*|${SEVERE.filter((word) => UNSPACED.test(word)).join('|')}`,
  'u',
);

/** @returns the first word of the headline that says that something grave happened, null without one. */
export function findSeverity(title: string): string | null {
  const folded = foldText(title);
  const match = PATTERN.exec(folded.text);
  if (!match) return null;
  const [from, to] = [match.index, match.index + match[0].length];
  return title.slice(placeInOriginal(folded, from), placeInOriginal(folded, to));
}
