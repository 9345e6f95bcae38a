import { mount } from '#platform';
import { applicationRefusals } from './refusals.ts';

export default mount({ name: 'applications', refusals: applicationRefusals });
