import { loanRefusals } from '@tallystick/engines/loan-engine';
import { mount } from '#platform';
import { decisionDue, expireDrafts, preScreen, signatures } from './jobs.ts';
import { applicationRefusals, applicationWords } from './refusals.ts';
import { routes } from './routes.ts';

export default mount({
  name: 'applications',
  routes,
  refusals: { ...applicationRefusals, ...loanRefusals },
  words: applicationWords,
  jobs: [preScreen, decisionDue],
  daily: [expireDrafts],
  verifies: [signatures],
});
