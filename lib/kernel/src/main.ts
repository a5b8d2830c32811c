import { writeSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { findFault } from './tslab-version';

/** The program that Jupyter starts: `node dist/main.js --config-path CONNECTION_FILE`. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { 'config-path': { type: 'string' } } });
  const configPath = values['config-path'];
  if (configPath === undefined) throw new Error('usage: main.js --config-path CONNECTION_FILE');
  const fault = findFault();
  if (fault !== undefined) throw new Error(fault);
  const { startKernel } = await import('./start.js');
  await startKernel(configPath);
}

main().catch((error: unknown) => {
  // Not through process.stderr, which the server sends to the notebook.
  writeSync(2, `lossbook-kernel: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
