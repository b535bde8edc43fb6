import { expect, test } from 'vitest';
import { languageOf } from '../../../src/domain/story/language';

test('stop words and scripts tell the language', () => {
  const cases: [string, string][] = [
    ['en', 'The minister resigned after a week of protests'],
    ['de', 'Der Minister ist nach einer Woche zurückgetreten'],
    ['fr', 'Le ministre a démissionné après une semaine'],
    ['es', 'El ministro dimite tras una semana de protestas en la capital'],
    ['it', 'Il ministro si è dimesso dopo una settimana di proteste'],
    ['pt', 'O ministro diz que não se demite após uma semana'],
    ['ru', 'Министр подал в отставку, сообщили СМИ; это второй случай за год'],
    ['uk', 'Міністр подав у відставку після протестів'],
    ['ar', 'استقالة الوزير بعد أسبوع'],
    ['ja', '大臣が辞任'],
    ['zh', '部长辞职'],
    ['ko', '장관 사임'],
    ['he', 'השר התפטר'],
  ];
  for (const [language, title] of cases)
    expect([language, languageOf([title])]).toEqual([language, language]);
});

test('names alone tell nothing, and divided evidence neither', () => {
  expect(languageOf(['Rogozin, Lavrov'])).toBeNull();
  expect(languageOf([])).toBeNull();
  expect(languageOf(['the of and', 'der die und'])).toBeNull();
});
