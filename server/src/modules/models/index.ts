export { seedReference as seedModels } from './reference.ts';
export { liveModel, modelVersion } from './service.ts';
export type { Model } from './types.ts';
