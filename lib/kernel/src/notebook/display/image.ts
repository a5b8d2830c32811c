/** What files of a format start with. */
const SIGNATURES: Readonly<Record<string, readonly number[]>> = {
  'image/png': [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  'image/jpeg': [0xff, 0xd8, 0xff],
  'image/gif': [0x47, 0x49, 0x46, 0x38],
};

/** The media type of bytes that are an image. */
export function imageType(value: object): string | undefined {
  if (!(value instanceof Uint8Array)) return undefined;
  const found = Object.entries(SIGNATURES).find(([, bytes]) => bytes.every((byte, index) => value[index] === byte));
  return found?.[0];
}
