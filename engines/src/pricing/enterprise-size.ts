import type { CalendarDate } from '@tallystick/kernel';
import { refusePricing } from './refusals.ts';

export const SECTORS = [
  'AGRICULTURE',
  'INDUSTRY',
  'CONSTRUCTION',
  'WHOLESALE',
  'RETAIL',
  'TRANSPORT',
  'STORAGE',
  'POSTAL',
  'LODGING',
  'CATERING',
  'INFORMATION',
  'SOFTWARE',
  'PROPERTY_DEVELOPMENT',
  'PROPERTY_MANAGEMENT',
  'LEASING_BUSINESS',
  'OTHER',
] as const;
export type Sector = (typeof SECTORS)[number];
export type EnterpriseSize = 'LARGE' | 'MEDIUM' | 'SMALL' | 'MICRO';

type Measure = 'staff' | 'revenueMinor' | 'assetsMinor';
/** Thresholds of one measure for large, medium and small: at least this much. Staff in persons, money in fen. */
export type SizeMeasure = { readonly measure: Measure; readonly large: bigint; readonly medium: bigint; readonly small: bigint };
export type SizeTable = {
  readonly source: string;
  readonly effectiveFrom: CalendarDate;
  readonly sectors: Readonly<Record<Sector, readonly SizeMeasure[]>>;
};

const staff = (large: bigint, medium: bigint, small: bigint): SizeMeasure => ({ measure: 'staff', large, medium, small });
const WAN = 1_000_000n; // Ten thousand yuan in fen.
const amount =
  (measure: Measure) =>
  (large: bigint, medium: bigint, small: bigint): SizeMeasure => ({ measure, large: large * WAN, medium: medium * WAN, small: small * WAN });
const revenue = amount('revenueMinor');
const assets = amount('assetsMinor');

/** 工信部联企业〔2011〕300号 (handbook SIZ-01). A firm has a size when it reaches every measure of its sector; micro is whatever misses one of "small". */
export const ENTERPRISE_SIZE_2011: SizeTable = {
  source: '工信部联企业〔2011〕300号',
  effectiveFrom: '2011-06-18',
  sectors: {
    AGRICULTURE: [revenue(20_000n, 500n, 50n)],
    INDUSTRY: [staff(1_000n, 300n, 20n), revenue(40_000n, 2_000n, 300n)],
    CONSTRUCTION: [revenue(80_000n, 6_000n, 300n), assets(80_000n, 5_000n, 300n)],
    WHOLESALE: [staff(200n, 20n, 5n), revenue(40_000n, 5_000n, 1_000n)],
    RETAIL: [staff(300n, 50n, 10n), revenue(20_000n, 500n, 100n)],
    TRANSPORT: [staff(1_000n, 300n, 20n), revenue(30_000n, 3_000n, 200n)],
    STORAGE: [staff(200n, 100n, 20n), revenue(30_000n, 1_000n, 100n)],
    POSTAL: [staff(1_000n, 300n, 20n), revenue(30_000n, 2_000n, 100n)],
    LODGING: [staff(300n, 100n, 10n), revenue(10_000n, 2_000n, 100n)],
    CATERING: [staff(300n, 100n, 10n), revenue(10_000n, 2_000n, 100n)],
    INFORMATION: [staff(2_000n, 100n, 10n), revenue(100_000n, 1_000n, 100n)],
    SOFTWARE: [staff(300n, 100n, 10n), revenue(10_000n, 1_000n, 50n)],
    PROPERTY_DEVELOPMENT: [revenue(200_000n, 1_000n, 100n), assets(10_000n, 5_000n, 2_000n)],
    PROPERTY_MANAGEMENT: [staff(1_000n, 300n, 100n), revenue(5_000n, 1_000n, 500n)],
    LEASING_BUSINESS: [staff(300n, 100n, 10n), assets(120_000n, 8_000n, 100n)],
    OTHER: [staff(300n, 100n, 10n)],
  },
};

export type SizeInput = {
  readonly sector: Sector;
  readonly staff: number | null;
  readonly revenueMinor: bigint | null;
  readonly assetsMinor: bigint | null;
};
const NAMES: Readonly<Record<Measure, string>> = {
  staff: '从业人员 staff',
  revenueMinor: '营业收入 revenue',
  assetsMinor: '资产总额 total assets',
};

/** Size class of a firm. Refuses `pricing.size_data_missing` when a measure of its sector is not known. */
export function enterpriseSize(input: SizeInput, table: SizeTable): EnterpriseSize {
  const measures = table.sectors[input.sector];
  const absent = measures.filter((m) => input[m.measure] === null).map((m) => NAMES[m.measure]);
  if (absent.length > 0) throw refusePricing('pricing.size_data_missing', { facts: { measures: absent.join(', ') } });
  const reaches = (size: 'large' | 'medium' | 'small'): boolean => measures.every((m) => BigInt(input[m.measure] ?? 0) >= m[size]);
  return reaches('large') ? 'LARGE' : reaches('medium') ? 'MEDIUM' : reaches('small') ? 'SMALL' : 'MICRO';
}
