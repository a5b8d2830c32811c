import type { Deviation } from '../../lib/reference/src/parity/deviation';
import { compare } from '../../lib/reference/src/parity/compare';
import { losses, readFixture, toleranceOf } from '../../lib/reference/src/parity/fixtures';
import { whyMissed } from '../../lib/reference/src/parity/missed';
import { readParity } from '../../lib/reference/src/parity/parity';
import { onEachBackend } from './backends';
import { lossFunction } from './lossFunction';

/** What another processor may add to the figures of `docs/losses.md`; two steps of float32 are within all of them. */
const HEADROOM = { factor: 4, least: 2.4e-7 };

/** Every how-manyth case is compared: CI compares all on one version of Node and some on the others. */
const STEP = Number(process.env.LOSSBOOK_PARITY_EVERY ?? 1);

onEachBackend('equal to PyTorch', (backend) => {
  describe.each(losses)('%s', (name) => {
    const fixture = readFixture(name);

    test('the fixture is of the PyTorch that the docstrings name', () => {
      expect(fixture.torch).toMatch(/^2\.13\.0/);
      expect(fixture.loss).toBe(name);
      expect(fixture.cases.length).toBeGreaterThan(20);
    });

    const measured: Record<string, number> = { value: 0, gradient: 0, second: 0 };
    const note = (kind: string, { size }: Deviation) => {
      measured[kind] = Math.max(measured[kind] ?? 0, size);
    };

    const comparable = fixture.cases.filter((c) => whyMissed(backend, name, c.name) === undefined);
    const cases = comparable.filter((_, i) => i % STEP === 0);
    test.each(cases.map((c) => [`${c.name}, ${JSON.stringify(c.options)}`, c] as const))('%s', async (_title, c) => {
      const { value, gradients, second } = await compare(lossFunction(name), c, fixture);
      const all = [value, ...gradients, ...(second ? [second] : [])];
      expect(all.filter(({ size }) => !(size <= toleranceOf(c, fixture)))).toEqual([]);
      note('value', value);
      for (const gradient of gradients) note('gradient', gradient);
      if (second) note('second', second);
    });

    test('is as near as docs/losses.md says; npm run docs -- --measure where it is less', () => {
      const { value = NaN, gradient = NaN, second = NaN } = readParity()[backend]?.losses[name] ?? {};
      const farther = Object.entries({ value, gradient, second: second ?? 0 }).filter(
        ([kind, told]) => !((measured[kind] ?? NaN) <= Math.max(HEADROOM.least, told * HEADROOM.factor)),
      );
      expect(farther.map(([kind, told]) => ({ kind, told, measured: measured[kind] }))).toEqual([]);
    });
  });
});
