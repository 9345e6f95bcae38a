import { join } from 'node:path';
import type { ReportDocument } from '@tallystick/engines/scorecard';
import type { Instant } from '@tallystick/kernel';
import { typeset } from '#platform';

const TEMPLATE = join(import.meta.dirname, 'templates/report.typ');
/** The moment written into every report: a report is a function of its data, so two of the same data are equal bytes. */
const NO_MOMENT: Instant = '2000-01-01T00:00:00.000Z';

/** The validation report as a PDF, one document after the other. */
export const reportPdf = (documents: readonly ReportDocument[]): Promise<Uint8Array> => typeset(TEMPLATE, documents, NO_MOMENT);
