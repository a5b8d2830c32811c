/** A point of the drawing, in pixels from its upper left corner. */
export type Point = readonly [x: number, y: number];

/** A coordinate as it is written: to a tenth of a pixel. */
export const px = (x: number): string => String(Math.round(x * 10) / 10 + 0);
