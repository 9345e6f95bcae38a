export { type World, newDatabase, openWorld } from './world.ts';
