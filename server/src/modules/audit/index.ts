export { sealAll, sealBlocks } from './seal.ts';
export { anchorNow, verifyChain } from './verify.ts';
export type { Anchor, AuditEvent } from './types.ts';
