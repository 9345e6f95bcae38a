import { type Card, parseCard } from './card.ts';
import behaviour from './cards/behaviour.json' with { type: 'json' };
import merchantCredit from './cards/merchant-credit.json' with { type: 'json' };

export { buildCard } from './build.ts';
export { binTable, type Places, reasonTable, scorePlaces, scoreTable } from './card/batch.ts';
export { cardPmml } from './card/pmml.ts';
export { type Recalibration, recalibrate } from './card/recalibrate.ts';
export { inputsOf } from './card/segments.ts';
export { cardSql } from './card/sql.ts';
export * from './card.ts';
export { fitLogistic, type LogisticFit } from './fit/logistic.ts';
export { fitPoints } from './fit/points.ts';
export { type Prepared, prepare, rebin } from './fit/prepare.ts';
export * from './measures/index.ts';
export * from './monitoring/index.ts';
export { refuseScorecard, SCORECARD_REFUSALS } from './refusals.ts';
export { inferRejects, type RejectMethod, type RejectRequest, type RejectResult, type SensitivityRow } from './reject.ts';
export * from './report/index.ts';
export { type AttributeHint, type BuildRequest, DEFAULTS, type Settings } from './settings.ts';
export * from './strategy/index.ts';
export { type CsvOptions, CsvReader, type CsvResult } from './table/read-csv.ts';
export { RowSampler } from './table/sampler.ts';
export { shareFigures, sharesAsOutcomes } from './table/shares.ts';
export { cellOf, columnOf, tableOf, takeRows } from './table/table.ts';
export { levelOf, numberInText } from './table/text.ts';
export { type CrossValidation, crossValidate } from './validate/cross-validation.ts';

/** The credit part of the merchant rating, fitted by tools/fit-merchant-card.ts; provenance and metrics are inside the file. */
export const MERCHANT_CREDIT_CARD: Card = parseCard(merchantCredit);
/** The monthly behaviour card, fitted by bench/fit-behaviour-card.ts; provenance and metrics are inside the file. */
export const BEHAVIOUR_CARD: Card = parseCard(behaviour);
