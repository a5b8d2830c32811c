import { openSpellers } from '../../lib/course/src/spelling/speller';

test('each language has its own words, the forms of its verbs and the words of the course', async () => {
  const { pt, es } = await openSpellers();
  expect(
    ['perda', 'calculá-los', 'verossimilhança', 'softmax', 'Hinge', 'multirrótulo'].filter((word) => !pt(word)),
  ).toEqual([]);
  expect(['pérdida', 'calculemos', 'pingüinos', 'Softmax', 'log-softmax'].filter((word) => !es(word))).toEqual([]);
  expect(['pérdida', 'idéia', 'erross', 'Puntaje'].filter(pt)).toEqual([]);
  expect(['perda', 'verossimilhança', 'errror', 'entropia'].filter(es)).toEqual([]);
});
