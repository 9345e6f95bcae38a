export { collectionPriority } from './behaviour/service.ts';
export { behaviourScored } from './events.ts';
