import { findLaunch } from '../../../lib/bench/src/kernel/launch';
import { result, runAll, testTypeScript, useKernel } from '../harness';

const launch = findLaunch('lossbook');
if ('missing' in launch) throw new Error(launch.missing);

// As `jupyter run notebook.ipynb --verbose` hands them on.
const kernel = useKernel({ launch: { ...launch, argv: [...launch.argv, '--verbose', '-x', 'notebook.ipynb'] } });

testTypeScript('arguments that the kernel does not know are named in its log, and it runs', async () => {
  expect(result(await runAll(kernel(), '1 + 1'))).toBe('2');
  expect(kernel().log).toMatch(/^lossbook-kernel: .*ignored: --verbose -x notebook\.ipynb\n$/);
});
