import { get, post } from '#platform';
import * as c from './commands.ts';

export const routes = [
  get('/first-loan', c.landing),
  post('/visits', c.visit),
  post('/contact-requests', c.ask),
  get('/leads', c.list),
  post('/leads', c.enter),
  get('/leads/:leadId/contact', c.showContact),
  post('/leads/:leadId/move', c.move),
  get('/campaigns', c.listCampaigns),
  post('/campaigns', c.saveCampaign),
  get('/funnel', c.showFunnel),
];
