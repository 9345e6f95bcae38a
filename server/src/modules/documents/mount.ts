import { words } from '@tallystick/kernel';
import { mount } from '#platform';
import { documentRefusals } from './refusals.ts';
import { routes } from './routes.ts';
import { verifyFiles } from './verify.ts';

export default mount({
  name: 'documents',
  routes,
  refusals: documentRefusals,
  acts: words({ 'documents.stored': ['文件存档', 'File stored'] }),
  verifies: [{ name: 'documents.files', run: verifyFiles }],
});
