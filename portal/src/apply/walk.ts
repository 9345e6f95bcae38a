/** The ten screens from the landing page to the signature; the first two stand before anything is asked. */
const STEPS = ['landing', 'signIn', 'authorise', 'you', 'amount', 'purpose', 'means', 'review', 'cost', 'sign'] as const;
type Step = (typeof STEPS)[number];
export const WALK = Object.fromEntries(STEPS.map((step, i) => [step, { at: i + 1, of: STEPS.length }])) as Readonly<
  Record<Step, { at: number; of: number }>
>;
