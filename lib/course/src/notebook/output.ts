import { isObject, type JsonObject } from './json';
import type { Output } from './notebook';

export const plotlyType = 'application/vnd.plotly.v1+json';
export const pngType = 'image/png';

/** The mime bundle of an output. */
export function bundle(output: Output): JsonObject {
  return isObject(output.data) ? output.data : {};
}

/** The plotly figure that an output shows, if it shows one. */
export function figure(output: Output): JsonObject | undefined {
  const json = bundle(output)[plotlyType];
  return isObject(json) ? json : undefined;
}

/** The text that stands for an output's picture. */
export function altText(output: Output): string | undefined {
  const metadata = isObject(output.metadata) ? output.metadata[pngType] : undefined;
  return isObject(metadata) && typeof metadata.alt === 'string' ? metadata.alt : undefined;
}
