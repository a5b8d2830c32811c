import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

const places = [
  '/usr/bin/chromium',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** The Chromium of this machine: `CHROMIUM_PATH`, else one on the PATH, else one in a usual place; undefined if there is none. */
export function findChromium(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const onPath = (env.PATH ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  return [env.CHROMIUM_PATH ?? '', ...onPath, ...places].find((path) => path !== '' && existsSync(path));
}

/** Arguments that whoever calls the command adds, such as `--no-sandbox` in a container without user namespaces. */
export function chromiumArguments(env: NodeJS.ProcessEnv = process.env): string[] {
  return (env.LOSSBOOK_CHROMIUM_ARGS ?? '').split(' ').filter((argument) => argument !== '');
}
