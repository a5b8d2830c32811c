import { losses, readFixture } from '../../lib/reference/src/parity/fixtures';
import { missed, whyMissed } from '../../lib/reference/src/parity/missed';
import { readParity, withFigures } from '../../lib/reference/src/parity/parity';

const parity = readParity();

test('every backend has its figures', () => {
  expect(Object.keys(parity).sort()).toEqual(['cpu', 'tensorflow', 'wasm', 'webgpu']);
});

describe.each(Object.entries(parity))('figures of %s', (backend, measured) => {
  test('are of the losses that have a fixture, and of all their cases but the missed', () => {
    const counts = losses.map((loss) => {
      const { cases } = readFixture(loss);
      return [loss, cases.filter(({ name }) => whyMissed(backend, loss, name) === undefined).length];
    });
    expect(Object.entries(measured.losses).map(([loss, { cases }]) => [loss, cases])).toEqual(counts);
  });
});

test('each missed case is in its fixture', () => {
  const unknown = Object.values(missed)
    .flat()
    .filter((one) => !readFixture(one.loss).cases.some(({ name }) => name === one.case));
  expect(unknown).toEqual([]);
});

test('new figures take the place of old ones, and of all that were measured elsewhere', () => {
  const figures = { cases: 30, value: 1e-7, gradient: 1e-7, second: null };
  const here = { device: 'here', packages: { tfjs: '4.22.0' }, day: '2026-01-02' };
  const before = { cpu: { ...here, day: '2026-01-01', losses: { mseLoss: figures } } };
  const better = { ...figures, value: 0 };
  expect(withFigures(before, 'cpu', here, 'l1Loss', better)).toEqual({
    cpu: { ...here, losses: { l1Loss: better, mseLoss: figures } },
  });
  expect(withFigures(before, 'cpu', { ...here, device: 'there' }, 'l1Loss', better)).toEqual({
    cpu: { ...here, device: 'there', losses: { l1Loss: better } },
  });
});
