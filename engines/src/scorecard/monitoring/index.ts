export * from './behaviour.ts';
export * from './by-month.ts';
export * from './drift.ts';
export * from './loss.ts';
export * from './low-default.ts';
export { exponential, type Matrix } from './matrix.ts';
export * from './migration.ts';
export * from './monitor.ts';
export * from './vintage.ts';
