export { sealAll, sealBlocks } from './seal.ts';
export { recorded } from './service.ts';
export type { Anchor, AuditEvent } from './types.ts';
export { anchorNow, verifyChain } from './verify.ts';
