import type { Values } from '../format';

/**
 * Confidences and whether each prediction came true. The lowest bin is empty; the next and the last come true more often than they
 * say, but for one prediction at the foot of the former, and the last but one less often. No confidence lies near an edge or a
 * centre, except one of exactly 1, which did not come true, and with 4 bins, whose edges float32 has exactly, one on an edge: it
 * came true, as the bin below it does and its own does not.
 */
export function confidences(random: () => number, count: number, bins: number): [confidence: Values, correct: Values] {
  const within = (bin: number, part: number): number => Math.fround((bin + part) / bins);
  const upper = (): number => 0.62 + 0.28 * random();
  const [low, high] = [1, bins - 1];
  const hasEdge = bins === 4;
  const start: readonly (readonly [bin: number, correct: number, part?: number])[] = [
    [low, 1],
    [high, 1],
    [low, 0, 0.2],
    [low, 1],
    [high - 1, 0],
    [high, 1],
    [high - 1, 0],
    [high, 1],
    ...(hasEdge ? [[high - 1, 1, 0] as const] : []),
  ];
  const drawn = Array.from({ length: count - 1 }, (_, i) => {
    const any = low + Math.floor(random() * (high - low));
    const comes = random() < 0.6;
    const [bin, correct, part = upper()] = start[i] ?? [any, Number(hasEdge ? any === low : comes)];
    return { confidence: within(bin, part), correct };
  });
  const place = 2 + Math.floor(random() * (count - 3));
  const all = [...drawn.slice(0, place), { confidence: 1, correct: 0 }, ...drawn.slice(place)];
  return [
    { shape: [count], data: all.map(({ confidence }) => confidence) },
    { shape: [count], data: all.map(({ correct }) => correct) },
  ];
}
