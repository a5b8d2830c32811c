import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { isObject, type JsonObject } from '../notebook/json';
import { UsageError } from '../notebook/problem';
import { chromiumArguments, findChromium } from './chromium';

/** Draws plotly figures as PNG, in base64. */
export interface Plotter {
  png(figure: JsonObject): Promise<string>;
  close(): Promise<void>;
}

/** The size of a figure that has none; the height is JupyterLab's. */
const defaultSize = { width: 700, height: 360 };

/** Starts a Chromium with the plotly.js of node_modules. */
export async function openPlotter(): Promise<Plotter> {
  const executablePath = findChromium();
  if (executablePath === undefined) {
    throw new UsageError('no Chromium found: install it, or set CHROMIUM_PATH to one');
  }
  const browser = await chromium.launch({ executablePath, args: chromiumArguments(), chromiumSandbox: true });
  const page = await browser.newPage({ deviceScaleFactor: 1 });
  await page.addScriptTag({ path: join(require.resolve('plotly.js-dist/package.json'), '../plotly.js') });
  return {
    png: async (figure) => {
      const picture: Picture = { data: figure.data ?? [], layout: figure.layout ?? {}, ...size(figure) };
      const uri = await page.evaluate(toImage, picture);
      return uri.slice('data:image/png;base64,'.length);
    },
    close: () => browser.close(),
  };
}

interface Picture {
  data: unknown;
  layout: unknown;
  width: number;
  height: number;
}

/** Runs in the browser. */
async function toImage({ data, layout, width, height }: Picture): Promise<string> {
  const { Plotly } = globalThis as unknown as {
    Plotly: { toImage(figure: object, options: object): Promise<string> };
  };
  return Plotly.toImage({ data, layout }, { format: 'png', width, height, scale: 1 });
}

function size(figure: JsonObject): { width: number; height: number } {
  const layout = isObject(figure.layout) ? figure.layout : {};
  return {
    width: typeof layout.width === 'number' ? layout.width : defaultSize.width,
    height: typeof layout.height === 'number' ? layout.height : defaultSize.height,
  };
}
