import type { Candidate } from './candidate';
import { cpu } from './cpu';
import { tensorflow } from './tensorflow';
import { wasm } from './wasm';
import { webgpu } from './webgpu';

/** Every backend that the losses are tested on, best first. */
export const candidates: readonly Candidate[] = [
  tensorflow('GPU'),
  webgpu('hardware'),
  wasm,
  tensorflow('CPU'),
  cpu,
  webgpu('software'),
];
