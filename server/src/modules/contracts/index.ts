export { contractSigned } from './events.ts';
export { contract } from './service.ts';
export { settlementCertificate } from './text/settlement-certificate.ts';
export { monthsOf } from './text/terms.ts';
export type { AmountLimits, Contract, ContractId } from './types.ts';
