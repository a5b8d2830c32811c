import { homedir } from 'node:os';
import path from 'node:path';

/** Where a user's history is: in Jupyter's data folder, which is looked for as Jupyter does. */
export function historyPlace(environment: NodeJS.ProcessEnv, platform: NodeJS.Platform): string {
  return path.join(dataFolder(environment, platform), 'lossbook-kernel', 'history.jsonl');
}

function dataFolder(environment: NodeJS.ProcessEnv, platform: NodeJS.Platform): string {
  const { JUPYTER_DATA_DIR, XDG_DATA_HOME, APPDATA } = environment;
  if (JUPYTER_DATA_DIR) return JUPYTER_DATA_DIR;
  if (platform === 'darwin') return path.join(homedir(), 'Library', 'Jupyter');
  if (platform === 'win32') return APPDATA ? path.join(APPDATA, 'jupyter') : path.join(homedir(), '.jupyter', 'data');
  return path.join(XDG_DATA_HOME ?? path.join(homedir(), '.local', 'share'), 'jupyter');
}
