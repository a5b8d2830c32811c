const VERSION = '1.0.22';

/** The parts of tslab that the kernel builds on but that tslab does not promise to keep. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  'tslab/dist/converter': ['createConverter', 'isCompleteCode'],
  'tslab/dist/inspect': ['printQuickInfo'],
  'tslab/dist/metadata': ['getCodeMetadata'],
  'tslab/dist/jupyter': [
    'ZmqServer.prototype.handleShellMessage',
    'ZmqServer.prototype.handleExecute',
    'ZmqServer.prototype.handleCommInfoRequest',
    'ZmqServer.prototype.bindSocket',
    'ZmqServer.prototype.init',
    'ZmqServer.prototype.close',
  ],
};

/**
 * Looks whether the installed tslab is the one that the kernel was written for.
 * @returns what is wrong, in one line, or undefined
 */
export function findFault(load: (id: string) => unknown = require): string | undefined {
  try {
    const version = member(load('tslab/package.json'), 'version');
    if (version !== VERSION) return `needs tslab ${VERSION}, found ${String(version)}: run npm ci`;
    for (const [id, names] of Object.entries(PARTS)) {
      const part = load(id);
      const lost = names.find((name) => typeof member(part, name) !== 'function');
      if (lost !== undefined) return `tslab ${VERSION} has no ${lost} in ${id}: run npm ci`;
    }
    return undefined;
  } catch (error) {
    return `cannot load tslab ${VERSION} (${String(error).split('\n', 1)[0] ?? ''}): run npm ci`;
  }
}

function member(object: unknown, path: string): unknown {
  return path.split('.').reduce((value, name) => (value as Record<string, unknown> | undefined)?.[name], object);
}
