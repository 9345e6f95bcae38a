export { assertDrawable, followPrincipal, freezeLine, line, openLine, release, reserve, unfreezeLine } from './service.ts';
