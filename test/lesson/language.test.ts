afterEach(() => {
  jest.resetModules();
});

/** The module anew, as after a restart of the kernel. */
const load = (): typeof import('../../lib/lesson/src/language') => jest.requireActual('../../lib/lesson/src/language');

test('words come in the language that was chosen, and it can be chosen anew', () => {
  const { language, t } = load();
  language('pt');
  expect(t('perda', 'pérdida')).toBe('perda');
  language('es');
  expect(t('perda', 'pérdida')).toBe('pérdida');
});

test('before language() was called, t says what to do in both languages', () => {
  const { t } = load();
  expect(() => t('perda', 'pérdida')).toThrow(
    /Execute primeiro .*language\('pt'\).*Ejecuta primero .*language\('es'\)/,
  );
});

test('another language is an error', () => {
  const { language } = load();
  expect(() => {
    language('en' as 'pt');
  }).toThrow(/"en".*'pt'.*'es'/);
});
