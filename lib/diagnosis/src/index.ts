export type { Argument, Observation, Values, Variant } from './values';
export type { CheckCase, CheckFile, CheckFunction, CheckItem } from './checkFile';
export type { Context, Kind, Right, Sentence, Verdict, Wrong } from './verdict';
export { judge } from './judge';
export { isUntouched } from './untouched';
export { variantsOf } from './variants';
export { close, float32Tolerance, sameShape } from './close';
export type { Tolerance } from './close';
export { decode, encode } from './json';
