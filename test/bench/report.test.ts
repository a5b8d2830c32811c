import { report } from '../../lib/bench/src/losses/report';

const rows = [
  { loss: 'a', shape: [10, 100], ms: { wasm: 4, torch: 2 } },
  { loss: 'b', shape: [1000], ms: { wasm: 8, torch: 2 } },
  { loss: 'c', shape: [1000], ms: { wasm: 1 } },
  { loss: 'b', shape: [10], ms: { wasm: 1, torch: 2 } },
];

const cells = (text: string): string[][] =>
  text.split('\n').map((line) => line.split('|').flatMap((cell) => (cell.trim() === '' ? [] : [cell.trim()])));

test('the ratios are medians by number of elements, of the losses that PyTorch has', () => {
  const [summary = '', everything = ''] = report(rows, ['wasm', 'torch']).split('\n\n');
  expect(cells(summary).filter(([first]) => !first?.startsWith('-'))).toEqual([
    ['elements', 'losses', 'wasm ×'],
    ['10', '1', '0.500'],
    ['1000', '2', '3.00'],
  ]);
  expect(cells(everything).slice(2)).toEqual([
    ['a', '10×100', '4.00', '2.00', '2.00'],
    ['b', '1000', '8.00', '4.00', '2.00'],
    ['c', '1000', '1.00', '–', '–'],
    ['b', '10', '1.00', '0.500', '2.00'],
  ]);
});

test('without PyTorch there is only the table of times', () => {
  expect(report(rows, ['wasm'])).not.toContain('elements');
});
