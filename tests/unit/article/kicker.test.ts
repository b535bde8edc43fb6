import { expect, test } from 'vitest';
import { findKicker } from '../../../src/domain/article/kicker';

test.each([
  ['BREAKING: Fire in Rome', 'BREAKING'],
  ['Breaking News | Fire in Rome', 'Breaking News'],
  ['Breaking - Fire in Rome', 'Breaking'],
  ['BREAKING Fire in Rome', 'BREAKING'],
  ['🚨 BREAKING: Fire in Rome', 'BREAKING'],
  ['[Breaking] Fire in Rome', 'Breaking'],
  ['Eilmeldung: Feuer in Rom', 'Eilmeldung'],
  ['EIL +++ Feuer in Rom', 'EIL'],
  ['+++ Eilmeldung +++ Feuer in Rom', 'Eilmeldung'],
  ['Срочно: пожар в Риме', 'Срочно'],
  ['МОЛНИЯ Пожар в Риме', 'МОЛНИЯ'],
  ['速報 ローマで火災', '速報'],
  ['【速報】ローマで火災', '速報'],
  ['突发：罗马大火', '突发'],
  ['快讯｜罗马大火', '快讯'],
  ['[속보] 로마 화재', '속보'],
  ['URGENT Incendie à Rome', 'URGENT'],
  ['URGENTE: Incendio en Roma', 'URGENTE'],
  ['ÚLTIMA HORA | Incendio en Roma', 'ÚLTIMA HORA'],
  ['Alerte info - Incendie à Rome', 'Alerte info'],
  ['DERNIÈRE MINUTE : incendie à Rome', 'DERNIÈRE MINUTE'],
  ["ULTIM'ORA – Incendio a Roma", "ULTIM'ORA"],
  ['عاجل | حريق في روما', 'عاجل'],
  ['SON DAKİKA: Roma’da yangın', 'SON DAKİKA'],
  ['Son dakika! Roma’da yangın', 'Son dakika'],
])('%s', (title, kicker) => {
  expect(findKicker(title, [])).toBe(kicker);
});

test.each([
  'Breaking Bad star returns',
  'Breaking point: why talks failed',
  'Urgent care clinics close',
  'URGENT CARE CLINICS CLOSE',
  'Urgent-care clinics: a list',
  'Heartbreaking: dog waits',
  'Eilbote: Post verspätet',
  'Срочность решения',
  'Молния убила туриста',
  '速報値は予想を上回る',
  'Record-breaking: heat',
  '',
])('no mark: %s', (title) => {
  expect(findKicker(title, ['Weather'])).toBeNull();
});

test('a tag that is a mark counts', () => {
  expect(findKicker('Fire in Rome', ['World', 'Breaking News'])).toBe('Breaking News');
  expect(findKicker('Fire in Rome', ['Breaking records'])).toBeNull();
});
