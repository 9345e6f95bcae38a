import { divRound, PPM } from '@tallystick/kernel';

/** PD × LGD × EAD in fen, undiscounted, rounded once, half up (ECL-07). The PD's horizon decides what it is: 12 months, or the rest of the life. */
export const expectedLoss = (x: { readonly pdPpm: bigint; readonly lgdPpm: bigint; readonly eadMinor: bigint }): bigint =>
  divRound(x.pdPpm * x.lgdPpm * x.eadMinor, PPM * PPM, 'half_up');

/** Mean PD over scenarios whose weights add up to one million, half up. */
export const weightedPd = (scenarios: readonly { readonly weightPpm: bigint; readonly pdPpm: bigint }[]): bigint =>
  divRound(
    scenarios.reduce((s, x) => s + x.weightPpm * x.pdPpm, 0n),
    scenarios.reduce((s, x) => s + x.weightPpm, 0n),
    'half_up',
  );
