export { assertCollected, collect, collectionStatus, features } from './collection.ts';
export { orderPayment, paymentOrder, verifyAccount } from './payment.ts';
export { type CertificateAuthority, certificateAuthority } from './certificate-authority.ts';
export { accountChecked, collected, paymentReturned, paymentSettled } from './events.ts';
export type { CollectionId, CollectionStatus, Feature, MerchantFeatures, PaymentOrder, PaymentRequest, Purpose, Source } from './types.ts';
