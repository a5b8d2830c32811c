import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { chromiumArguments, findChromium, venvProgram } from 'lossbook-course-tools';
import { startLab, type Lab } from './lab';
import { openNotebook, runAll } from './notebookPage';

const root = process.cwd();
const browserPath = findChromium();
const jupyter = venvProgram(root, 'jupyter');
const frontEnd = join(root, '.venv/test/share/jupyter/labextensions/@jupyter-widgets');
const missing = [
  ...(browserPath === undefined ? ['Chromium (install it, or set CHROMIUM_PATH)'] : []),
  ...(jupyter === undefined ? ['.venv with JupyterLab (npm start makes it)'] : []),
  ...(existsSync(frontEnd) ? [] : ["ipywidgets' front end in .venv/test (npm test puts it there)"]),
];
const canRun = missing.length === 0 || process.env.CI !== undefined;
const suite = canRun ? describe : describe.skip;

/** A slider as the Python package opens it: three comms, of which the slider's own says what the reader does. */
const cells = [
  `const open = (name: string, state: object) =>
  comms.open('jupyter.widget', {
    data: { state: { _model_module_version: '2.0.0', _view_module_version: '2.0.0', ...state, _model_name: name }, buffer_paths: [] },
    metadata: { version: '2.1.0' },
  });
const layout = open('LayoutModel', { _model_module: '@jupyter-widgets/base', _view_module: '@jupyter-widgets/base', _view_name: 'LayoutView' });
const style = open('SliderStyleModel', { _model_module: '@jupyter-widgets/controls', _view_module: '@jupyter-widgets/base', _view_name: 'StyleView' });
const slider = open('IntSliderModel', {
  _model_module: '@jupyter-widgets/controls',
  _view_module: '@jupyter-widgets/controls',
  _view_name: 'IntSliderView',
  layout: \`IPY_MODEL_\${layout.id}\`,
  style: \`IPY_MODEL_\${style.id}\`,
  min: 0,
  max: 10,
  step: 1,
  value: 3,
  description: 'steps',
});
slider.onMessage(({ data }) => {
  const { value } = (data as { state: { value: number } }).state;
  slider.send({ method: 'update', state: { description: \`moved to \${value}\` }, buffer_paths: [] });
});`,
  `display.bundle({ 'application/vnd.jupyter.widget-view+json': { model_id: slider.id, version_major: 2, version_minor: 0 }, 'text/plain': 'slider' });`,
];

suite(`ipywidgets' own front end${canRun ? '' : `: skipped, no ${missing.join(', no ')}`}`, () => {
  const course = join(root, '.cache/e2e/widgets');
  const extensions = mkdtempSync(join(tmpdir(), 'lossbook-extensions-'));
  let lab: Lab;
  let browser: Browser;

  beforeAll(async () => {
    if (browserPath === undefined || jupyter === undefined) throw new Error(`CI must have ${missing.join(' and ')}`);
    mkdirSync(join(extensions, 'labextensions'));
    symlinkSync(frontEnd, join(extensions, 'labextensions/@jupyter-widgets'));
    lab = await startLab(root, jupyter, [], { course, env: { JUPYTER_PATH: extensions } });
    const notebook = {
      nbformat: 4,
      nbformat_minor: 5,
      metadata: { kernelspec: { name: 'tslab', display_name: 'TypeScript', language: 'typescript' } },
      cells: cells.map((source, i) => ({
        cell_type: 'code',
        id: `c${i}`,
        metadata: {},
        execution_count: null,
        outputs: [],
        source,
      })),
    };
    writeFileSync(join(course, 'widgets.ipynb'), JSON.stringify(notebook));
    browser = await chromium.launch({
      executablePath: browserPath,
      args: chromiumArguments(),
      chromiumSandbox: process.getuid?.() !== 0,
    });
  }, 180_000);

  afterAll(async () => {
    await (browser as Browser | undefined)?.close();
    await (lab as Lab | undefined)?.close();
    rmSync(extensions, { recursive: true });
  }, 60_000);

  test('draws a slider that a cell opens, hears how the reader moves it and answers', async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await openNotebook(page, lab, 'widgets.ipynb');
    await runAll(page);
    const slider = page.locator('.jp-Notebook .widget-slider');
    await slider.waitFor({ timeout: 30_000 });
    await page.screenshot({ path: join(root, '.cache/e2e/widgets.png') });
    expect(await slider.locator('.widget-label').textContent()).toBe('steps');
    expect(await slider.locator('.widget-readout').textContent()).toBe('3');
    await slider.locator('.noUi-handle').press('ArrowRight');
    await slider.locator('.widget-label', { hasText: 'moved to 4' }).waitFor({ timeout: 30_000 });
    await page.close();
  }, 240_000);
});
