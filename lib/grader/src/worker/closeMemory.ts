import { syncBuiltinESMExports } from 'node:module';
import v8 from 'node:v8';

/** What neither shows the memory nor changes V8. */
const harmless = new Set([
  ...['serialize', 'deserialize', 'Serializer', 'Deserializer', 'DefaultSerializer', 'DefaultDeserializer'],
  ...['getHeapStatistics', 'getHeapSpaceStatistics', 'getHeapCodeStatistics', 'cachedDataVersionTag'],
]);

/** Takes away by which Node.js lets a program look into its own memory, such as `v8.queryObjects`, which prints the ledger's tokens. */
export function closeMemory(): void {
  for (const name of Object.keys(v8)) if (!harmless.has(name)) Reflect.deleteProperty(v8, name);
  syncBuiltinESMExports();
}
