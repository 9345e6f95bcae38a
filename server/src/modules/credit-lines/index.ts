export { zLine } from './schema.ts';
export { assertDrawable, followPrincipal, freezeLine, line, openLine, release, reserve, unfreezeLine } from './service.ts';
export type { CreditLine, LineId, NewLine } from './types.ts';
