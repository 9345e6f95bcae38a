import { mount } from '#platform';
import { customersRefusals } from './refusals.ts';

export default mount({ name: 'customers', refusals: customersRefusals });
