import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify, type KeyObject } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { writeAtomically } from '../report/writeAtomically';

/** The grader's Ed25519 key. */
export interface SigningKey {
  sign(text: string): string;
  /** For whoever checks, as PEM. */
  readonly publicPem: string;
}

/**
 * The key in a file, or a new one, which is stored there.
 * @throws Error if the file holds something else
 */
export function signingKey(path: string): SigningKey {
  if (!existsSync(path)) {
    const { privateKey } = generateKeyPairSync('ed25519');
    writeAtomically(path, privateKey.export({ type: 'pkcs8', format: 'pem' }), 0o600);
  }
  const key = createPrivateKey(readFileSync(path));
  if (key.asymmetricKeyType !== 'ed25519') throw new Error('not an Ed25519 key');
  return {
    sign: (text) => sign(null, Buffer.from(text), key).toString('base64'),
    publicPem: createPublicKey(key).export({ type: 'spki', format: 'pem' }).toString(),
  };
}

/** @throws Error if the text is no key */
export function publicKey(pem: string): KeyObject {
  return createPublicKey(pem);
}

export function isSigned(text: string, signature: string, key: KeyObject): boolean {
  return verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64'));
}
