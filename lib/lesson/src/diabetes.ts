import { datasetLines } from './datasetLines';

/** One person with diabetes at the start of the study, and the disease a year later. */
export interface DiabetesPatient {
  /** Its line in the file, whose first line is the header. */
  readonly line: number;
  /** The ten inputs in the file's order: age, sex, bmi, bp, s1 to s6. */
  readonly inputs: readonly number[];
  /** Body mass index, kg/m²; the third of the inputs. */
  readonly bmi: number;
  /** How far the disease went in the year after; the source gives no unit. */
  readonly progression: number;
}

const header = 'age,sex,bmi,bp,s1,s2,s3,s4,s5,s6,progression';

/**
 * The 442 diabetes patients of Efron and others (2004; see `datasets/diabetes/README.md`), in the file's order, not scaled.
 *
 * @throws Error when the file is missing or its columns are others
 */
export function diabetes(): DiabetesPatient[] {
  const [columns, ...lines] = datasetLines('diabetes');
  if (columns !== header) throw new Error(`diabetes.csv: the columns should be ${header}`);
  return lines.map((line, i) => patient(line.split(',').map(Number), i + 2));
}

function patient(numbers: readonly number[], line: number): DiabetesPatient {
  const [bmi, progression] = [numbers[2], numbers[10]];
  if (bmi === undefined || progression === undefined || numbers.length !== 11) {
    throw new Error(`diabetes.csv, line ${line}: not 11 numbers`);
  }
  return { line, inputs: numbers.slice(0, 10), bmi, progression };
}
