import type { Direction } from './bin/attribute.ts';
import type { Bilingual, CardKind, Table } from './card/types.ts';

/** What a builder may be told about one attribute; all of it is optional. */
export type AttributeHint = {
  readonly label?: Bilingual;
  /** Code of the reason a customer is told. Default: R01, R02 … in the order of information value. */
  readonly reasonCode?: string;
  /** `neutral`: an absent value is no evidence either way, for fields whose absence only tells how the sample was collected. */
  readonly missing?: 'own' | 'neutral';
  /** How risk moves with a number. `auto`: monotone, or one turn when monotone bins would lose too much; a turn is declared in the record. */
  readonly direction?: Direction;
  /** Numbers that are codes, each in a bin of its own. */
  readonly specials?: readonly number[];
  /** Categories from safe to risky: an attribute whose evidence contradicts it is dropped, because a card may not reward what credit sense calls a risk. */
  readonly order?: readonly string[];
  /** Names of categories in both languages. */
  readonly values?: Readonly<Record<string, Bilingual>>;
  /** Bins set by hand: where each numeric bin but the first begins, or groups of categories. */
  readonly cuts?: readonly number[];
  readonly groups?: readonly (readonly string[])[];
};

export type Settings = {
  readonly baseScore: number;
  readonly baseOdds: number;
  readonly pdo: number;
  /** Quantile cells a number is first cut into. */
  readonly cells: number;
  readonly maxBins: number;
  /** Smallest share of the training rows a bin may hold, and the smallest number. */
  readonly minShare: number;
  readonly minRows: number;
  /** Fewest goods and fewest bads a bin may hold. */
  readonly minOutcomes: number;
  /** What a further bin must gain in log-likelihood. */
  readonly binPrice: number;
  /** A turn is taken when monotone bins keep less than this share of the information value. */
  readonly turnKeeps: number;
  /** Smallest information value of an attribute in the card. */
  readonly minIv: number;
  /** Smallest evidence: information value over what one free bin of pure noise is expected to show, 1/goods + 1/bads. */
  readonly minEvidence: number;
  /** Two attributes whose evidence correlates more: the one with less information value is dropped. */
  readonly maxCorrelation: number;
  readonly maxVif: number;
  /** Backward elimination: attributes whose coefficient has a larger p-value go, weakest first. 1 keeps all. */
  readonly maxPValue: number;
  /** An attribute that alone ranks better than this AUC is taken for a leak and dropped. */
  readonly leakAuc: number;
  readonly boostRounds: number;
  readonly boostRate: number;
  readonly boostMinRows: number;
  readonly boostRidge: number;
  readonly treeRounds: number;
  readonly treeRate: number;
  readonly treeLeaves: number;
  readonly treeMinRows: number;
  /** Fewest rows, goods and bads of a segment. */
  readonly segmentMinRows: number;
  readonly segmentMinBads: number;
  /** 1: PDs are calibrated for rows not seen (points drawn together, level, curve where the scale is refuted); 0: they stay as fitted. */
  readonly calibrate: number;
};

export const DEFAULTS: Settings = {
  baseScore: 600,
  baseOdds: 20,
  pdo: 40,
  cells: 100,
  maxBins: 15,
  minShare: 0.01,
  minRows: 20,
  minOutcomes: 3,
  binPrice: 0.7,
  turnKeeps: 0.8,
  minIv: 0.002,
  minEvidence: 3,
  maxCorrelation: 0.95,
  maxVif: 20,
  maxPValue: 1,
  leakAuc: 0.98,
  boostRounds: 300,
  boostRate: 0.1,
  boostMinRows: 30,
  boostRidge: 1,
  treeRounds: 200,
  treeRate: 0.05,
  treeLeaves: 8,
  treeMinRows: 50,
  segmentMinRows: 500,
  segmentMinBads: 50,
  calibrate: 1,
};

/** A build: past loans with their outcome (1 = bad), and what the builder is to know. */
export type BuildRequest = {
  readonly id: string;
  readonly version: string;
  readonly kind?: CardKind;
  readonly table: Table;
  readonly bad: Uint8Array;
  readonly weights?: Float64Array;
  readonly hints?: Readonly<Record<string, AttributeHint>>;
  /** Names that may not be used; they stay available for a fairness report. */
  readonly protectedNames?: readonly string[];
  readonly settings?: Partial<Settings>;
  /** Sub-populations with a card each: at most so many, parted by any input or by the columns named; kept only where rows not seen gain by it. */
  readonly segments?: { readonly most: number; readonly by?: readonly string[] };
};
