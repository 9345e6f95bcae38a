import { get, post } from '#platform';
import { goLive, listAll, register, show } from './commands.ts';

export const routes = [
  get('/models', listAll),
  post('/models', register),
  get('/models/:modelId/versions/:version', show),
  post('/models/:modelId/versions/:version/live', goLive),
];
