/** A line segment between two places of a grid, in its units. */
export type Segment = readonly [x1: number, y1: number, x2: number, y2: number];

/** Where a function given on a grid has this level: straight through each cell (marching squares). */
export function contour(rows: readonly (readonly number[])[], level: number): Segment[] {
  const segments: Segment[] = [];
  for (let y = 0; y + 1 < rows.length; y++) {
    const [below = [], above = []] = [rows[y], rows[y + 1]];
    for (let x = 0; x + 1 < below.length; x++) {
      const [a = NaN, b = NaN, c = NaN, d = NaN] = [below[x], below[x + 1], above[x + 1], above[x]];
      const corners = [
        [x, y, a],
        [x + 1, y, b],
        [x + 1, y + 1, c],
        [x, y + 1, d],
      ] as const;
      const crossings = corners.flatMap(([x1, y1, from], i) => {
        const [x2, y2, to] = corners[(i + 1) % 4] ?? corners[0];
        if (from < level === to < level || Number.isNaN(from + to)) return [];
        const share = (level - from) / (to - from);
        return [[x1 + share * (x2 - x1), y1 + share * (y2 - y1)] as const];
      });
      const [p, q, r, s] = crossings;
      if (p && q) segments.push([...p, ...q]);
      if (r && s) segments.push([...r, ...s]);
    }
  }
  return segments;
}
