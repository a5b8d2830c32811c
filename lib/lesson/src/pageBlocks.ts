import { datasetLines } from './datasetLines';

const header = 'height,length,area,eccen,p_black,p_and,mean_tr,blackpix,blackand,wb_trans,class';

/** A block of a scanned page: a rectangle in which a segmentation found something black. */
export interface PageBlock {
  /** In pixels. */
  readonly height: number;
  /** In pixels. */
  readonly length: number;
  /** height · length. */
  readonly area: number;
  /** length / height. */
  readonly eccentricity: number;
  /** The share of black pixels. */
  readonly black: number;
  /** The share of black pixels after run-length smoothing, which fills short gaps. */
  readonly blackSmoothed: number;
  /** How long a run of black is in the mean: blackPixels / transitions. */
  readonly meanRun: number;
  readonly blackPixels: number;
  readonly blackPixelsSmoothed: number;
  /** How often white turns black along the lines of the block. */
  readonly transitions: number;
  readonly kind: 'text' | 'horizontal line' | 'graphic' | 'vertical line' | 'picture';
}

/**
 * The 5473 blocks of 54 scanned pages (UCI Page Blocks, CC BY 4.0; see `datasets/page-blocks/README.md`), in the file's order:
 * nine of ten are text, 28 are graphics.
 *
 * @throws Error when the file is missing or its columns are others
 */
export function pageBlocks(): PageBlock[] {
  const [columns, ...lines] = datasetLines('page-blocks');
  if (columns !== header) throw new Error(`page-blocks.csv: the columns should be ${header}`);
  return lines.map((line) => block(line.split(',')));
}

function block(fields: readonly string[]): PageBlock {
  const [height, length, area, eccentricity, black, blackSmoothed, meanRun, blackPixels, ...rest] = fields.map(Number);
  const [blackPixelsSmoothed, transitions] = rest;
  return {
    height: height ?? NaN,
    length: length ?? NaN,
    area: area ?? NaN,
    eccentricity: eccentricity ?? NaN,
    black: black ?? NaN,
    blackSmoothed: blackSmoothed ?? NaN,
    meanRun: meanRun ?? NaN,
    blackPixels: blackPixels ?? NaN,
    blackPixelsSmoothed: blackPixelsSmoothed ?? NaN,
    transitions: transitions ?? NaN,
    kind: fields[10] as PageBlock['kind'],
  };
}
