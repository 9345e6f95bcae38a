import {
  approveShare,
  auc,
  aucDifference,
  binTable,
  brier,
  type Card,
  calibration,
  inputsOf,
  ks,
  pdOf,
  refuseScorecard,
  type SwapSet,
  scorePlaces,
  swapSet,
  type Table,
  takeRows,
} from '@tallystick/engines/scorecard';
import { outcomes, readTable } from '../data.ts';
import { readCard } from '../score.ts';
import { onnxRisk } from './onnx.ts';

export type CompareOptions = {
  readonly card: string;
  readonly challenger: string;
  readonly data: string;
  readonly target: string;
  readonly bad: string;
  readonly approve: string;
  readonly features: readonly string[];
};
/** `error`, `ratio` and `brier` are null for a score that is no probability. */
type Figures = {
  readonly auc: number;
  readonly ks: number;
  readonly brier: number | null;
  readonly ratio: number | null;
  readonly error: number | null;
};

/**
 * `tally scorecard compare`: a card beside a challenger, another card or a foreign ONNX model, on the same rows with known outcome: ranking with the
 * paired error of the difference, calibration, and who would change sides at the same share of approvals. A foreign model is only ever compared.
 */
export async function compareCommand(options: CompareOptions): Promise<{ ok: boolean; data: unknown; text: string }> {
  const share = Number(options.approve);
  if (!(share > 0 && share < 1))
    throw refuseScorecard('scorecard.option_invalid', { facts: { option: '--approve', value: options.approve, form: '0.8' } });
  const card = readCard(options.card);
  const foreign = options.challenger.endsWith('.onnx');
  const rival = foreign ? undefined : readCard(options.challenger);
  const texts = [card, ...(rival ? [rival] : [])].flatMap((c) => inputsOf(c).flatMap((a) => (a.kind === 'category' ? [a.name] : [])));
  const categories = [options.target, ...texts.filter((name) => !options.features.includes(name))];
  const { table: all } = await readTable(options.data, { ragged: 'refuse', categories });
  const outcome = outcomes(all, options.target, options.bad);
  const known = Uint32Array.from(Array.from(outcome.keys()).filter((i) => outcome[i] !== -1));
  const table = takeRows(all, known);
  const bad = Uint8Array.from(known, (i) => outcome[i] ?? 0);
  const pd = pdsOf(card, table);
  const risk = rival ? pdsOf(rival, table) : await onnxRisk(options.challenger, table, options.features);
  const difference = aucDifference(risk, pd, bad);
  const swap = swapSet(approveShare(pd, share), approveShare(risk, share), bad);
  const data = {
    rows: table.rows,
    bads: bad.reduce((sum, b) => sum + b, 0),
    champion: figuresOf(pd, bad),
    challenger: figuresOf(risk, bad),
    difference,
    approve: share,
    swap,
  };
  return { ok: true, data, text: told(card, options.challenger, data).join('\n') };
}

const pdsOf = (card: Card, table: Table): Float64Array =>
  Float64Array.from(scorePlaces(card, binTable(card, table), table.rows), (p) => pdOf(card, p));

function figuresOf(risk: Float64Array, bad: Uint8Array): Figures {
  const ranking = { auc: auc(risk, bad), ks: ks(risk, bad) };
  if (!risk.every((r) => r >= 0 && r <= 1)) return { ...ranking, brier: null, ratio: null, error: null };
  return { ...ranking, brier: brier(risk, bad), ...calibration(risk, bad) };
}

function told(
  card: Card,
  challenger: string,
  of: {
    rows: number;
    bads: number;
    champion: Figures;
    challenger: Figures;
    difference: ReturnType<typeof aucDifference>;
    approve: number;
    swap: SwapSet;
  },
): string[] {
  const line = (name: string, f: Figures): string =>
    `${name}  AUC ${f.auc.toFixed(4)}  KS ${f.ks.toFixed(4)}${f.error === null ? '  no probability' : `  expected ÷ observed ${f.ratio?.toFixed(3)}  calibration error ${f.error.toFixed(4)}  Brier ${f.brier?.toFixed(4)}`}`;
  const { swappedIn, swappedOut } = of.swap;
  const rate = (c: { loans: number; badRate: number }): string => `${c.loans} (bad rate ${(100 * c.badRate).toFixed(1)}%)`;
  return [
    `${of.rows} rows with an outcome, ${of.bads} bad`,
    line(`champion ${card.id} ${card.version}`, of.champion),
    line(`challenger ${challenger.split('/').at(-1)}`, of.challenger),
    `AUC challenger less champion ${of.difference.difference.toFixed(4)} ± ${of.difference.standardError.toFixed(4)} (paired, p ${of.difference.pValue.toExponential(1)})`,
    `at ${(100 * of.approve).toFixed(0)}% approvals the challenger brings in ${rate(swappedIn)} and turns away ${rate(swappedOut)}`,
  ];
}
