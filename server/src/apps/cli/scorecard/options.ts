import {
  type AttributeHint,
  type CardKind,
  DEFAULTS,
  type Economics,
  type RejectMethod,
  refuseScorecard,
  type Settings,
} from '@tallystick/engines/scorecard';
import { parseMoney } from '@tallystick/kernel';

export type BuildOptions = {
  readonly data: string;
  readonly target: string;
  readonly bad?: string;
  readonly share?: boolean;
  readonly out: string;
  readonly split?: string;
  readonly oot?: string;
  readonly kind?: string;
  readonly special: readonly string[];
  readonly drop: readonly string[];
  readonly protected: readonly string[];
  readonly category: readonly string[];
  readonly direction: readonly string[];
  readonly cuts: readonly string[];
  readonly groups?: readonly string[];
  readonly set: readonly string[];
  readonly monotone?: boolean;
  readonly useProtected?: boolean;
  readonly rejects?: string;
  readonly weight?: string;
  readonly month?: string;
  readonly earned?: string;
  readonly lost?: string;
  readonly sample?: string;
  readonly folds?: string;
  readonly segments?: string;
  readonly segmentBy?: readonly string[];
  readonly id: string;
  readonly cardVersion: string;
};

const invalid = (option: string, value: string, form: string) => refuseScorecard('scorecard.option_invalid', { facts: { option, value, form } });

const DIRECTIONS = ['auto', 'monotone', 'rising', 'falling', 'peak', 'valley'] as const;
const KINDS: readonly CardKind[] = ['points', 'additive', 'trees'];

export function kindOf(text: string | undefined): CardKind {
  const kind = KINDS.find((k) => k === (text ?? 'points'));
  if (!kind) throw invalid('--kind', text ?? '', KINDS.join(' | '));
  return kind;
}

/** `COL=V,W` into name and the texts after it. */
function named(option: string, text: string): [string, string[]] {
  const at = text.indexOf('=');
  if (at <= 0 || at === text.length - 1) throw invalid(option, text, 'COLUMN=VALUE,…');
  return [text.slice(0, at), text.slice(at + 1).split(',')];
}

function numbers(option: string, text: string): [string, number[]] {
  const [name, texts] = named(option, text);
  const values = texts.map(Number);
  if (texts.includes('') || !values.every(Number.isFinite)) throw invalid(option, text, 'COLUMN=NUMBER,…');
  return [name, values];
}

/** What the command line says about attributes. `columns`: those of the data, for the switch that makes all of them monotone. */
export function hintsOf(options: BuildOptions, columns: readonly string[]): Record<string, AttributeHint> {
  const hints: Record<string, AttributeHint> = {};
  const add = (name: string, hint: AttributeHint): void => {
    if (!columns.includes(name))
      throw refuseScorecard('scorecard.column_unknown', { facts: { column: name, columns: columns.slice(0, 40).join(', ') } });
    hints[name] = { ...hints[name], ...hint };
  };
  if (options.monotone) for (const name of columns) add(name, { direction: 'monotone' });
  for (const [name, specials] of options.special.map((t) => numbers('--special', t))) add(name, { specials });
  for (const [name, cuts] of options.cuts.map((t) => numbers('--cuts', t))) add(name, { cuts });
  for (const [name, groups] of (options.groups ?? []).map((t) => named('--groups', t))) add(name, { groups: groups.map((g) => g.split('|')) });
  for (const [name, [word]] of options.direction.map((t) => named('--direction', t))) {
    const direction = DIRECTIONS.find((d) => d === word);
    if (!direction) throw invalid('--direction', `${name}=${word}`, `COLUMN=${DIRECTIONS.join(' | ')}`);
    add(name, { direction });
  }
  return hints;
}

/** `--segments` and `--segment-by`. */
export function segmentsOf({ segments, segmentBy = [] }: BuildOptions): { most: number; by?: readonly string[] } | undefined {
  if (segments === undefined && segmentBy.length === 0) return undefined;
  const most = Number(segments ?? 4);
  if (!Number.isInteger(most) || most < 2 || most > 12) throw invalid('--segments', segments ?? '', '2 … 12');
  return { most, ...(segmentBy.length > 0 ? { by: segmentBy } : {}) };
}

/** Either `--bad` or `--share`; what parts rows by their outcome does not go with shares. */
export function targetOf(options: BuildOptions): { bad: string } | 'share' {
  if (options.share === (options.bad !== undefined) || (options.share === undefined && options.bad === undefined))
    throw invalid('--bad', options.bad ?? '', '--bad VALUE | --share');
  if (options.bad !== undefined) return { bad: options.bad };
  const others = [options.folds, options.segments, options.rejects].some((o) => o !== undefined) || (options.segmentBy ?? []).length > 0;
  if (others) throw invalid('--share', '', '--share without --folds, --segments and --rejects');
  return 'share';
}

/** `--sample`: a number of rows. */
export function sampleOf(text: string | undefined): number | undefined {
  if (text !== undefined && !/^[1-9]\d{2,8}$/.test(text)) throw invalid('--sample', text, '100000');
  return text === undefined ? undefined : Number(text);
}

/** `--set name=number`, for every setting of the builder. */
export function settingsOf(texts: readonly string[]): Partial<Settings> {
  const entries = texts.map((text) => {
    const [name, [value]] = numbers('--set', text);
    if (!(name in DEFAULTS)) throw invalid('--set', text, `${Object.keys(DEFAULTS).join(' | ')} = NUMBER`);
    return [name, value];
  });
  return Object.fromEntries(entries) as Partial<Settings>;
}

/** `fuzzy:2`, `parcelling:1.5` or `augmentation`. */
export function rejectsOf(text: string): { method: RejectMethod; multiplier: number } {
  const [, method, multiplier] = /^(augmentation|parcelling|fuzzy)(?::(\d+(?:\.\d+)?))?$/.exec(text) ?? [];
  if (!method || !(Number(multiplier ?? 1) > 0)) throw invalid('--rejects', text, 'fuzzy:2 | parcelling:1.5 | augmentation');
  return { method: method as RejectMethod, multiplier: Number(multiplier ?? 1) };
}

/** `--earned` and `--lost`, both or none: amounts of money, zero or more. */
export function economicsOf({ earned, lost }: BuildOptions): Economics | undefined {
  if (earned === undefined || lost === undefined) return undefined;
  const [earnedPerGoodMinor, lostPerBadMinor] = [parseMoney(earned), parseMoney(lost)];
  if (earnedPerGoodMinor === undefined || earnedPerGoodMinor < 0n) throw invalid('--earned', earned, '1000.00');
  if (lostPerBadMinor === undefined || lostPerBadMinor < 0n) throw invalid('--lost', lost, '5000.00');
  return { earnedPerGoodMinor, lostPerBadMinor };
}
