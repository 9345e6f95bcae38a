import { mount } from '#platform';
import { connectorsRefusals } from './refusals.ts';

export default mount({ name: 'connectors', refusals: connectorsRefusals });
