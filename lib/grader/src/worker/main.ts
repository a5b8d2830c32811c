/** The process in the sandbox, where no snapshot of it can be used. */
import { work } from './work';

work(__dirname);
