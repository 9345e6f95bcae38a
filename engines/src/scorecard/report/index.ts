export type { Block, Language, ReportDocument } from './blocks.ts';
export { reportDocument } from './document.ts';
export { reportHtml } from './html.ts';
export type { DataSource, RejectInference, ReportInput, SampleSummary, ScoredSample, ValidationReport } from './types.ts';
export { reportJson, validationReport } from './validation-report.ts';
