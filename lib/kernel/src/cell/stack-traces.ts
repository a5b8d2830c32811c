import path from 'node:path';

/** Folders and schemes whose functions call the reader's code, and are no concern of the reader. */
const MACHINERY = [path.dirname(__dirname) + path.sep, path.dirname(require.resolve('tslab/dist/jupyter')), 'node:'];

/** Leaves in all stack traces of the process only what the reader wrote or imported. */
export function hideMachinery(): void {
  Error.prepareStackTrace = (error, sites) => {
    const shown = sites.filter((site, index) => !isMachinery(site) && !isCallOfCell(site, sites[index + 1]));
    return [header(error), ...shown.map((site: { toString(): string }) => `    at ${site.toString()}`)].join('\n');
  };
}

function isMachinery(site: NodeJS.CallSite): boolean {
  const file = site.getFileName() ?? '';
  return MACHINERY.some((start) => file.startsWith(start));
}

/** A cell is the body of a function (see evaluate.ts); the call of that function is not in the reader's cell. */
function isCallOfCell(site: NodeJS.CallSite, caller: NodeJS.CallSite | undefined): boolean {
  return site.getFunctionName() === null && caller?.getFileName() === 'node:vm';
}

function header(error: Error): string {
  try {
    return String(error);
  } catch {
    return 'Error';
  }
}
