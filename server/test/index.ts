export * from './staff.ts';
export * from './world.ts';
