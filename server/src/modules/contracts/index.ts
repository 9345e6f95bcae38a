export { contractSigned } from './events.ts';
export { contract, contractsOf } from './service.ts';
export { type Settlement, settlementCertificate } from './text/settlement-certificate.ts';
export { METHOD_NAMES, monthsOf, percentText } from './text/terms.ts';
export type { AmountLimits, Contract, ContractId, ContractState, CostItem, CostStatement } from './types.ts';
