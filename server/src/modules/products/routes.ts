import { get, post } from '#platform';
import { enterLpr, listLprSeries, listOffered, listParameters, listProductVersions, publishParameters, publishProduct } from './commands.ts';

export const routes = [
  get('/products', listOffered),
  get('/products/:code/versions', listProductVersions),
  post('/products/:code/versions', publishProduct),
  get('/parameters', listParameters),
  post('/parameters/:name', publishParameters),
  get('/lpr', listLprSeries),
  post('/lpr', enterLpr),
];
