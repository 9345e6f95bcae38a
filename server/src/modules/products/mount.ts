import { mount } from '#platform';
import { productRefusals } from './refusals.ts';

export default mount({ name: 'products', refusals: productRefusals });
