export function CustomerCredit(_p: { customerId: string; part: 'overview' | 'ratings' | 'applications' | 'loans' }) {
  return null;
}
