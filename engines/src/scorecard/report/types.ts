import type { BuildRecord, Card, Column } from '../card/types.ts';
import type { CalibrationBand, ChiSquareTest, EvidenceBin, GainsBand, RankingPower, Separation, StabilityBin, Values } from '../measures/index.ts';
import type { AttributeDrift, Drift, MonthPerformance, WindowCheck } from '../monitoring/index.ts';
import type { CutOffTable, Economics, FairnessReport, GradeReport, SwapSet } from '../strategy/index.ts';
import type { CrossValidation } from '../validate/cross-validation.ts';

/** Rows of one sample, scored. `bins[a][i]` is the place of row i's bin in attribute a of the card. */
export type ScoredSample = {
  readonly bins: readonly ArrayLike<number>[];
  readonly points: Values;
  readonly pd: Values;
  readonly bad: Values;
  readonly weight?: Values;
  /** Month of each row, where the data knows one. */
  readonly months?: readonly string[];
  readonly monthOf?: ArrayLike<number>;
};

/** Where the rows came from, as a validator would ask. Texts as the user gave them. */
export type DataSource = { readonly file: string; readonly target: string; readonly badValue: string; readonly split: string };

/** Reject inference is an assumption: what was assumed, and what another assumption would have given. */
export type RejectInference = {
  readonly method: 'augmentation' | 'parcelling' | 'fuzzy';
  readonly accepts: number;
  readonly rejects: number;
  /** How many times the PD of an accept of the same score a reject is taken to have; augmentation has none. */
  readonly multiplier: number;
  readonly sensitivity: readonly {
    readonly multiplier: number;
    readonly rejectPd: number;
    readonly auc: number;
    readonly ks: number;
    readonly brier: number;
  }[];
  /** Against the card built on accepts only, at the same approval rate; bads of rejects are inferred. */
  readonly swap: SwapSet;
};

export type ReportInput = {
  readonly card: Card;
  readonly record: BuildRecord;
  readonly source: DataSource;
  readonly train: ScoredSample;
  /** Rows the card has not seen; absent when none were kept back, and the report then says so. */
  readonly test?: ScoredSample & { readonly kind: 'in_time' | 'out_of_time' };
  readonly economics?: Economics;
  /** Another score on the same test rows, higher = riskier. */
  readonly benchmark?: { readonly name: string; readonly risk: Values };
  readonly rejectInference?: RejectInference;
  /** The same build on parts of the training rows, each judged by a card that did not see it. */
  readonly crossValidation?: CrossValidation;
  /** Protected attributes of the judged rows, in the card or not: how each group fares at the best cut-off. */
  readonly protectedColumns?: readonly Column[];
};

export type SampleName = 'train' | 'test' | 'out_of_time';
export type SampleSummary = {
  readonly sample: SampleName;
  readonly rows: number;
  readonly goods: number;
  readonly bads: number;
  readonly badRate: number;
  readonly meanPd: number;
  readonly ranking: RankingPower;
  readonly separation: Separation;
  readonly brier: number;
  readonly logLoss: number;
  /** Expected over observed bads and the mean distance over ten bands. */
  readonly calibration: { readonly ratio: number; readonly error: number };
};
export type ReportedBin = EvidenceBin & {
  /** Points of the bin; for trees the mean contribution of the attribute over the training rows in the bin, by the steps of each path. */
  readonly points: number;
  readonly cardWoe: number;
  /** The judged sample's rows in this bin; null when there is only the training sample. */
  readonly judged: { readonly total: number; readonly share: number; readonly badRate: number } | null;
};
export type ReportedAttribute = { readonly name: string; readonly iv: number; readonly bins: readonly ReportedBin[]; readonly csi: number | null };
export type SegmentSummary = {
  readonly segment: number;
  readonly rows: number;
  readonly bads: number;
  readonly badRate: number;
  readonly meanPd: number;
  readonly auc: number;
};
export type Curve = readonly { readonly goodShare: number; readonly badShare: number }[];

/** Everything the pages say, as figures. Nothing here depends on a language or on the moment the report is made. */
export type ValidationReport = {
  readonly card: Card;
  readonly record: BuildRecord;
  readonly source: DataSource;
  readonly samples: readonly SampleSummary[];
  /** The sample all sections below judge: the test rows where there are any. */
  readonly judged: SampleName;
  readonly roc: readonly { readonly sample: SampleName; readonly curve: Curve }[];
  readonly scoreCurve: readonly { readonly points: number; readonly goodShare: number; readonly badShare: number }[];
  readonly gains: readonly GainsBand[];
  readonly calibrationBands: readonly CalibrationBand[];
  readonly hosmerLemeshow: ChiSquareTest;
  readonly calibrationLine: { readonly intercept: number; readonly slope: number };
  readonly grades: GradeReport;
  readonly scoreBands: readonly (StabilityBin & { readonly from: number | null; readonly to: number | null; readonly badRate: number | null })[];
  readonly psi: number | null;
  readonly attributes: readonly ReportedAttribute[];
  readonly months: {
    readonly outcomes: readonly MonthPerformance[];
    readonly drift: readonly Drift[];
    readonly attributes: readonly AttributeDrift[];
    readonly window: WindowCheck;
  } | null;
  readonly cutOffs: CutOffTable;
  readonly economics: Economics;
  readonly benchmark: {
    readonly name: string;
    readonly auc: number;
    readonly difference: number;
    readonly standardError: number;
    readonly pValue: number;
    readonly swap: SwapSet;
    readonly approvalRate: number;
  } | null;
  readonly rejectInference: RejectInference | null;
  readonly crossValidation: CrossValidation | null;
  /** Each segment on the judged rows; null for a card without. */
  readonly segments: readonly SegmentSummary[] | null;
  readonly fairness: readonly FairnessReport[];
};
