import { compare } from '../../lib/reference/src/parity/compare';
import { losses, readFixture, toleranceOf } from '../../lib/reference/src/parity/fixtures';
import { whyMissed } from '../../lib/reference/src/parity/missed';
import { onEachBackend } from './backends';
import { lossFunction } from './lossFunction';

onEachBackend('equal to PyTorch', (backend) => {
  describe.each(losses)('%s', (name) => {
    const fixture = readFixture(name);

    test('the fixture is of the PyTorch that the docstrings name', () => {
      expect(fixture.torch).toMatch(/^2\.13\.0/);
      expect(fixture.loss).toBe(name);
      expect(fixture.cases.length).toBeGreaterThan(20);
    });

    const cases = fixture.cases.filter((c) => whyMissed(backend, name, c.name) === undefined);
    test.each(cases.map((c) => [`${c.name}, ${JSON.stringify(c.options)}`, c] as const))('%s', async (_title, c) => {
      const { value, gradients, second } = await compare(lossFunction(name), c, fixture);
      const all = [value, ...gradients, ...(second ? [second] : [])];
      expect(all.filter(({ size }) => !(size <= toleranceOf(c, fixture)))).toEqual([]);
    });
  });
});
