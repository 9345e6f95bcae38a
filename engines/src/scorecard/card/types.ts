/** A text in both languages. */
export type Bilingual = { readonly zh: string; readonly en: string };
/** A reason a customer may be told, with its code (handbook BUR-09). */
export type Reason = Bilingual & { readonly code: string };

/**
 * One step of an attribute. Exactly one of these tells what it holds: a numeric range lo <= value < hi (null = open); `special` codes of a numeric
 * attribute (looked up before the ranges); category `values`; `missing` for an absent or unreadable value; `other` for a category that was never
 * seen, or too rare to be judged, when the card was built.
 */
export type Bin = {
  readonly lo?: number | null;
  readonly hi?: number | null;
  readonly special?: readonly number[];
  readonly values?: readonly string[];
  readonly missing?: true;
  readonly other?: true;
  /** Attributes of a segment only: rows of the other segments. No points, no reason. */
  readonly outside?: true;
  /** ln(share of goods / share of bads) of the training rows, half a loan added to each count: positive is better than average. */
  readonly woe: number;
  readonly points: number;
  readonly reason: Reason;
  /** Goods and bads among the training rows (sums of weights); absent on a card written by hand. */
  readonly goods?: number;
  readonly bads?: number;
};

/** How the bad rate moves as the value rises. One-turn shapes are declared, never silently used. `none`: categories. */
export type Trend = 'rising' | 'falling' | 'peak' | 'valley' | 'none';
export type Attribute = {
  readonly name: string;
  readonly label: Bilingual;
  /** `segment`: reads no column of its own; place k of its bins is segment k of the card, and their points are what the segments start from. */
  readonly kind: 'numeric' | 'category' | 'segment';
  readonly bins: readonly Bin[];
  readonly trend?: Trend;
  /** Counts for the rows of this segment only. */
  readonly segment?: number;
};

/** A row goes left when its bin in `splits[split]` is in `left`, else right, until it is in a segment. */
export type SegmentNode =
  | { readonly segment: number }
  | { readonly split: number; readonly left: readonly number[]; readonly yes: SegmentNode; readonly no: SegmentNode };
/** Sub-populations with attributes of their own: what parts them, by the same bins as everywhere (their points are 0). */
export type Segmentation = { readonly splits: readonly Attribute[]; readonly tree: SegmentNode };

/** `points`: WOE and logistic regression. `additive`: monotone boosting, one step function an attribute. `trees`: constrained boosted trees. */
export type CardKind = 'points' | 'additive' | 'trees';

/**
 * One tree over the places of bins (`card.attributes[attribute].bins`). A row goes left when its bin is in `left` (places of bins), else right. A leaf
 * holds whole `milliPoints`; a path's share of its leaf goes to the attributes it asked, so that each has its points and its reason.
 */
export type TreeNode =
  | { readonly milliPoints: number }
  /** `milliPoints` here is the node's own mean, from which the step to a child is an attribute's contribution. */
  | {
      readonly attribute: number;
      readonly left: readonly number[];
      readonly milliPoints: number;
      readonly yes: TreeNode;
      readonly no: TreeNode;
    };

/**
 * A card, complete in itself: JSON in, whole points out. `baseScore` points mean `baseOdds` goods to one bad; `pdo` points double the odds, so every
 * whole score has one PD = 1 / (1 + baseOdds × 2^((points − baseScore) / pdo)), or that of its level on `pdCurve`. For `trees` the score is basePoints + floor((Σ milliPoints + 500) / 1000).
 */
export type Card = {
  readonly id: string;
  readonly version: string;
  /** Absent means `points`. */
  readonly kind?: CardKind;
  readonly basePoints: number;
  readonly baseScore: number;
  readonly baseOdds: number;
  readonly pdo: number;
  readonly attributes: readonly Attribute[];
  readonly trees?: readonly TreeNode[];
  /** Then the first attribute is of kind `segment` and each other one belongs to a segment. */
  readonly segmentation?: Segmentation;
  /** From which version the scale was moved, on which rows, and how: new log-odds of bad = intercept + slope × old. */
  readonly recalibrated?: { readonly from: string; readonly rows: number; readonly rate: number; readonly intercept: number; readonly slope: number };
  /**
   * Where a straight line between score and log-odds was refuted: the PD of a score is that of its level, straight from knot to knot, outer pieces
   * going on. At least two knots, both figures rising. Absent: the level is the score.
   */
  readonly pdCurve?: readonly PdKnot[];
  /** Where the training rows stood; monthly stability and its alarms are measured against it. Absent on a card written by hand. */
  readonly scoreBands?: ScoreBands;
};
export type PdKnot = { readonly points: number; readonly level: number };
/** Rows (sums of weights) by band of points: band i holds edges[i-1] < points <= edges[i], the outer bands are open. */
export type ScoreBands = { readonly edges: readonly number[]; readonly counts: readonly number[] };

/** A numeric column: NaN is missing. `unreadable` counts texts that stood where a number belongs (they are missing too). */
export type NumericColumn = { readonly name: string; readonly kind: 'numeric'; readonly values: Float64Array; readonly unreadable: number };
/** A category column: a code into `levels` for each row, -1 is missing. Levels stand in the order they were met; nothing may depend on it. */
export type CategoryColumn = { readonly name: string; readonly kind: 'category'; readonly codes: Int32Array; readonly levels: readonly string[] };
export type Column = NumericColumn | CategoryColumn;
/** Rows by columns, as typed arrays. */
export type Table = { readonly rows: number; readonly columns: readonly Column[] };

/** Why an input is not in the card. */
export type DropReason =
  | 'low_iv'
  | 'wrong_order'
  | 'wrong_sign'
  | 'insignificant'
  | 'correlated'
  | 'collinear'
  | 'constant'
  | 'all_missing'
  | 'duplicate'
  | 'identifier'
  | 'too_many_levels'
  | 'leak'
  | 'protected'
  | 'no_gain';
/** An input left out: why, the figure that decided (IV, coefficient, correlation, VIF …), the attribute it lost against, what leaving it out cost. */
export type Dropped = {
  readonly name: string;
  readonly why: DropReason;
  readonly value: number;
  readonly against?: string;
  /** Information value given up. */
  readonly cost: number;
  readonly segment?: number;
};
/**
 * Something the builder was made to do to an attribute that stays, with its price in information value: `monotone` (the free bins had more),
 * `one_turn` (a turn was declared because monotone bins would have cost too much), `small_bin_merged`, `rare_levels_merged`, `special_apart`,
 * `missing_neutral` (too few missing rows to be judged), `unreadable_as_missing` (value = rows), `manual_bins`.
 */
export type Forced = {
  readonly name: string;
  readonly what:
    | 'monotone'
    | 'one_turn'
    | 'small_bin_merged'
    | 'rare_levels_merged'
    | 'special_apart'
    | 'missing_neutral'
    | 'unreadable_as_missing'
    | 'manual_bins';
  readonly ivFree: number;
  readonly ivKept: number;
  readonly value: number;
  readonly segment?: number;
};
export type Warning = {
  readonly code: 'leak' | 'duplicate' | 'immature_window' | 'low_default' | 'few_rows' | 'protected_in_use' | 'share_target';
  readonly name: string;
  readonly value: number;
};
/** One attribute of the fit, in the order of the card. Coefficient and error are of the log-odds of good on the WOE (0 for boosted cards). */
export type AttributeFit = {
  readonly name: string;
  readonly iv: number;
  readonly coefficient: number;
  readonly standardError: number;
  readonly vif?: number;
  readonly segment?: number;
};
/**
 * A split of the population that was tried: cards of both sides against one card, on rows that neither saw. `gain` is the fall of the mean log loss of
 * those rows and `standardError` its error; kept only when the gain is beyond chance.
 */
export type SegmentTrial = {
  readonly split: Bilingual;
  readonly rows: number;
  readonly gain: number;
  readonly standardError: number;
  readonly aucOne: number;
  readonly aucApart: number;
  readonly kept: boolean;
};
/** What a build did beside the card: everything a validator asks. `intercept` is in log-odds of good. */
export type BuildRecord = {
  readonly kind: CardKind;
  readonly rows: number;
  readonly goods: number;
  readonly bads: number;
  readonly intercept: number;
  /** How far the points were drawn together for rows not seen (coefficients are as fitted); absent: not at all. */
  readonly shrink?: number;
  readonly fits: readonly AttributeFit[];
  readonly dropped: readonly Dropped[];
  readonly forced: readonly Forced[];
  readonly warnings: readonly Warning[];
  /** What was tried when segments were looked for. */
  readonly segmentTrials?: readonly SegmentTrial[];
  /** Every setting the build ran with, defaults written out. */
  readonly settings: Readonly<Record<string, number | string | boolean | null | readonly string[]>>;
};
/** `points`: what the builder itself gives each training row, from its own cells; every executor must give the same. */
export type Build = { readonly card: Card; readonly record: BuildRecord; readonly points: Int32Array };
