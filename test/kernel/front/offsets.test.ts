import { toOffset, toPosition } from '../../../lib/kernel/src/front/requests/offsets';

test.each([
  ['abc', 2, 2],
  ['ação', 4, 4],
  ['😀a', 1, 2],
  ['a😀b😀', 3, 4],
  ['😀', 5, 2],
])('in %p the position %d has the offset %d', (code, position, offset) => {
  expect(toOffset(code, position)).toBe(offset);
  expect(toPosition(code, offset)).toBe(Math.min(position, Array.from(code).length));
});
