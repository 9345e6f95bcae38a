/** A report page in one language, as plain blocks. HTML and PDF are two ways of setting the same blocks, so they cannot tell different things. */
export type Language = 'zh' | 'en';
export type Cell = string;
export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'note'; readonly tone: 'good' | 'watch' | 'bad'; readonly text: string }
  | { readonly kind: 'tiles'; readonly tiles: readonly { readonly label: string; readonly value: string; readonly detail: string }[] }
  | {
      readonly kind: 'table';
      readonly caption: string;
      readonly columns: readonly { readonly label: string; readonly align: 'left' | 'right' }[];
      readonly rows: readonly (readonly Cell[])[];
      /** Places of rows to be set bold. */
      readonly strong?: readonly number[];
    }
  | Chart
  /** Two charts side by side. */
  | { readonly kind: 'pair'; readonly charts: readonly [Chart, Chart] };
export type Chart = { readonly kind: 'chart'; readonly caption: string; readonly alt: string; readonly svg: string };
export type ReportDocument = {
  readonly language: Language;
  readonly title: string;
  readonly subtitle: string;
  readonly facts: readonly (readonly [label: string, value: string])[];
  readonly blocks: readonly Block[];
};

/** Picks the text of a language: `say('分箱', 'bin')`. */
export type Say = (zh: string, en: string) => string;
export const sayIn = (language: Language): Say => (language === 'zh' ? (zh) => zh : (_, en) => en);

/** Numbers as both languages write them. A figure that does not exist is a dash. */
export const fixed = (value: number | null, places: number): string => (value === null || !Number.isFinite(value) ? '–' : value.toFixed(places));
export const percent = (value: number | null, places = 2): string =>
  value === null || !Number.isFinite(value) ? '–' : `${(value * 100).toFixed(places)}%`;
/** Whole counts with thousands separators; weighted counts to one place. */
export const count = (value: number): string => {
  const [whole = '', part] = (Number.isInteger(value) ? String(value) : value.toFixed(1)).split('.');
  return whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',') + (part === undefined || part === '0' ? '' : `.${part}`);
};
/** Small p-values are not rounded to nothing. */
export const chance = (p: number): string => (p < 0.0001 ? '<0.0001' : p.toFixed(4));
export const pIs = (p: number): string => (p < 0.0001 ? 'p < 0.0001' : `p = ${p.toFixed(4)}`);
/** A bound or a setting: as short as it can be without losing more than six digits. */
export const plain = (value: number): string => String(Number(value.toPrecision(6)));
