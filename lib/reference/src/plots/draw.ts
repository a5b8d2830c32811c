import { drawCurves } from '../drawing/curves';
import { drawField } from '../drawing/field';
import { classification } from './classification';
import { describeCurves, describeField } from './describe';
import { embedding } from './embedding';
import { imbalance } from './imbalance';
import { likelihood } from './likelihood';
import { margin } from './margin';
import { overlap } from './overlap';
import type { Plot } from './plot';
import { regression } from './regression';
import { regularisation } from './regularisation';
import { sampleCurves, sampleField } from './sample';
import { sequence } from './sequence';

const plots: Readonly<Record<string, Plot>> = {
  ...classification,
  ...embedding,
  ...imbalance,
  ...likelihood,
  ...margin,
  ...overlap,
  ...regression,
  ...regularisation,
  ...sequence,
};

export interface Drawing {
  svg: string;
  /** What it shows, for those who do not see it. */
  description: string;
}

/** The plot of a function, computed on the current backend; undefined of one that has none. */
export function draw(name: string): Drawing | undefined {
  const plot = plots[name];
  if (!plot) return undefined;
  if ('curves' in plot) {
    const sampled = sampleCurves(plot);
    const description = describeCurves(sampled);
    return { svg: drawCurves(name, description, sampled), description };
  }
  const sampled = sampleField(plot);
  const description = describeField(sampled);
  return { svg: drawField(name, description, sampled), description };
}
