export * from './counterfactual.ts';
export * from './cut-off.ts';
export * from './fairness.ts';
export * from './grades.ts';
export * from './minimum-data.ts';
export * from './swap-set.ts';
