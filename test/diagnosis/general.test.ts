import { generalSentence } from 'lossbook-diagnosis';
import { families } from '../../lib/diagnosis/src/sentence/families';

describe('the sentence of a family, of no case in particular', () => {
  test('has nothing of a case left', () => {
    for (const name of Object.keys(families)) {
      const { pt, es } = generalSentence([name]);
      expect(`${pt}${es}`).not.toMatch(/[{}]| \(aqu|\s\./);
      expect([pt.length > 20, es.length > 20]).toEqual([true, true]);
    }
    expect(generalSentence(['MEAN']).es).toMatch(/^Tu resultado se dividió entre el número de elementos\. /);
  });

  test('two at most, each once, and one where nothing is known', () => {
    const [sum, sign] = [generalSentence(['SUM']).pt, generalSentence(['SIGN']).pt];
    expect(generalSentence(['SUM', 'SUM', 'SIGN', 'SWAP']).pt).toBe(`${sum} ${sign}`);
    expect(generalSentence([])).toEqual(generalSentence(['no family']));
  });
});
