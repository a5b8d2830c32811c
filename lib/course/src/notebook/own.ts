import { isObject, type Json, type JsonObject } from './json';

interface HasMetadata {
  metadata: JsonObject;
}

/** A field of `metadata.lossbook`. */
export function own(of: HasMetadata, field: string): Json | undefined {
  const all = of.metadata.lossbook;
  return isObject(all) ? all[field] : undefined;
}

/** Writes a field of `metadata.lossbook`. */
export function setOwn(of: HasMetadata, field: string, value: Json): void {
  const all = of.metadata.lossbook;
  of.metadata = { ...of.metadata, lossbook: { ...(isObject(all) ? all : {}), [field]: value } };
}
