import { join } from 'node:path';
import { kernelName } from './client';
import { describeWithJupyter, JupyterHome } from './python';

const names = [
  'clear_output',
  'completion',
  'display_data',
  'error',
  'execute_result',
  'execute_stderr',
  'execute_stdout',
  'history',
  'inspect',
  'is_complete',
  'kernel_info',
  'pager',
];

interface Verdict {
  readonly name: string;
  readonly faults: readonly string[];
}

describeWithJupyter('jupyter_kernel_test', () => {
  let verdicts: Verdict[] = [];
  let complaint = '';

  beforeAll(async () => {
    const home = new JupyterHome();
    const { stdout, stderr } = await home.python([join(__dirname, 'conformance.py'), 'under-test', kernelName]);
    verdicts = stdout
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line) as Verdict);
    complaint = stderr;
    home.remove();
  }, 180_000);

  test.each(names)('test_%s', (name) => {
    const verdict = verdicts.find((one) => one.name === `test_${name}`);
    expect(verdict?.faults ?? [`did not run: ${complaint.slice(-2000)}`]).toEqual([]);
  });

  test('has no other tests', () => {
    expect(verdicts.map(({ name }) => name)).toEqual(names.map((name) => `test_${name}`));
  });
});
