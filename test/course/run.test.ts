import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonObject } from '../../lib/course/src/notebook/json';
import type { Output } from '../../lib/course/src/notebook/notebook';
import { chromiumArguments, findChromium } from '../../lib/course/src/run/chromium';
import { differences } from '../../lib/course/src/run/compare';
import { keepMachineOutputs } from '../../lib/course/src/run/machine';
import { normalise } from '../../lib/course/src/run/normalise';
import { sameOutputs } from '../../lib/course/src/run/numbers';
import { addPictures } from '../../lib/course/src/run/pictures';
import type { Plotter } from '../../lib/course/src/run/plotter';
import { code, notebook } from './notebooks';

const printed = (text: string): Output => ({ output_type: 'stream', name: 'stdout', text });
const plot = (y: number, more: JsonObject = {}): Output => ({
  output_type: 'display_data',
  data: { 'application/vnd.plotly.v1+json': { data: [{ y: [y] }], layout: {} }, ...more },
  metadata: {},
});

const withOutputs = (...outputs: Output[]): ReturnType<typeof notebook> =>
  notebook('pt', 'lesson', [code('a', 'a();', { outputs })]);
const outputsOf = (of: ReturnType<typeof notebook>): Output[] => of.cells.flatMap(({ outputs }) => outputs);

describe('a run is told from another', () => {
  test.each<[string, boolean, Output, Output]>([
    ['the same text', true, printed('loss 0.5'), printed('loss 0.5')],
    ['the last bits of a float32', true, printed('0.14000000059604645'), printed('0.1400000154972076')],
    ['another number', false, printed('0.14'), printed('0.1401')],
    ['another word', false, printed('loss 0.5'), printed('cost 0.5')],
    ['a number more', false, printed('1'), printed('1 2')],
    ['text as lines or whole', true, { ...printed(''), text: ['a\n', 'b'] }, printed('a\nb')],
    ['another figure', false, plot(1), plot(2)],
    ['another picture of the same figure', true, plot(1, { 'image/png': 'YQ==' }), plot(1, { 'image/png': 'Yg==' })],
  ])('%s', (_what, equal, a, b) => {
    expect(sameOutputs([a], [b])).toBe(equal);
  });

  test('a cell that differs is named, unless it shows the machine', () => {
    const now = withOutputs(printed('1'));
    expect(differences(now, withOutputs(printed('2')), 'x.ipynb')).toMatchObject([{ file: 'x.ipynb', cell: 'a' }]);
    now.cells.forEach((cell) => (cell.metadata = { tags: ['machine'] }));
    expect(differences(now, withOutputs(printed('2')), 'x.ipynb')).toEqual([]);
  });
});

describe('normalising', () => {
  test('joins a stream, and drops times, display ids and plotly uids', () => {
    const of = withOutputs(printed('a\n'), printed('b'), { ...plot(1), transient: { display_id: 'x' } });
    of.cells.forEach((cell) => (cell.metadata = { execution: { start: '2026' } }));
    of.metadata.language_info = { name: 'typescript', version: '9' };
    normalise(of);
    expect(outputsOf(of)).toEqual([{ ...printed(''), text: ['a\n', 'b'] }, plot(1)]);
    expect(of.cells[0]?.metadata).toEqual({});
    expect(of.metadata.language_info).not.toHaveProperty('version');
  });

  test('a cell that shows the machine keeps its committed output while only numbers differ', () => {
    const tagged = (text: string): ReturnType<typeof notebook> =>
      notebook('pt', 'lesson', [code('a', 'a();', { metadata: { tags: ['machine'] }, outputs: [printed(text)] })]);
    const now = tagged('4.2 ms');
    keepMachineOutputs(now, tagged('3.9 ms'));
    expect(outputsOf(now)).toEqual([printed('3.9 ms')]);
    keepMachineOutputs(now, tagged('3.9 seconds'));
    expect(outputsOf(now)).toEqual([printed('3.9 ms')]);
  });
});

describe('pictures', () => {
  test('a new figure is drawn, one that stayed keeps its picture', async () => {
    const drawn: unknown[] = [];
    const plotter: Plotter = {
      png: (figure) => Promise.resolve(`picture ${drawn.push(figure)}`),
      close: () => Promise.resolve(),
    };
    const now = withOutputs(plot(1), plot(2));
    expect(await addPictures(now, withOutputs(plot(2, { 'image/png': 'old' })), () => Promise.resolve(plotter))).toBe(
      1,
    );
    expect(outputsOf(now)).toEqual([plot(1, { 'image/png': 'picture 1' }), plot(2, { 'image/png': 'old' })]);
  });

  test('Chromium is the one that CHROMIUM_PATH names, else one on the PATH', () => {
    expect(findChromium({ CHROMIUM_PATH: process.execPath, PATH: '' })).toBe(process.execPath);
    expect(existsSync(findChromium() ?? join(process.cwd(), 'package.json'))).toBe(true);
    expect(chromiumArguments({ LOSSBOOK_CHROMIUM_ARGS: '--a  --b=1' })).toEqual(['--a', '--b=1']);
    expect(chromiumArguments({})).toEqual([]);
  });
});
