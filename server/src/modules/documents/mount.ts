import { mount } from '#platform';
import { documentRefusals } from './refusals.ts';
import { routes } from './routes.ts';
import { verifyFiles } from './verify.ts';

export default mount({ name: 'documents', routes, refusals: documentRefusals, verifies: [{ name: 'documents.files', run: verifyFiles }] });
