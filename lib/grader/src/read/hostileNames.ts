import type { RefusedReason } from './handedIn';

/** Names that Windows keeps for devices, whatever their ending. */
const devices = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?$/i;

/**
 * Splits the name of a zip's entry into folders and a name; programs on Windows write backslashes.
 * @returns why it is refused, if it could lead elsewhere or mean different files on different systems
 */
export function splitName(name: string): readonly string[] | RefusedReason {
  if (/[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069]/u.test(name)) return 'control';
  const path = name.replaceAll('\\', '/');
  if (path.startsWith('/') || /^[a-z]:/i.test(path)) return 'absolute';
  const parts = path.split('/').filter((part) => part !== '' && part !== '.');
  if (parts.includes('..')) return 'parent';
  if (Buffer.byteLength(path) > 4096 || parts.some((part) => Buffer.byteLength(part) > 255)) return 'too-long';
  if (parts.some((part) => devices.test(part) || /[<>:"|?*]/.test(part))) return 'reserved';
  return parts;
}

/** Finds names that differ only in capitals, in how accents are written or in final dots: on some systems they are one file. */
export class Spellings {
  private readonly seen = new Map<string, string>();

  /** Whether a folder or file of this path was seen in another spelling, or the file itself before. */
  clash(parts: readonly string[], isFile: boolean): boolean {
    for (let i = 1; i <= parts.length; i++) {
      const path = parts.slice(0, i).join('/');
      const key = path
        .normalize('NFKC')
        .toLowerCase()
        .replace(/[. ]+(?=\/|$)/g, '');
      const before = this.seen.get(key);
      if (before !== undefined && (before !== path || (isFile && i === parts.length))) return true;
      this.seen.set(key, path);
    }
    return false;
  }
}
