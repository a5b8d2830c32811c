import { setTimeout as pause } from 'node:timers/promises';
import type { Locator, Page } from 'playwright-core';
import type { Lab } from './lab';

/** What a reader sees of a notebook after it ran. */
export interface Seen {
  /** The number before each code cell whose source is shown: its count, or `*` or nothing. */
  readonly counts: readonly string[];
  /** The text of each error output and each output on stderr. */
  readonly errors: readonly string[];
  /** The size on the screen of each figure that plotly drew. */
  readonly figures: readonly { readonly width: number; readonly height: number }[];
  /** All that the cells show as text. */
  readonly text: string;
}

/** Opens a notebook and waits until its kernel is ready: a run that starts earlier is lost in a dialogue about kernels. */
export async function openNotebook(page: Page, lab: Lab, file: string): Promise<void> {
  await page.goto(lab.address(file));
  await page.locator('.jp-Notebook .jp-Cell').first().waitFor({ timeout: 60_000 });
  await lab.kernelReady(file);
  await page.locator(idle).first().waitFor({ timeout: 60_000 });
}

/** Runs all cells through the menu and waits until each has a count and the kernel is idle. */
export async function runAll(page: Page): Promise<void> {
  await page.locator('.lm-MenuBar-itemLabel', { hasText: /^Run$/ }).click();
  await page.locator('.lm-Menu-item[data-command="runmenu:run-all"]').click();
  for (let seconds = 0; !(await counts(page)).every((count) => /^\d+$/.test(count)); seconds++) {
    if (seconds === 180) throw new Error(`after 3 minutes the cells stand at ${(await counts(page)).join(' ')}`);
    await pause(1000);
  }
  await page.locator(idle).first().waitFor({ timeout: 60_000 });
}

/** plotly draws after the kernel is done; a figure that is not there after 20 seconds is left for the test to miss. */
export async function waitForFigures(page: Page, count: number): Promise<void> {
  for (let tries = 0; tries < 40; tries++) {
    if ((await page.locator('.jp-Notebook .js-plotly-plot .main-svg:first-child').count()) >= count) return;
    await pause(500);
  }
}

export async function see(page: Page): Promise<Seen> {
  const plots = await page.locator('.jp-Notebook .js-plotly-plot').all();
  return {
    counts: await counts(page),
    errors: await page.locator(errors).allTextContents(),
    figures: await Promise.all(plots.map((plot) => size(plot.locator('.main-svg').first()))),
    text: (await page.locator('.jp-Notebook .jp-OutputArea-output').allTextContents()).join('\n'),
  };
}

const idle = '.jp-Notebook-ExecutionIndicator[data-status="idle"]';
const errors = ['error', 'stderr']
  .map((type) => `.jp-Notebook [data-mime-type="application/vnd.jupyter.${type}"]`)
  .join();

async function counts(page: Page): Promise<string[]> {
  // A folded source has a placeholder, whose prompt is empty.
  const prompts = await page
    .locator('.jp-Notebook .jp-CodeCell:not(:has(.jp-InputPlaceholder)) .jp-InputPrompt')
    .allTextContents();
  return prompts.map((text) => /\[(.*)\]/.exec(text)?.[1]?.trim() ?? '');
}

/** A figure that was not drawn has no size. */
async function size(drawn: Locator): Promise<{ width: number; height: number }> {
  const box = (await drawn.count()) === 0 ? null : await drawn.boundingBox();
  return { width: box?.width ?? 0, height: box?.height ?? 0 };
}
