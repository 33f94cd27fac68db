export { type NumberFormat, numberFormat } from '../model/number-format.ts';
