export * from './binomial-test.ts';
export * from './calibration.ts';
export { binomialTail, chiSquareTail, type Interval, normalCdf, normalQuantile, rateInterval } from './distributions.ts';
export * from './evidence.ts';
export * from './ranking.ts';
export * from './stability-index.ts';
