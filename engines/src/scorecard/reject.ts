import { buildCard } from './build.ts';
import { binTable, scorePlaces } from './card/batch.ts';
import { pdOf } from './card/pd.ts';
import type { Build, Card, Table } from './card/types.ts';
import { auc, brier, ks } from './measures/index.ts';
import type { BuildRequest } from './settings.ts';
import { approveShare, type SwapSet, swapSet } from './strategy/swap-set.ts';
import { stackTables } from './table/stack.ts';

export type RejectMethod = 'augmentation' | 'parcelling' | 'fuzzy';
export type RejectRequest = {
  /** The loans that were granted, with their outcome. */
  readonly accepts: BuildRequest;
  /** The applicants who were turned away: nobody knows how they would have done. */
  readonly rejects: Table;
  readonly method: RejectMethod;
  /** How many times the PD of an accept of the same score a reject is taken to have. Data cannot tell it. Not used by augmentation. */
  readonly multiplier: number;
  /** Rows with a known outcome on which each assumption is judged; the accepts when left out. */
  readonly judged?: { readonly table: Table; readonly bad: Uint8Array };
  readonly multipliers?: readonly number[];
};
export type SensitivityRow = {
  readonly multiplier: number;
  readonly rejectPd: number;
  readonly auc: number;
  readonly ks: number;
  readonly brier: number;
};
export type RejectResult = {
  readonly build: Build;
  readonly acceptsOnly: Build;
  readonly inference: {
    readonly method: RejectMethod;
    readonly accepts: number;
    readonly rejects: number;
    readonly multiplier: number;
    readonly sensitivity: readonly SensitivityRow[];
    readonly swap: SwapSet;
  };
};

const MULTIPLIERS = [1, 1.5, 2, 3, 4] as const;
const BANDS = 10;
/** No inferred PD goes beyond this: certainty is not for inference. */
const WORST = 0.99;

/**
 * A card that also speaks for the applicants who were turned away. Their outcome is an assumption, never a finding, so the same is done for a list of
 * multipliers and shown beside the choice, with who would change sides against the card of the accepts alone (at the share of accepts).
 */
export function inferRejects(request: RejectRequest): RejectResult {
  const { accepts, rejects, method, multiplier } = request;
  const acceptsOnly = buildCard(accepts);
  const judged = request.judged ?? { table: accepts.table, bad: accepts.bad };
  const under = (m: number): Build => (m === multiplier ? build : buildCard(assumed(request, acceptsOnly.card, m)));
  const build = buildCard(assumed(request, acceptsOnly.card, multiplier));
  const multipliers =
    method === 'augmentation' ? [multiplier] : [...new Set([...(request.multipliers ?? MULTIPLIERS), multiplier])].sort((a, b) => a - b);
  const sensitivity = multipliers.map((m) => judge(under(m).card, m, judged, rejects));
  const inference = {
    method,
    accepts: accepts.table.rows,
    rejects: rejects.rows,
    multiplier,
    sensitivity,
    swap: swapOf(request, acceptsOnly.card, build.card),
  };
  return { build, acceptsOnly, inference };
}

const pdsOf = (card: Card, table: Table): Float64Array =>
  Float64Array.from(scorePlaces(card, binTable(card, table), table.rows), (p) => pdOf(card, p));
const worse = (pd: number, multiplier: number): number => Math.min(WORST, pd * multiplier);
const mean = (values: Float64Array): number => values.reduce((a, b) => a + b, 0) / values.length;

function judge(card: Card, multiplier: number, judged: { table: Table; bad: Uint8Array }, rejects: Table): SensitivityRow {
  const pd = pdsOf(card, judged.table);
  return { multiplier, rejectPd: mean(pdsOf(card, rejects)), auc: auc(pd, judged.bad), ks: ks(pd, judged.bad), brier: brier(pd, judged.bad) };
}

/** The sample of the second build under one assumption. */
function assumed(request: RejectRequest, first: Card, multiplier: number): BuildRequest {
  const { accepts, rejects, method } = request;
  const own = accepts.weights ?? new Float64Array(accepts.table.rows).fill(1);
  const pd = pdsOf(first, rejects);
  if (method === 'augmentation') return { ...accepts, weights: reweighted(own, pdsOf(first, accepts.table), pd) };
  if (method === 'parcelling') {
    const bad = parcelled(pdsOf(first, accepts.table), accepts.bad, pd, multiplier);
    return {
      ...accepts,
      table: stackTables(accepts.table, rejects),
      bad: Uint8Array.from([...accepts.bad, ...bad]),
      weights: Float64Array.from([...own, ...pd.map(() => 1)]),
    };
  }
  const share = pd.map((p) => worse(p, multiplier));
  return {
    ...accepts,
    table: stackTables(stackTables(accepts.table, rejects), rejects),
    bad: Uint8Array.from([...accepts.bad, ...pd.map(() => 1), ...pd.map(() => 0)]),
    weights: Float64Array.from([...own, ...share, ...share.map((p) => 1 - p)]),
  };
}

/** Edges of ten bands of about equal numbers of applicants. */
function bandEdges(a: Float64Array, b: Float64Array): Float64Array {
  const all = Float64Array.from([...a, ...b]).sort();
  return Float64Array.from({ length: BANDS - 1 }, (_, k) => all[Math.floor(((k + 1) * all.length) / BANDS)]!);
}

const bandOf = (edges: Float64Array, pd: number): number => edges.reduce((n, e) => n + (pd >= e ? 1 : 0), 0);

/** Augmentation: each accept speaks for the rejects of its score band too. */
function reweighted(own: Float64Array, accepted: Float64Array, rejected: Float64Array): Float64Array {
  const edges = bandEdges(accepted, rejected);
  const [granted, refused] = [new Float64Array(BANDS), new Float64Array(BANDS)];
  accepted.forEach((p, i) => {
    granted[bandOf(edges, p)]! += own[i]!;
  });
  for (const p of rejected) refused[bandOf(edges, p)]! += 1;
  return own.map((w, i) => {
    const band = bandOf(edges, accepted[i]!);
    return (w * (granted[band]! + refused[band]!)) / granted[band]!;
  });
}

/** Parcelling: in each score band as many rejects are bad as the accepts' bad rate there, times the multiplier, says. */
function parcelled(accepted: Float64Array, acceptBad: Uint8Array, rejected: Float64Array, multiplier: number): Uint8Array {
  const edges = bandEdges(accepted, rejected);
  const [rows, bads] = [new Float64Array(BANDS), new Float64Array(BANDS)];
  accepted.forEach((p, i) => {
    rows[bandOf(edges, p)]! += 1;
    bads[bandOf(edges, p)]! += acceptBad[i]!;
  });
  const out = new Uint8Array(rejected.length);
  for (let band = 0; band < BANDS; band += 1) {
    const members = Array.from(rejected.keys()).filter((i) => bandOf(edges, rejected[i]!) === band);
    const rate = worse(rows[band]! > 0 ? bads[band]! / rows[band]! : mean(rejected), multiplier);
    // Every k-th by rising PD, so that the bads are spread over the band as its rate says.
    members.sort((a, b) => rejected[a]! - rejected[b]!);
    for (const [n, i] of members.entries()) out[i] = Math.floor((n + 1) * rate) - Math.floor(n * rate);
  }
  return out;
}

/** Who changes sides at the accepts' share; the outcome of a reject is the PD the second card infers. */
function swapOf({ accepts, rejects }: RejectRequest, before: Card, now: Card): SwapSet {
  const all = stackTables(accepts.table, rejects);
  const share = accepts.table.rows / all.rows;
  const bad = Float64Array.from([...accepts.bad, ...pdsOf(now, rejects)]);
  return swapSet(approveShare(pdsOf(before, all), share), approveShare(pdsOf(now, all), share), bad);
}
