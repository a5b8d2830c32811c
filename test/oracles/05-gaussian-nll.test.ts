import { oracle } from '../../solutions/oracles/05-gaussian-nll';
import { matrix, scalar, vector } from '../../solutions/oracles/numbers';
import { answersOf } from './answersOf';
import { describeOracle } from './describeOracle';

describeOracle(oracle);

const { numbersOf } = answersOf(oracle);

/** Numbers computed apart, in NumPy and PyTorch. */
describe('known numbers', () => {
  const means = [1, 0.2, -1, 2];
  const logVariances = [-0.5, 0.8, 0, 1.5];
  const target = vector(2.2, -0.4, -1, 3);
  const prediction = matrix(means.map((m, i) => [m, logVariances[i] ?? NaN]));

  test.each([
    ['right', 0.569881],
    ['gnl-1', 2.27952],
    ['gnl-3', 0.914762],
    ['gnl-4', 0.794881],
    ['gnl-6', 0.119881],
    ['gnl-7', 0.994536],
    ['gnl-8', 0.954599],
    ['gnl-9', 0.729599],
    ['gnl-10', 0.545335],
    ['gnl-12', 0.344881],
    ['gnl-13', 0.35],
    ['gnl-15', 0.533899],
    ['gnl-16', 1.48882],
    ['gnl-18', 1.8337],
    ['gnl-19', 0.822164],
    ['gnl-20', 1.13545],
    ['gnl-21', 1.9453],
    ['gnl-22', 1.76095],
    ['gnl-23', 0.44817],
    ['gnl-24', -0.242608],
  ])('conditional NLL: %s', (id, expected) => {
    expect(numbersOf('conditionalNll', id, prediction, target)[0]).toBeCloseTo(expected, 5);
  });

  test.each([
    ['right', [-0.4946, -0.1718, 0.0674, 0.1048, 0, 0.125, -0.0558, 0.0971]],
    ['gnm-g6', [-0.3852, -0.1718, 0.1005, 0.1048, 0, 0.125, -0.1181, 0.0971]],
    ['gns-g2', [-0.4946, 0.4218, 0.0674, 0.1452, 0, 0.125, -0.0558, 0.1529]],
    ['gns-g6', [-0.4946, -0.2832, 0.0674, 0.0471, 0, 0.125, -0.0558, 0.0217]],
    ['gns-g7', [-0.4946, -0.4411, 0.0674, 0.1405, 0, 0.25, -0.0558, 0.0917]],
  ])('its gradient: %s', (id, expected) => {
    const rounded = numbersOf('conditionalNllGrad', id, prediction, target).map((x) => Number(x.toFixed(4)) + 0);
    expect(rounded).toEqual(expected);
  });

  test('the whole NLL in bits is 1.48882 nats', () => {
    const [bits = NaN] = numbersOf('nllInBits', 'right', vector(...means), vector(...logVariances), target);
    expect(bits * Math.LN2).toBeCloseTo(1.48882, 5);
  });

  test('a column costs what a vector costs, and [N, N] of it does not', () => {
    const column = matrix([[2.2], [-0.4], [-1], [3]]);
    expect(numbersOf('columnNll', 'right', prediction, column)[0]).toBeCloseTo(0.569881, 5);
    expect(numbersOf('columnNll', 'col-1', prediction, column)[0]).toBeCloseTo(1.9453, 4);
  });

  test.each([
    ['right', 0.775],
    ['l2-1', 0.5125],
    ['l2-2', 0.479129],
    ['l2-3', 0.6],
    ['l2-4', 0.38125],
    ['l2-5', 0.788],
    ['l2-7', 5.5],
    ['l2-8', 0.4],
    ['l2-10', 0.75],
  ])('L2: %s', (id, expected) => {
    const weights = matrix([
      [0.5, -1],
      [2, 0],
    ]);
    expect(numbersOf('ridge', id, weights, vector(0.3, -0.2), scalar(0.25), 0.1)[0]).toBeCloseTo(expected, 5);
  });

  test.each([
    ['right', 0.652645],
    ['poi-1', 5.70002],
    ['poi-3', 2.94736],
    ['poi-4', 1.38544],
    ['poi-5', -1.14736],
    ['poi-6', 1.27387],
    ['poi-8', 0.585],
    ['poi-9', 2.61058],
  ])('Poisson: %s', (id, expected) => {
    const rates = vector(...[0.7, 2.5, 1, 3].map(Math.log));
    expect(numbersOf('poissonNll', id, rates, vector(1, 3, 0, 2))[0]).toBeCloseTo(expected, 4);
  });
});

test('a point that is met exactly has a finite cost, however sure the model', () => {
  const sure = matrix([[1, -100]]);
  expect(numbersOf('conditionalNll', 'right', sure, vector(1))).toEqual([-50]);
  expect(numbersOf('conditionalNllGrad', 'right', sure, vector(1)).map((x) => x + 0)).toEqual([0, 0.5]);
});
