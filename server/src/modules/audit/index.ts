export { sealAll, sealBlocks } from './seal.ts';
export { recorded } from './service.ts';
export { anchorNow, verifyChain } from './verify.ts';
