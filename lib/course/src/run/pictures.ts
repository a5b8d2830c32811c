import { canonical, type JsonObject } from '../notebook/json';
import type { Notebook, Output } from '../notebook/notebook';
import { bundle, figure, pngType } from '../notebook/output';
import type { Plotter } from './plotter';

/**
 * Puts a PNG beside each plotly figure. A figure that is the same as before keeps its old PNG, byte for byte, since fonts
 * differ from machine to machine. Returns how many were drawn.
 */
export async function addPictures(now: Notebook, before: Notebook, plotter: () => Promise<Plotter>): Promise<number> {
  const old = oldPictures(before);
  let drawn = 0;
  for (const output of outputs(now)) {
    const found = figure(output);
    if (found === undefined) continue;
    let png = old.get(canonical(found));
    if (png === undefined) {
      png = await (await plotter()).png(found);
      drawn++;
    }
    const data: JsonObject = { ...bundle(output), [pngType]: png };
    output.data = data;
  }
  return drawn;
}

function oldPictures(before: Notebook): Map<string, string> {
  return new Map(
    outputs(before).flatMap((output) => {
      const found = figure(output);
      const png = bundle(output)[pngType];
      return found !== undefined && typeof png === 'string' ? [[canonical(found), png] as const] : [];
    }),
  );
}

function outputs(notebook: Notebook): Output[] {
  return notebook.cells.flatMap((cell) => cell.outputs);
}
