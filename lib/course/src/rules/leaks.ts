import { readerWords } from './readerWords';
import { foreignWords } from './foreignWords';
import { cellRule } from './rule';

/** No word or letter of the other language, in prose or in the words that code shows through `t()`. */
export const leaks = cellRule('leaks', (cell, { language }) => {
  const found = foreignWords(readerWords(cell, language), language);
  return [...new Set(found)].map((word) => `"${word}" is not ${language === 'pt' ? 'Portuguese' : 'Spanish'}`);
});
