export { contractSigned } from './events.ts';
export { contract, contractsOf } from './service.ts';
export type { AmountLimits, Contract, ContractId, ContractState, CostItem, CostStatement } from './types.ts';
