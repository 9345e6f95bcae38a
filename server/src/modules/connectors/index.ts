export { type CertificateAuthority, certificateAuthority } from './certificate-authority.ts';
export { assertCollected, collect, collectionStatus, features } from './collection.ts';
export { accountChecked, collected, paymentReturned, paymentSettled } from './events.ts';
export { orderPayment, paymentOrder, verifyAccount } from './payment.ts';
export type { CollectionId, CollectionStatus, Feature, MerchantFeatures, PaymentOrder, PaymentRequest, Purpose, Source } from './types.ts';
