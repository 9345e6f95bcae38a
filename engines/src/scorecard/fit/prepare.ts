import { assert } from '@tallystick/kernel';
import { type Binned, type BinSettings, binAttribute } from '../bin/attribute.ts';
import { binByHand } from '../bin/by-hand.ts';
import { tally } from '../bin/cells.ts';
import type { Dropped, Forced, Warning } from '../card/types.ts';
import { refuseScorecard } from '../refusals.ts';
import { screen } from '../select/screen.ts';
import { type BuildRequest, DEFAULTS, type Settings } from '../settings.ts';

/** Everything that is settled before a model is fitted: binned attributes by falling information value, and what was set aside. */
export type Prepared = {
  readonly request: BuildRequest;
  readonly settings: Settings;
  readonly good: Uint8Array;
  readonly weights: Float64Array | undefined;
  readonly goods: number;
  readonly bads: number;
  readonly attributes: readonly Binned[];
  readonly dropped: readonly Dropped[];
  readonly warnings: readonly Warning[];
};

/** Weights become multiples of this, so that their sums are exact and no order of rows changes them. */
const WEIGHT_GRAIN = 2 ** 20;
const LOW_DEFAULT = 0.02;
const FEW_BADS = 100;

/** Screens and bins. Refuses scorecard.one_class and scorecard.nothing_left. */
export function prepare(request: BuildRequest): Prepared {
  const { table, bad } = request;
  assert(bad.length === table.rows, 'one outcome for each row');
  const settings: Settings = { ...DEFAULTS, ...request.settings };
  const weights = request.weights?.map((w) => Math.round(w * WEIGHT_GRAIN) / WEIGHT_GRAIN);
  const { goods, bads } = totals(bad, weights);
  if (!(goods > 0) || !(bads > 0)) throw refuseScorecard('scorecard.one_class', { facts: { bads, rows: table.rows } });
  const screened = screen({ ...request, ...(weights ? { weights } : {}) }, settings);
  const limits = { ...boundsOf(settings, goods + bads), settings };
  const dropped: Dropped[] = [...screened.dropped];
  const attributes: Binned[] = [];
  for (const { cells, counts } of screened.candidates) {
    const hint = request.hints?.[cells.name] ?? {};
    const binned =
      hint.cuts || hint.groups
        ? binByHand(table, cells.name, hint, { bad, weights, goods, bads })
        : binAttribute(cells, counts, goods, bads, {
            ...limits,
            direction: hint.direction ?? 'auto',
            ...(hint.missing === 'neutral' ? { neutral: true } : {}),
          });
    const why =
      binned.iv < Math.max(settings.minIv, settings.minEvidence * (1 / goods + 1 / bads))
        ? 'low_iv'
        : inOrder(binned, hint.order)
          ? undefined
          : 'wrong_order';
    if (why) dropped.push({ name: cells.name, why, value: binned.iv, cost: Math.max(0, binned.iv) });
    else attributes.push(binned);
  }
  if (attributes.length === 0) throw refuseScorecard('scorecard.nothing_left');
  const warnings: Warning[] = [...screened.warnings];
  if (bads / (goods + bads) < LOW_DEFAULT) warnings.push({ code: 'low_default', name: '', value: bads / (goods + bads) });
  if (bads < FEW_BADS) warnings.push({ code: 'few_rows', name: '', value: bads });
  attributes.sort(byEvidence);
  const good = bad.map((b) => 1 - b);
  return { request, settings, good, weights, goods, bads, attributes, dropped, warnings };
}

/** The same preparation with the bins of one attribute set by hand. */
export function rebin(
  prepared: Prepared,
  name: string,
  hint: { readonly cuts?: readonly number[]; readonly groups?: readonly (readonly string[])[] },
): Prepared {
  const { request, goods, bads, weights } = prepared;
  const edited = binByHand(request.table, name, { ...request.hints?.[name], ...hint }, { bad: request.bad, weights, goods, bads });
  const attributes = [...prepared.attributes.filter((a) => a.cells.name !== name), edited].sort(byEvidence);
  return { ...prepared, attributes, dropped: prepared.dropped.filter((d) => d.name !== name) };
}

export const forcedOf = (attributes: readonly Binned[]): Forced[] => attributes.flatMap((a) => a.forced);

function totals(bad: Uint8Array, weights?: Float64Array): { goods: number; bads: number } {
  const all = tally(bad, 2, bad, weights);
  return { goods: all.goods[0]!, bads: all.bads[1]! };
}

const boundsOf = (s: Settings, rows: number): Omit<BinSettings, 'direction'> => ({
  maxBins: s.maxBins,
  minRows: Math.max(s.minRows, s.minShare * rows),
  minOutcomes: s.minOutcomes,
  price: s.binPrice,
  turnKeeps: s.turnKeeps,
  minApart: s.minRows,
});

/** The evidence falls from the first category of the stated order to the last. */
function inOrder({ bins }: Binned, order: readonly string[] = []): boolean {
  const woes = order.flatMap((value) => bins.find((b) => b.values?.includes(value))?.woe ?? []);
  return woes.every((woe, i) => i === 0 || woe <= woes[i - 1]!);
}

/** By information value, then by counts: an order that neither names nor places of columns decide. */
function byEvidence(a: Binned, b: Binned): number {
  const key = (x: Binned): string => x.bins.map((bin) => `${bin.goods}/${bin.bads}`).join();
  return b.iv - a.iv || (key(a) < key(b) ? -1 : 1);
}
