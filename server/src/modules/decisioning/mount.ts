import { mount } from '#platform';
import { decisionRefusals } from './refusals.ts';

export default mount({ name: 'decisioning', refusals: decisionRefusals });
