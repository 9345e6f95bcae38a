import type { Column } from '../card/types.ts';
import { auc, quantileEdges, type Values } from '../measures/index.ts';

/** One group of a protected attribute under a cut-off. Rates are fractions. */
export type FairnessGroup = {
  readonly group: string;
  readonly loans: number;
  readonly badRate: number;
  readonly meanPd: number;
  /** Expected over observed bads: above 1 the group is judged worse than it is. null without a bad. */
  readonly ratio: number | null;
  readonly auc: number;
  readonly approvalRate: number;
  /** Approval rate over that of the best-treated group. */
  readonly impactRatio: number;
  /** Goods of the group that are approved (equal opportunity). */
  readonly goodsApproved: number;
  /** Under four fifths with at least 30 loans: to be explained or mended. */
  readonly flagged: boolean;
};
export type FairnessReport = { readonly attribute: string; readonly inCard: boolean; readonly groups: readonly FairnessGroup[] };

const FOUR_FIFTHS = 0.8;
const FEWEST = 30;

/** How the card treats the groups of a protected attribute, which need not be, and by default is not, one of its inputs. */
export function fairnessReport(of: {
  readonly attribute: string;
  readonly inCard: boolean;
  /** Group of each row; null = not known, reported as a group of its own under the name "". */
  readonly groups: readonly (string | null)[];
  readonly pd: Values;
  readonly bad: Values;
  readonly approved: Values;
}): FairnessReport {
  const places = new Map<string, number[]>();
  for (const [i, group] of of.groups.entries()) {
    const list = places.get(group ?? '');
    if (list) list.push(i);
    else places.set(group ?? '', [i]);
  }
  const rates = [...places].sort(([a], [b]) => (a < b ? -1 : 1)).map(([group, rows]) => groupOf(group, rows, of));
  const best = Math.max(...rates.filter((r) => r.loans >= FEWEST).map((r) => r.approvalRate), 0);
  const groups = rates.map((r): FairnessGroup => {
    const impactRatio = best === 0 ? 1 : r.approvalRate / best;
    return { ...r, impactRatio, flagged: r.loans >= FEWEST && impactRatio < FOUR_FIFTHS };
  });
  return { attribute: of.attribute, inCard: of.inCard, groups };
}

function groupOf(group: string, rows: readonly number[], of: { readonly pd: Values; readonly bad: Values; readonly approved: Values }) {
  const pick = (values: Values): Float64Array => Float64Array.from(rows, (i) => values[i]!);
  const [pd, bad, approved] = [pick(of.pd), pick(of.bad), pick(of.approved)];
  const sum = (values: Float64Array): number => values.reduce((s, v) => s + v, 0);
  const bads = sum(bad);
  const goods = rows.length - bads;
  const goodsApproved = approved.reduce((s, a, i) => s + (bad[i] === 1 ? 0 : a), 0);
  return {
    group,
    loans: rows.length,
    badRate: bads / rows.length,
    meanPd: sum(pd) / rows.length,
    ratio: bads === 0 ? null : sum(pd) / bads,
    auc: auc(pd, bad),
    approvalRate: sum(approved) / rows.length,
    goodsApproved: goods === 0 ? 0 : goodsApproved / goods,
  };
}

/** Parts of names, in English and Chinese, that point to an attribute on which nobody may be judged. */
const PROTECTED_WORDS = /^(sex|gender|age|race|religion|nationality|ethnicity|marriage|pregnancy|disability)$/;
const PROTECTED_PAIRS = /(marital|personal)_status|foreign_worker/;
const PROTECTED_ZH = /性别|年龄|民族|宗教|国籍|婚姻|婚否|生育|残疾|籍贯/;

/**
 * Whether a column's name says that it holds a protected attribute; such columns are no inputs unless somebody asks for them. A name is a hint, not
 * a proof: `x17` may hold the same, so the list of protected columns can always be given by hand.
 */
export function namesProtected(name: string): boolean {
  const words = name
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split(/[^a-z]+/);
  return PROTECTED_ZH.test(name) || PROTECTED_PAIRS.test(name.toLowerCase()) || words.some((w) => PROTECTED_WORDS.test(w));
}

const FEW_VALUES = 12;

/** The group of each row for a fairness report: levels of a category, values of a number with few of them, else quarters of its range. */
export function fairnessGroups(column: Column): (string | null)[] {
  if (column.kind === 'category') return Array.from(column.codes, (code) => column.levels[code] ?? null);
  const distinct = new Set(column.values);
  if (distinct.size <= FEW_VALUES) return Array.from(column.values, (v) => (Number.isNaN(v) ? null : String(v)));
  const edges = quantileEdges(column.values, 4);
  const names = [...edges.map((edge, i) => (i === 0 ? `≤ ${edge}` : `${edges[i - 1]} – ${edge}`)), `> ${edges.at(-1)}`];
  return Array.from(column.values, (v) => {
    if (Number.isNaN(v)) return null;
    const at = edges.findIndex((edge) => v <= edge);
    return names[at < 0 ? edges.length : at] ?? null;
  });
}
