export { type CertificateAuthority, certificateAuthority } from './caller/certificate-authority.ts';
export { assertCollected, collect, collectionStatus, features } from './collecting/service.ts';
export { accountChecked, collected, paymentReturned, paymentSettled } from './events.ts';
export { orderPayment, paymentOrder, verifyAccount } from './payment/service.ts';
export type { CollectionId, Feature } from './types.ts';
