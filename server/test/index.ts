export * from './browser.ts';
export * from './staff.ts';
export * from './world.ts';
