import { mount } from '#platform';
import { modelRefusals } from './refusals.ts';

export default mount({ name: 'models', refusals: modelRefusals });
