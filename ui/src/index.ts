export * from './format.ts';
export * from './i18n/index.ts';
