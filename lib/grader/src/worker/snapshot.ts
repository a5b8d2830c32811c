/**
 * The process in the sandbox with everything that it loads first, as Node.js keeps it in a startup snapshot: a process made of it
 * is ready in half of the time. Node.js runs this file, outside of the sandbox, to make the snapshot; when it makes a process
 * of the snapshot, it calls the function that is set here. WebAssembly cannot be in a snapshot, and starts in the process.
 */
import { dirname } from 'node:path';
import { startupSnapshot } from 'node:v8';
import { importModule } from './modules';
import { work } from './work';

for (const name of ['@tensorflow/tfjs-backend-wasm', 'lossbook']) importModule(name);

startupSnapshot.setDeserializeMainFunction(() => {
  // The script that would run without the snapshot lies in the runtime folder.
  work(dirname(process.argv[1] ?? ''));
});
