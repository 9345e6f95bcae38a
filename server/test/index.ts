export * from './borrowers.ts';
export * from './browser.ts';
export * from './outside.ts';
export * from './staff.ts';
export * from './world.ts';
