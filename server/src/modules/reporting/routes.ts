import { get } from '#platform';
import { showCockpit, showPortfolio, showQuality, showStageMinutes } from './commands.ts';

export const routes = [
  get('/cockpit', showCockpit),
  get('/reports/quality', showQuality),
  get('/reports/portfolio', showPortfolio),
  get('/reports/stage-minutes', showStageMinutes),
];
